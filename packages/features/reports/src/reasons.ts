import type { Reasons } from '@mahalleh/kernel';

/** Why a period report can refuse. */
export const reportsReasons = {
  period_malformed: {
    fa: 'دوره را به شکل 1405-08 یا 1405-q3 بنویسید.',
    en: 'Write the period as 1405-08 or 1405-q3.',
  },
  figure_unknown: { fa: 'گزارش چنین رقمی ندارد.', en: 'The report has no such figure.' },
} as const satisfies Reasons;
