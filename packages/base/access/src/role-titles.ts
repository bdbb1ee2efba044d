import type { Role } from './roles.ts';

/** What each role is called in both languages. */
export const ROLE_TITLES = {
  province_admin: { fa: 'راهبر سامانه استان', en: 'Province administrator' },
  director_general: { fa: 'مدیرکل امور اجتماعی و فرهنگی', en: 'Director-general' },
  governor: { fa: 'استاندار', en: 'Governor' },
  county_governor: { fa: 'فرماندار', en: 'County governor' },
  county_secretary: { fa: 'دبیر شورای شهرستان', en: 'County secretary' },
  neighbourhood_manager: { fa: 'مدیر محله', en: 'Neighbourhood manager' },
  council_member: { fa: 'عضو شورا', en: 'Council member' },
  facilitator: { fa: 'تسهیلگر', en: 'Facilitator' },
  agency_officer: { fa: 'کارشناس دستگاه', en: 'Agency officer' },
  observer: { fa: 'ناظر', en: 'Observer' },
  ministry_admin: { fa: 'راهبر سامانه وزارت کشور', en: 'Ministry administrator' },
  ministry_analyst: { fa: 'تحلیلگر وزارت کشور', en: 'Ministry analyst' },
  ministry_reviewer: { fa: 'بازبین وزارت کشور', en: 'Ministry reviewer' },
  guest_places: { fa: 'مهمان: محله‌ها و گام‌ها', en: 'Guest: neighbourhoods and steps' },
  guest_councils: { fa: 'مهمان: شوراها', en: 'Guest: councils' },
  guest_problems: { fa: 'مهمان: مسئله‌ها', en: 'Guest: problems' },
  guest_operations: { fa: 'مهمان: عملیات', en: 'Guest: operations' },
  guest_targets: { fa: 'مهمان: هدف‌ها و شاخص‌ها', en: 'Guest: targets and indicators' },
} as const satisfies Record<Role, { readonly fa: string; readonly en: string }>;
