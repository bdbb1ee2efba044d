import type { Bilingual } from '@mahalleh/kernel';

/** A metric that a target can be set on: a stock as it is now, or a flow added up over the months of the target. */
export type Measurable = {
  readonly key: string;
  readonly version: number;
  readonly nature: 'stock' | 'flow';
  readonly unit: string;
  readonly title: Bilingual;
  /** Its dimensions, and the values that each can have. */
  readonly by: Readonly<Record<string, readonly string[]>>;
};

const COUNCIL_STATES = ['formed', 'not_formed', 'absent'];
const DOMAINS = [
  'education',
  'sport',
  'health',
  'culture',
  'employment',
  'women_heads_support',
  'social_harms',
  'livelihood',
  'civil_works',
  'environment',
  'public_security',
  'health_monitoring',
  'crisis_management',
];

const base = { version: 1, nature: 'stock' } as const;
const flow = { version: 1, nature: 'flow' } as const;

/** The metrics that a target can be set on. They are repeated here for the forms of a browser; a test keeps them equal to what the features declare. */
export const MEASURABLES: readonly Measurable[] = [
  {
    ...base,
    key: 'base.active',
    unit: 'base',
    title: { fa: 'پایگاه‌های فعال', en: 'Active bases' },
    by: { kind: ['mosque', 'basij', 'school', 'health_centre', 'ngo_office', 'neighbourhood_house', 'other'] },
  },
  {
    ...base,
    key: 'council.steering',
    unit: 'council',
    title: { fa: 'شوراهای راهبری شهرستان', en: 'County steering councils' },
    by: { state: COUNCIL_STATES },
  },
  {
    ...base,
    key: 'council.progress',
    unit: 'council',
    title: { fa: 'شوراهای پیشرفت محله', en: 'Neighbourhood progress councils' },
    by: { state: COUNCIL_STATES },
  },
  {
    ...flow,
    key: 'problem.registered',
    unit: 'problem',
    title: { fa: 'مسئله‌های ثبت‌شده', en: 'Problems registered' },
    by: { domain: DOMAINS },
  },
  {
    ...flow,
    version: 2,
    key: 'problem.solved',
    unit: 'problem',
    title: { fa: 'مسئله‌های حل‌شده', en: 'Problems solved' },
    by: { domain: DOMAINS },
  },
  {
    ...base,
    version: 2,
    key: 'capacity.count',
    unit: 'capacity',
    title: { fa: 'ظرفیت‌ها', en: 'Capacities' },
    by: { kind: ['institution', 'place', 'equipment', 'skill', 'fund'] },
  },
  {
    ...base,
    key: 'operation.count',
    unit: 'operation',
    title: { fa: 'عملیات میدانی', en: 'Operations' },
    by: { status: ['planned', 'running', 'done', 'cancelled'] },
  },
  {
    ...flow,
    key: 'contribution.rial',
    unit: 'rial',
    title: { fa: 'ارزش آورده‌ها', en: 'Value of contributions' },
    by: { kind: ['money', 'work', 'goods', 'place'] },
  },
];

/** The metric of that name, when a target can be set on it. */
export const measurableOf = (key: string): Measurable | undefined => MEASURABLES.find((metric) => metric.key === key);

/** The dimensions that a metric does not have, or not with that value. */
export const unknownDims = (metric: Measurable, dims: string): string[] =>
  dims.split(';').filter((pair) => {
    const [name = '', value = ''] = pair.split('=');
    return !metric.by[name]?.includes(value);
  });
