import type { Reasons } from '@mahalleh/kernel';

/** The texts of every reason that capacities raise. */
export const capacityReasons = {
  capacity_unknown: { fa: 'چنین ظرفیتی نیست.', en: 'There is no such capacity.' },
  unit_unknown: {
    fa: 'چنین واحدی نیست یا در محدوده شما نیست.',
    en: 'There is no such unit, or it is not in your area.',
  },
  unit_has_ended: { fa: 'این واحد دیگر برقرار نیست.', en: 'This unit no longer exists.' },
  agency_unknown: { fa: 'چنین دستگاهی نیست.', en: 'There is no such agency.' },
  domain_unknown: { fa: 'چنین حوزه‌ای نیست.', en: 'There is no such domain.' },
  point_needs_coordinates: {
    fa: 'برای یک نقطه هر دو عرض و طول جغرافیایی لازم است.',
    en: 'A point needs both latitude and longitude.',
  },
  capacity_is_withdrawn: {
    fa: 'این ظرفیت از بانک ظرفیت‌ها بیرون رفته است.',
    en: 'This capacity has been withdrawn from the bank.',
  },
} as const satisfies Reasons;
