import type { TemplateDocument, TemplateElement } from './document/index.ts';

/** An id that is the same in every run: its last digits say which. */
export const elementId = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

const element = (n: number, kind: string, fields: TemplateElement['fields']): TemplateElement => ({
  id: elementId(n),
  kind,
  fields,
});

const when = { startAfterRef: null, startDays: 0, lastsDays: 10 };

/** Elements of many kinds that hang together. */
export const sampleElements = (): TemplateElement[] => [
  element(1, 'domain', {
    ...{ titleFa: 'عمران', titleEn: 'Civil works', nationalKey: 'civil_works', isSensitive: false, parentRef: null },
  }),
  element(2, 'problem', {
    ...{ title: 'کوچه‌های تاریک', description: null, domainRef: elementId(1), severity: 3 },
    ...{ whys: ['چراغ کم است', 'کسی گزارش نمی‌دهد'], solution: 'چراغ تازه' },
  }),
  element(3, 'role', { titleFa: 'دبیر محله', titleEn: null, office: null, duty: null }),
  element(4, 'agency', { titleFa: 'شهرداری', titleEn: 'Municipality', agencyKind: 'municipality' }),
  element(5, 'indicator', {
    ...{ key: 'lit_alleys', titleFa: 'کوچه‌های روشن', titleEn: 'Lit alleys', aim: 'conditions', unit: 'percent' },
    ...{ direction: 'more', formula: null, about: null, ofFa: null, ofEn: null, source: 'بازدید شبانه' },
    ...{ frequency: 'season', population: 'things', addsUp: false, expectedChange: 20, expectedMonths: 6 },
  }),
  element(6, 'operation', {
    ...{ title: 'روشنایی کوچه‌ها', goal: null, measure: null, audience: null, domainRef: elementId(1) },
    ...{ problemRef: elementId(2), agencyRef: elementId(4), indicatorRef: elementId(5), capacityRefs: [], ...when },
  }),
  element(7, 'task', {
    ...{ title: 'شمارش چراغ‌ها', operationRef: elementId(6), roleRef: elementId(3), agencyRef: null },
    ...{ ...when, isMilestone: false },
  }),
  element(8, 'task', {
    ...{ title: 'نصب', operationRef: elementId(6), roleRef: elementId(3), agencyRef: elementId(4) },
    ...{ startAfterRef: elementId(7), startDays: 14, lastsDays: 5, isMilestone: false },
  }),
  element(9, 'link', { taskRef: elementId(8), afterRef: elementId(7), lagDays: 2 }),
  element(10, 'lesson', { title: 'همسایه‌ها', text: 'پیش از نصب با همسایه‌ها گفت‌وگو کنید.' }),
];

/** A small document that is in order. */
export const sampleDocument = (over: Partial<TemplateDocument> = {}): TemplateDocument => ({
  format: 'mahalleh-template',
  formatVersion: 1,
  templateId: elementId(100),
  version: 1,
  previous: null,
  province: 'qom',
  title: 'محله روشن',
  summary: 'کوچه‌ها را با خود مردم روشن کردیم.',
  changes: '',
  tags: ['روشنایی'],
  setting: 'urban',
  size: 'medium',
  isSample: true,
  elements: sampleElements(),
  results: [],
  credits: [],
  attachments: [],
  ...over,
});
