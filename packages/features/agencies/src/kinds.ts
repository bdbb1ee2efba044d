import type { Bilingual } from '@mahalleh/kernel';

/** The kinds of body, as the nation lists them. */
export const AGENCY_KINDS = [
  'municipality',
  'school_authority',
  'mosque_affairs',
  'basij',
  'jihadi_group',
  'red_crescent',
  'relief_committee',
  'welfare',
  'health',
  'police',
  'ngo',
  'charity',
  'university_jihad',
  'other',
] as const;
/** A kind of body. */
export type AgencyKind = (typeof AGENCY_KINDS)[number];

/** What the kinds of body are called. */
export const AGENCY_KIND_TITLES: Readonly<Record<AgencyKind, Bilingual>> = {
  municipality: { fa: 'شهرداری', en: 'Municipality' },
  school_authority: { fa: 'آموزش و پرورش', en: 'School authority' },
  mosque_affairs: { fa: 'امور مساجد', en: 'Mosque affairs' },
  basij: { fa: 'بسیج', en: 'Basij' },
  jihadi_group: { fa: 'گروه جهادی', en: 'Jihadi group' },
  red_crescent: { fa: 'هلال احمر', en: 'Red Crescent' },
  relief_committee: { fa: 'کمیته امداد', en: 'Relief Committee' },
  welfare: { fa: 'بهزیستی', en: 'Welfare' },
  health: { fa: 'بهداشت و درمان', en: 'Health' },
  police: { fa: 'انتظامی', en: 'Police' },
  ngo: { fa: 'سازمان مردم‌نهاد', en: 'Non-governmental organisation' },
  charity: { fa: 'خیریه', en: 'Charity' },
  university_jihad: { fa: 'جهاد دانشگاهی', en: 'University jihad' },
  other: { fa: 'دیگر', en: 'Other' },
};

/** The kinds of base, as the nation lists them. */
export const BASE_KINDS = [
  'mosque',
  'basij',
  'school',
  'health_centre',
  'ngo_office',
  'neighbourhood_house',
  'other',
] as const;
/** A kind of base. */
export type BaseKind = (typeof BASE_KINDS)[number];

/** What the kinds of base are called. */
export const BASE_KIND_TITLES: Readonly<Record<BaseKind, Bilingual>> = {
  mosque: { fa: 'مسجد', en: 'Mosque' },
  basij: { fa: 'پایگاه بسیج', en: 'Basij base' },
  school: { fa: 'مدرسه', en: 'School' },
  health_centre: { fa: 'مرکز بهداشت', en: 'Health centre' },
  ngo_office: { fa: 'دفتر سمن', en: 'NGO office' },
  neighbourhood_house: { fa: 'خانه محله', en: 'Neighbourhood house' },
  other: { fa: 'دیگر', en: 'Other' },
};

/** How far a base is on the way to working for its neighbourhood. */
export const ACTIVATIONS = ['inactive', 'preparing', 'active'] as const;
/** A state of activation. */
export type Activation = (typeof ACTIVATIONS)[number];

/** What the states of activation are called. */
export const ACTIVATION_TITLES: Readonly<Record<Activation, Bilingual>> = {
  inactive: { fa: 'غیرفعال', en: 'Inactive' },
  preparing: { fa: 'در حال آماده‌سازی', en: 'Preparing' },
  active: { fa: 'فعال', en: 'Active' },
};
