import type { Bilingual } from '@mahalleh/kernel';
import type { Part } from './parts.ts';

/** What the parts of a template are called, here as on the pages. */
export const PART_TITLES: Readonly<Record<Part, Bilingual>> = {
  council: { fa: 'شورا', en: 'Council' },
  committees: { fa: 'کمیته‌ها', en: 'Committees' },
  terms: { fa: 'شرح وظایف', en: 'Terms of reference' },
  domains: { fa: 'حوزه‌ها', en: 'Domains' },
  problems: { fa: 'مسئله‌ها و ریشه‌ها', en: 'Problems and their causes' },
  capacities: { fa: 'ظرفیت‌هایی که باید جست', en: 'Capacities to look for' },
  roles: { fa: 'نقش‌ها', en: 'Roles' },
  agencies: { fa: 'دستگاه‌ها', en: 'Agencies' },
  duties: { fa: 'ماتریس مسئولیت', en: 'Matrix of responsibility' },
  operations: { fa: 'عملیات و کارها', en: 'Operations and tasks' },
  indicators: { fa: 'شاخص‌ها', en: 'Indicators' },
  targets: { fa: 'هدف‌ها', en: 'Targets' },
  lessons: { fa: 'درس‌آموخته‌ها', en: 'Lessons learnt' },
  media: { fa: 'عکس و سند', en: 'Photos and documents' },
};
