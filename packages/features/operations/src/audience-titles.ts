import type { Bilingual } from '@mahalleh/kernel';
import type { Audience } from './choices.ts';

/** What the groups that an operation can address are called. */
export const AUDIENCE_TITLES: Readonly<Record<Audience, Bilingual>> = {
  everyone: { fa: 'همه اهالی', en: 'all residents' },
  children: { fa: 'کودکان', en: 'children' },
  students: { fa: 'دانش‌آموزان', en: 'students' },
  youth: { fa: 'جوانان', en: 'young people' },
  elderly: { fa: 'سالمندان', en: 'the elderly' },
  women: { fa: 'بانوان', en: 'women' },
  women_heads: { fa: 'زنان سرپرست خانوار', en: 'women heads of households' },
  families: { fa: 'خانواده‌ها', en: 'families' },
  disabled: { fa: 'معلولان', en: 'people with disabilities' },
  job_seekers: { fa: 'جویندگان کار', en: 'job seekers' },
  workers: { fa: 'کارگران', en: 'workers' },
  traders: { fa: 'کسبه', en: 'traders' },
  migrants: { fa: 'مهاجران', en: 'migrants' },
};
