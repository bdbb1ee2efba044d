import type { Bilingual } from '@mahalleh/kernel';

/** What can be found in a text that would tell who, whose or where. */
export const LEAK_KINDS = [
  'national_id',
  'phone',
  'email',
  'postal_code',
  'bank',
  'coordinates',
  'person',
  'surname',
  'addressed',
  'agency',
  'capacity',
  'base',
  'unit',
  'address',
  'code',
  'link',
  'number',
] as const;
/** What can be found in a text. */
export type LeakKind = (typeof LEAK_KINDS)[number];

/** What nobody can decide to leave where it is: numbers of persons and ways to reach them. */
export const MUST_GO: ReadonlySet<LeakKind> = new Set([
  'national_id',
  'phone',
  'email',
  'postal_code',
  'bank',
  'coordinates',
]);

/** What each kind is called. */
export const LEAK_TITLES: Readonly<Record<LeakKind, Bilingual>> = {
  national_id: { fa: 'کد ملی', en: 'National id' },
  phone: { fa: 'شماره تلفن', en: 'Phone number' },
  email: { fa: 'نشانی رایانامه', en: 'E-mail address' },
  postal_code: { fa: 'کد پستی', en: 'Postal code' },
  bank: { fa: 'شماره حساب یا کارت', en: 'Account or card number' },
  coordinates: { fa: 'مختصات', en: 'Coordinates' },
  person: { fa: 'نام شخص', en: 'Name of a person' },
  surname: { fa: 'نام خانوادگی', en: 'Surname' },
  addressed: { fa: 'خطاب به یک شخص', en: 'A person addressed' },
  agency: { fa: 'نام دستگاه', en: 'Name of an agency' },
  capacity: { fa: 'نام ظرفیت', en: 'Name of a capacity' },
  base: { fa: 'نام مسجد یا پایگاه', en: 'Name of a mosque or base' },
  unit: { fa: 'نام جا', en: 'Name of a place' },
  address: { fa: 'نشانی', en: 'Address' },
  code: { fa: 'کد رسمی', en: 'Official code' },
  link: { fa: 'پیوند یا شناسه', en: 'Link or handle' },
  number: { fa: 'شماره بلند', en: 'Long number' },
};

/** Something found, by its place in the text, and what could stand there instead (empty: nothing). */
export type Leak = { readonly kind: LeakKind; readonly from: number; readonly to: number; readonly instead: string };
