import type { Bilingual, Count } from './define-metric.ts';

/** What the key of every people metric begins with: by it the border knows one. */
export const PEOPLE_PREFIX = 'people.';

/** Whether a key, with or without its version, names a count of people. */
export const isPeopleKey = (key: string): boolean => key.startsWith(PEOPLE_PREFIX);

/**
 * What a count of people may be, and no more: it stands as it is when a month is closed, and is broken down by county and
 * national domain alone. There is no second dimension to declare, no total, and no flow beside a stock (their difference
 * would give back what was hidden). Each population has one table.
 */
type Counted = {
  readonly unit: 'person';
  readonly nature: 'stock';
  readonly population: 'people';
  readonly by: 'domain';
  /** Only what suppression leaves is told. */
  readonly sensitivity: 'people';
};

type Declared<Key extends `people.${string}`> = Pick<
  Count,
  'version' | 'title' | 'definition' | 'source' | 'owner' | 'feature'
> & {
  readonly key: Key;
  /** SQL that gives `unit_id`, `domain` (national), `amount`, and `part` for a ratio. Must hold `unit_id in (:units)`. */
  readonly from: string;
};

/** One of the parts that a population falls into: nobody is in two of them. */
export type PeoplePart = { readonly key: string; readonly title: Bilingual };

/** A number of people by county and domain. */
export type PeopleCount<Key extends `people.${string}` = `people.${string}`> = Declared<Key> &
  Counted & { readonly kind: 'count' };

/** One part of a population over all of it. Its parts are hidden together: none is told where one is small. */
export type PeopleRatio<Key extends `people.${string}` = `people.${string}`> = Declared<Key> &
  Counted & {
    readonly kind: 'ratio';
    readonly parts: readonly [PeoplePart, PeoplePart, ...PeoplePart[]];
    /** The key of the part that is divided by all. */
    readonly of: string;
  };

/** A metric whose population is people. */
export type PeopleMetric = PeopleCount | PeopleRatio;

const COUNTED = { unit: 'person', nature: 'stock', population: 'people', by: 'domain', sensitivity: 'people' } as const;

/** Declares a count of people. */
export const definePeopleCount = <const Key extends `people.${string}`>(metric: Declared<Key>): PeopleCount<Key> => ({
  kind: 'count',
  ...COUNTED,
  ...metric,
});

/** Declares a ratio of people: parts of one population, one of them over all. */
export const definePeopleRatio = <const Key extends `people.${string}`>(
  metric: Declared<Key> & Pick<PeopleRatio, 'parts' | 'of'>,
): PeopleRatio<Key> => ({ kind: 'ratio', ...COUNTED, ...metric });

/** The names of the numbers in one leaf, in their order: one for a count, the parts of a ratio. */
export const partKeys = (metric: PeopleMetric): readonly string[] =>
  metric.kind === 'ratio' ? metric.parts.map(({ key }) => key) : [''];

/**
 * The SQL of one leaf table as it stands now. Shape: rows `county` (official code), `domain`, `part`, `amount`; a place
 * without a row has none. `units` is SQL that gives unit ids.
 */
export const leavesSql = (metric: PeopleMetric, units: string): string =>
  `select c.official_code as county, f.domain, ${metric.kind === 'ratio' ? 'f.part' : "''"} as part, sum(f.amount) as amount from (${metric.from.replaceAll(':units', units)}) f` +
  ' join units u on u.id = f.unit_id join units c on c.id = u.county_id where c.official_code is not null group by 1, 2, 3 having sum(f.amount) > 0';
