/** A title in both languages. */
export type Bilingual = { readonly fa: string; readonly en: string };

/** Whose meaning a metric is: the part of the programme that defines it and answers for it. */
export type Owner = { readonly key: string; readonly title: Bilingual };

/** Who may be told a figure: everybody, the officials of the programme, or, counting people, only what suppression leaves. */
export type Sensitivity = 'open' | 'official' | 'people';

type Common<Key extends string> = {
  readonly key: Key;
  /** Raise when the meaning changes; old and new values are never joined. */
  readonly version: number;
  readonly title: Bilingual;
  /** One or two sentences that say exactly what is counted. */
  readonly definition: Bilingual;
  /** Who defined it and where, so that a reader can check. */
  readonly source: Bilingual;
  readonly owner: Owner;
  readonly sensitivity: Sensitivity;
};

type Counted = {
  readonly unit:
    | 'problem'
    | 'neighbourhood'
    | 'council'
    | 'capacity'
    | 'operation'
    | 'task'
    | 'contribution'
    | 'base'
    | 'rial'
    | 'day'
    | 'target'
    | 'indicator'
    | 'adoption'
    | 'element';
  /** A stock is a level now; a flow happened in a Jalali month. */
  readonly nature: 'stock' | 'flow';
  /** Only things leave a province while it lasts; counts of people wait for suppression at period close. */
  readonly population: 'things';
  readonly per: 'neighbourhood' | 'county';
  /** Dimensions, in order. Their values come from national code lists only. */
  readonly by: readonly string[];
  /** The drawer whose tables mark units dirty for this metric. */
  readonly feature: string;
  /**
   * SQL that gives one row per counted thing or pre-counted group: `unit_id`, one column per dimension, `amount`
   * (an integer), and `at_ms` for a flow. Must hold `unit_id in (:units)`; may use `:now_ms` and `:today`.
   */
  readonly from: string;
  /** A part of `from`, between brackets there, that other metrics of the feature hold word by word: it is computed once for all of them. */
  readonly shares?: string;
  /** SQL that gives `unit_id`, `at_ms`: when the value changes without a write. Must hold `(:units)`; may use `:now_ms`, `:today`. */
  readonly nextChange?: string;
};

/** A number of things, or a sum of amounts. Joins by addition. */
export type Count<Key extends string = string> = Common<Key> & Counted & { readonly kind: 'count' };

/** Amounts in fixed buckets: bucket n holds amounts up to and including `bounds[n]`, the last all above. Joins by addition, so percentiles join. */
export type Distribution<Key extends string = string> = Common<Key> &
  Counted & { readonly kind: 'distribution'; readonly bounds: readonly number[] };

/** One count over another, divided last: an average of averages cannot be written. */
export type Ratio<Key extends string = string> = Common<Key> & {
  readonly kind: 'ratio';
  readonly of: { readonly metric: Count; readonly where?: Readonly<Record<string, readonly string[]>> };
  readonly over: { readonly metric: Count; readonly where?: Readonly<Record<string, readonly string[]>> };
};

/** What is recomputed and stored. */
export type StoredMetric = Count | Distribution;
/** Every declared metric. */
export type Metric = StoredMetric | Ratio;

/** Declares a count. */
export const defineCount = <const Key extends string>(metric: Omit<Count<Key>, 'kind'>): Count<Key> => ({
  kind: 'count',
  ...metric,
});
/** Declares a distribution. */
export const defineDistribution = <const Key extends string>(
  metric: Omit<Distribution<Key>, 'kind'>,
): Distribution<Key> => ({
  kind: 'distribution',
  ...metric,
});
/** Declares a ratio of two counts, each perhaps kept to some values of a dimension. */
export const defineRatio = <const Key extends string>(metric: Omit<Ratio<Key>, 'kind'>): Ratio<Key> => ({
  kind: 'ratio',
  ...metric,
});

/** A table whose changes make units dirty for a feature. `unit` is the column that names the unit (`unit_id` unless said). */
export type DirtyMark = {
  readonly table: string;
  readonly feature: string;
  readonly unit?: string;
  readonly columns?: readonly string[];
};

/** The stored name of a metric: its key and version. */
export const storedKey = (metric: { key: string; version: number }): string => `${metric.key}@${metric.version}`;

/** The stored form of dimension values: `domain=health;state=open`, in the order of `by`. Empty without dimensions. */
export const dimsText = (values: Readonly<Record<string, string>>): string =>
  Object.entries(values)
    .map(([name, value]) => `${name}=${value}`)
    .join(';');

/** The reverse of `dimsText`. */
export const dimsOf = (text: string): Record<string, string> =>
  Object.fromEntries(
    text
      .split(';')
      .filter(Boolean)
      .map((pair) => {
        const at = pair.indexOf('=');
        return [pair.slice(0, at), pair.slice(at + 1)];
      }),
  );

/** How figures of several places become one. It follows from the kind: nothing else can be written. */
export type Join = 'sum' | 'sum by bucket' | 'ratio of sums';

const JOINS = { count: 'sum', distribution: 'sum by bucket', ratio: 'ratio of sums' } as const;

/** How a metric joins. */
export const joinOf = (metric: Metric): Join => JOINS[metric.kind];
