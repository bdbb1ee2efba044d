import type { Bilingual } from '@mahalleh/kernel';
import type { Part } from './parts.ts';

/** What the parts of a template are called. */
export const PART_TITLES: Readonly<Record<Part, Bilingual>> = {
  council: { fa: 'شورا', en: 'Council' },
  committees: { fa: 'کمیته‌ها', en: 'Committees' },
  terms: { fa: 'شرح وظایف', en: 'Terms of reference' },
  domains: { fa: 'حوزه‌ها', en: 'Domains' },
  problems: { fa: 'مسئله‌ها', en: 'Problems' },
  capacities: { fa: 'ظرفیت‌ها', en: 'Capacities' },
  roles: { fa: 'نقش‌ها', en: 'Roles' },
  agencies: { fa: 'دستگاه‌ها', en: 'Agencies' },
  duties: { fa: 'مسئولیت‌ها', en: 'Responsibilities' },
  operations: { fa: 'عملیات', en: 'Operations' },
  indicators: { fa: 'شاخص‌ها', en: 'Indicators' },
  targets: { fa: 'هدف‌ها', en: 'Targets' },
  lessons: { fa: 'درس‌آموخته‌ها', en: 'Lessons learnt' },
  media: { fa: 'عکس‌ها و سندها', en: 'Photos and documents' },
};
