import type { RecordRow } from './ask-local.ts';

const WHEN = ['startAfterRef', 'startDays', 'lastsDays'] as const;

/** What the rules of each feature never change of a record that is there: it would be another record. */
const NEVER: Readonly<Record<string, readonly string[]>> = {
  committee: ['key'],
  operation: ['problemRef'],
  task: ['operationRef'],
  link: ['taskRef', 'afterRef'],
  // What its formulas and values are kept by.
  indicator: ['key', 'frequency', 'population'],
  target: ['metricKey', 'metricDims', 'indicatorRef'],
};
const EVERYTHING: Readonly<Record<string, readonly string[]>> = {
  problem: ['title', 'description', 'domainRef', 'severity', 'whys', 'solution'],
  operation: [
    ...['title', 'goal', 'measure', 'audience', 'domainRef', 'agencyRef', 'indicatorRef', 'capacityRefs'],
    ...WHEN,
  ],
  task: ['title', 'agencyRef', 'isMilestone', ...WHEN],
};

const OVER: Readonly<Record<string, readonly string[]>> = {
  problem: ['solved', 'closed', 'merged', 'split'],
  operation: ['done', 'cancelled'],
  task: ['done', 'cancelled'],
};

/** The fields of a record that an upgrade leaves alone: those that never change, and all of what is over. */
export const fixedFields = ({ kind, status }: Pick<RecordRow, 'kind' | 'status'>): readonly string[] => [
  ...(NEVER[kind] ?? []),
  ...(status !== null && (OVER[kind] ?? []).includes(status) ? (EVERYTHING[kind] ?? []) : []),
  // What runs has its days; they are moved by those who work on it.
  ...(kind === 'operation' && status === 'running' ? WHEN : []),
];

/** What is promised of an indicator is this neighbourhood's aim, whoever defined the indicator. */
const PROMISED: readonly string[] = ['expectedChange', 'expectedMonths'];

/** The fields of a record that was there before: it is not the template's to rewrite. */
export const fixedWhenJoined = (fields: Readonly<Record<string, unknown>>): readonly string[] =>
  Object.keys(fields).filter((field) => !PROMISED.includes(field));

/** Whether a record may be given up with its version: work that has begun is ended by people, and what belongs to the whole province stays. */
export const mayGo = ({ kind, status }: Pick<RecordRow, 'kind' | 'status'>): boolean => {
  if (kind === 'operation') return status === 'planned';
  if (kind === 'task') return status === 'open';
  if (kind === 'problem') return status === 'registered';
  return kind !== 'committee' && kind !== 'indicator';
};

/** Whether nothing new comes to a record any more. */
export const isOver = ({ kind, status }: Pick<RecordRow, 'kind' | 'status'>): boolean =>
  status !== null && (OVER[kind] ?? []).includes(status);
