import { HIDDEN, joinOf, storedKey, type Metric, type PeopleMetric } from '@mahalleh/metric';

const kept = (where: Readonly<Record<string, readonly string[]>> | undefined): string =>
  where === undefined
    ? ''
    : ` (${Object.entries(where)
        .map(([dim, values]) => `${dim} = ${values.join(', ')}`)
        .join('; ')})`;

/** What a metric is made of: its unit, nature, place and dimensions, or the two counts that are divided. */
const madeOf = (metric: Metric): (readonly [string, string])[] => {
  if (metric.kind === 'ratio') {
    const { of, over } = metric;
    return [
      ['of', `\`${storedKey(of.metric)}\`${kept(of.where)}`],
      ['over', `\`${storedKey(over.metric)}\`${kept(over.where)}`],
    ];
  }
  return [
    ['unit', metric.unit],
    ['nature', metric.nature],
    ['per', metric.per],
    ['by', metric.by.join(', ') || '–'],
    ['counts', metric.population],
    ...(metric.kind === 'distribution' ? [['buckets up to', metric.bounds.join(', ')] as const] : []),
  ];
};

const partOf = (metric: Metric): string[] => [
  '',
  `### \`${storedKey(metric)}\` · ${metric.title.en} · ${metric.title.fa}`,
  '',
  metric.definition.en,
  '',
  metric.definition.fa,
  '',
  '| what | says |',
  '| --- | --- |',
  ...[
    ...madeOf(metric),
    ['join', joinOf(metric)] as const,
    ['sensitivity', metric.sensitivity] as const,
    ['source', metric.source.en] as const,
  ].map(([what, says]) => `| ${what} | ${says} |`),
];

/** A metric of people: whom it counts, how it is broken down, and what of it is told. */
const peoplePartOf = (metric: PeopleMetric): string[] => [
  '',
  `### \`${storedKey(metric)}\` · ${metric.title.en} · ${metric.title.fa}`,
  '',
  metric.definition.en,
  '',
  metric.definition.fa,
  '',
  '| what | says |',
  '| --- | --- |',
  ...[
    ['unit', metric.unit] as const,
    ['nature', `${metric.nature}, as it is when a month is closed`] as const,
    ['per', 'county'] as const,
    ['by', metric.by] as const,
    ['counts', metric.population] as const,
    ...(metric.kind === 'ratio'
      ? [
          ['parts', metric.parts.map(({ key, title }) => `\`${key}\` (${title.en} · ${title.fa})`).join(', ')] as const,
          ['share', `\`${metric.of}\` over all parts`] as const,
        ]
      : []),
    [
      'told',
      metric.kind === 'ratio'
        ? `what suppression leaves: a leaf is hidden whole where a part of it is ${HIDDEN.least} to ${HIDDEN.most}`
        : `what suppression leaves: a leaf of ${HIDDEN.least} to ${HIDDEN.most} is hidden; a sum over hidden leaves is a range`,
    ] as const,
    ['join', 'sum of the leaves that were told'] as const,
    ['sensitivity', metric.sensitivity] as const,
    ['source', metric.source.en] as const,
  ].map(([what, says]) => `| ${what} | ${says} |`),
];

/** The catalogue of metrics as a page of the repository, by owner. Generated; a test compares it. */
export const metricsPage = (metrics: readonly Metric[], people: readonly PeopleMetric[]): string => {
  const owners = new Map([...metrics, ...people].map(({ owner }) => [owner.key, owner]));
  const byOwner = [...owners.values()].toSorted((a, b) => (a.key < b.key ? -1 : 1));
  return [
    '# Metrics',
    '',
    'Every figure of the nation is made of these. This page is generated from their declarations (`metrics.ts` of each',
    'feature). Changing what one means raises its version; old and new values are never joined. Those that count people stand last',
    'under their owner: they leave a province only when a month is closed, after suppression.',
    ...byOwner.flatMap(({ key, title }) => [
      '',
      `## ${title.en} · ${title.fa} (\`${key}\`)`,
      ...metrics.filter(({ owner }) => owner.key === key).flatMap(partOf),
      ...people.filter(({ owner }) => owner.key === key).flatMap(peoplePartOf),
    ]),
    '',
  ].join('\n');
};
