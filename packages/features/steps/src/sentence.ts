import { persianDigits } from '@mahalleh/kernel/digits';
import { fillText } from '@mahalleh/kernel/failure';
import type { Condition, ConditionCode, Lack } from './rules.ts';

type Locale = 'fa' | 'en';
type Texts = Readonly<Record<Locale, string>>;

/** What a neighbourhood lacks for its next step, in words. */
export const LACK_TEXTS: Readonly<Record<Lack, Texts>> = {
  council_absent: { fa: 'شورای پیشرفت محله هنوز ثبت نشده است', en: 'no progress council has been established yet' },
  seat_vacant: { fa: '{count} کرسی الزامی شورا خالی است', en: 'required seats of the council vacant: {count}' },
  not_sworn: { fa: '{count} عضو شورا هنوز شرح وظایف را نپذیرفته است', en: 'council members not sworn yet: {count}' },
  first_meeting_missing: { fa: 'نشست نخست شورا برگزار نشده است', en: 'the council has not held its first meeting' },
  problems_missing: { fa: 'هنوز مسئله‌ای ثبت نشده است', en: 'no problem is on record yet' },
  problems_untriaged: { fa: '{count} مسئله هنوز بررسی نشده است', en: 'problems not triaged yet: {count}' },
  capacities_missing: { fa: 'هنوز ظرفیتی ثبت نشده است', en: 'no capacity is on record yet' },
  operation_missing: {
    fa: 'هنوز عملیاتی با کار و مسئول و زمان ثبت نشده است',
    en: 'no operation with tasks is planned yet',
  },
  operation_not_done: { fa: 'هنوز عملیاتی به پایان نرسیده است', en: 'no operation is done yet' },
  evidence_missing: { fa: '{count} کار انجام‌شده مستندات ندارد', en: 'done tasks without evidence: {count}' },
  result_missing: { fa: 'نتیجه هیچ عملیاتی ثبت نشده است', en: 'no operation has its result recorded' },
  none: { fa: 'هر سه گام کامل است', en: 'all three steps are complete' },
};

/** What a condition's figures come to, in words. */
export const CONDITION_TEXTS: Readonly<Record<ConditionCode, Texts>> = {
  seats_filled: {
    fa: '{filled} کرسی از {required} کرسی الزامی پر است',
    en: '{filled} of {required} required seats held',
  },
  sworn: { fa: '{sworn} عضو از {required} عضو شرح وظایف را پذیرفته است', en: '{sworn} of {required} members sworn' },
  has_met: { fa: 'نشست نخست', en: 'first meeting' },
  problems: { fa: '{count} مسئله', en: 'problems: {count}' },
  triaged: { fa: '{untriaged} مسئله بررسی‌نشده', en: 'problems not triaged: {untriaged}' },
  capacities: { fa: '{count} ظرفیت', en: 'capacities: {count}' },
  operations_planned: { fa: '{count} عملیات با مسئول و زمان', en: 'operations with tasks and dates: {count}' },
  evidenced: {
    fa: '{done} عملیات انجام‌شده، {without} کار بی‌مستندات',
    en: 'operations done: {done}, tasks without evidence: {without}',
  },
  measured: { fa: '{count} عملیات با نتیجه ثبت‌شده', en: 'operations with a result: {count}' },
};

const filled = (texts: Texts, params: Readonly<Record<string, number>>, locale: Locale): string => {
  const text = fillText(texts[locale], params);
  return locale === 'fa' ? persianDigits(text) : text;
};

/** What is missing for the next step, in one sentence without its full stop. */
export const lackSentence = (
  { code, params }: { code: Lack; params: Readonly<Record<string, number>> },
  locale: Locale,
): string => filled(LACK_TEXTS[code], params, locale);

/** A condition with its figures, in a few words. */
export const conditionSentence = ({ code, params }: Pick<Condition, 'code' | 'params'>, locale: Locale): string =>
  filled(CONDITION_TEXTS[code], params, locale);
