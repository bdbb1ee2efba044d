import type { Folded } from './folded.ts';
import type { Leak, LeakKind } from './leak-kinds.ts';

// What follows such a word when it names no place: «خیابان‌ها», «کوچه‌های محله», «میدان اصلی».
const ORDINARY =
  '(?:ها|های|هایی|ی|ای|و|یا|که|را|در|از|به|با|بر|تا|است|بود|شد|نیست|دارد|ندارد|می|این|ان|هر|چند|همه|بدون|کم|پر|اصلی|فرعی|اول|محله|محلات|شهر|شهری|روستا|خاکی|تاریک|باریک|مسکونی|تجاری|ورودی|عمومی|بازی|عملیات|عمل|ورزشی|نبرد|اجرایی|سازمانی|صنفی|تولیدی|ایمن|امن|بن|پشتی|مدرسه|مسجد|بهداشت|منتهی|نزدیک|محل|موقت|دخترانه|پسرانه|بسته|بدون|بی|کنار|پشت|روبه|پس|پیش|برای|جامع|مادر|کوچک|بزرگ|تازه|نو|قدیمی|خالی|خود|ما|همان|پیاده|دوره|عصر|صبح|شب|رها|رهاشده|مجازی|شبانه|روزی|دولتی|نمونه|هدف|معین|مرکزی|روستایی|است|هست|شود|دارند|پر|عصرها|دیده|شده|نشده|نمی|ندارند|مردم|اهالی|محلی)(?![\\p{L}\\p{N}])';
const NAMED_ONCE = `(?: (?!${ORDINARY})[\\p{L}\\p{N}]+)`;
const NAMED = `(?: (?!${ORDINARY})[\\p{L}\\p{N}]+){1,3}`;
const STREET = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:خیابان|بلوار|کوچه|میدان|بزرگراه|اتوبان|بن ?بست|شهرک|مجتمع|پاساژ|چهارراه|سه ?راه|فلکه|جاده)${NAMED}`,
  'gu',
);
// A school, a mosque, a park with a name of its own.
const PLACE = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:مسجد|دبستان|دبیرستان|هنرستان|حسینیه|امامزاده|بوستان|پارک|درمانگاه|بیمارستان)${NAMED_ONCE}`,
  'gu',
);
const STREET_EN = /\b(?:street|st\.|alley|avenue|ave\.|boulevard|blvd\.?|square|lane) (?:no\.? ?)?[a-z0-9]+/g;
const NUMBERED =
  /(?<![\p{L}\p{N}])(?:پلاک|واحد|طبقه|بلوک|زنگ|کوچه|خیابان|بن ?بست|منزل|no\.|unit|plate|flat|block)(?: ?(?:ها|های|شماره|:))? ?\d+(?: ?(?:[/-]|تا|و) ?\d+)*/gu;

const NOBODY =
  '(?:ها|های|هایی|ی|و|یا|که|را|در|از|به|با|است|خانه|محترم|محله|شهر|ان|این|معلم|مدیر|مربی|داوطلب|سرپرست|باردار|جوان|عمومی)(?![\\p{L}\\p{N}])';
const ADDRESSED = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:اقای|جناب|خانم|سرکار خانم|حاج ?اقا|حاج ?خانم|حاجی|حاج|مهندس|دکتر|استاد|سرهنگ|سردار|حجت ?الاسلام|ایت ?الله|شهید|سید|سیده)(?: (?!${NOBODY})\\p{L}{2,}){1,2}`,
  'gu',
);
const ADDRESSED_EN = /\b(?:mr|mrs|ms|dr|haj|eng)\.? [a-z]{3,}(?: [a-z]{3,})?/g;

/** Exact addresses, and persons that are addressed by a title, in a folded text, by their places in the text itself. */
export const addressesIn = ({ text, at }: Folded): Leak[] => {
  const matched = (kind: LeakKind, pattern: RegExp): Leak[] =>
    [...text.matchAll(pattern)].map((match) => ({
      ...{ kind, instead: '' },
      ...{ from: at[match.index] ?? 0, to: at[match.index + match[0].length] ?? 0 },
    }));
  return [
    ...matched('address', NUMBERED),
    ...matched('address', STREET),
    ...matched('address', PLACE),
    ...matched('address', STREET_EN),
    ...matched('addressed', ADDRESSED),
    ...matched('addressed', ADDRESSED_EN),
  ];
};
