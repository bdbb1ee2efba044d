import {
  zCivilDate,
  zCount,
  zFlag,
  zId,
  zInput,
  zLatitude,
  zLongitude,
  zNote,
  zOptional,
  zRevision,
  zTitle,
} from '@mahalleh/kernel';
import * as z from 'zod';
import { CRITERIA, type Criterion } from './score-method.ts';
import { PARTS } from './split-rules.ts';
import { CLOSE_REASONS, LEVELS, PLACE_KINDS, PROBLEM_STATUSES, RELATION_KINDS, SCORE_SIDES } from './statuses.ts';
import { MOST_WHYS } from './whys-rules.ts';

/** The field of an amendment: left out, it stays; null or empty text clears it. */
const zClearable = <T extends z.ZodType>(field: T) =>
  z.union([z.literal('').transform(() => null), field.nullable()]).optional();

const zDomainKey = z.string({ error: 'required' }).regex(/^[a-z0-9_]{1,60}$/, { error: 'domain_unknown' });
const zSeverity = zCount({ min: 1, max: 5 });
const zRank = zCount({ min: 1, max: 9999 });
const zPeople = zCount({ min: 0, max: 10_000_000 });

/** Why it is so, from the nearest cause to the root; empty lines of a form are left out. */
const zWhys = z.array(zNote(500)).max(MOST_WHYS, { error: 'too_many_whys' }).optional();

const edit = { problemId: zId('problem'), revision: zRevision };

/** Input of `problem.register`. A point has both coordinates; without them the problem is the whole neighbourhood's. */
export const RegisterProblem = zInput({
  unitId: zId('unit'),
  domainKey: zDomainKey,
  title: zTitle(),
  description: zOptional(zNote()),
  severity: zSeverity,
  peopleAffected: zOptional(zPeople),
  placeKind: zOptional(z.enum(PLACE_KINDS)),
  placeNote: zOptional(zTitle()),
  latitude: zOptional(zLatitude),
  longitude: zOptional(zLongitude),
  rootCause: zOptional(zNote()),
  whys: zWhys,
});

/** Input of `problem.amend`: what is left out stays. */
export const AmendProblem = zInput({
  ...edit,
  domainKey: zOptional(zDomainKey),
  title: zOptional(zTitle()),
  description: zClearable(zNote()),
  severity: zOptional(zSeverity),
  peopleAffected: zClearable(zPeople),
  placeKind: zOptional(z.enum(PLACE_KINDS)),
  placeNote: zClearable(zTitle()),
  latitude: zClearable(zLatitude),
  longitude: zClearable(zLongitude),
  rootCause: zClearable(zNote()),
  whys: zWhys,
  /** Said when the domain becomes a sensitive one: point and place note may be dropped. */
  dropPlace: zOptional(zFlag),
  /** Said when the domain becomes a sensitive one: photos may be removed for good. */
  dropPhotos: zOptional(zFlag),
});

/** Input of `problem.triage`. */
export const TriageProblem = zInput({
  ...edit,
  severity: zSeverity,
  rank: zOptional(zRank),
  rootCause: zOptional(zNote()),
  whys: zWhys,
});

/** Input of `problem.reprioritise`. An empty rank takes the problem out of the order. */
export const ReprioritiseProblem = zInput({ ...edit, rank: zClearable(zRank), severity: zOptional(zSeverity) });

/** Input of `problem.merge`: this problem goes into the other. */
export const MergeProblem = zInput({ ...edit, intoId: zId('problem') });

/** Input of `problem.start`. */
export const StartProblem = zInput(edit);

/** Input of `problem.solve`. */
export const SolveProblem = zInput({ ...edit, solution: zNote() });

/** Input of `problem.close`. */
export const CloseProblem = zInput({ ...edit, reason: z.enum(CLOSE_REASONS) });

/** Input of `problem.reopen`. */
export const ReopenProblem = zInput({ ...edit, why: zNote(1000) });

/** Input of `problem.redact`. */
export const RedactProblem = zInput(edit);

/** Input of `problem.split`: this problem becomes several. */
export const SplitProblem = zInput({
  ...edit,
  parts: z
    .array(zInput({ title: zTitle(), domainKey: zDomainKey, severity: zSeverity, peopleAffected: zOptional(zPeople) }))
    .min(PARTS.least, { error: 'split_into_few' })
    .max(PARTS.most, { error: 'split_into_many' }),
});

const pair = { problemId: zId('problem'), otherId: zId('problem'), kind: z.enum(RELATION_KINDS) };

/** Input of `problem.relate`: what this problem is to the other. */
export const RelateProblems = zInput(pair);

/** Input of `problem.unrelate`. */
export const UnrelateProblems = zInput(pair);

const zPoints = zCount({ min: 0, max: 50_000_000 });
/** The cast is safe: the list it is made of is the type's own. */
const zSums = zInput(Object.fromEntries(CRITERIA.map((key) => [key, zPoints])) as Record<Criterion, typeof zPoints>);

/**
 * Input of `problem.score`. Residents: how many gave points, how many support it, and the sums of the points by criterion.
 * Experts: one's own points by criterion, 1 to 5; `voters` and `supporters` are left out.
 */
export const ScoreProblem = zInput({
  ...edit,
  side: z.enum(SCORE_SIDES),
  heldOn: zOptional(zCivilDate),
  voters: zOptional(zCount({ min: 0, max: 10_000_000 })),
  supporters: zOptional(zCount({ min: 0, max: 10_000_000 })),
  sums: zSums,
  note: zOptional(zNote(500)),
});

/** The most problems that one bulk changes: all of them or none. */
export const MOST_AT_ONCE = 200;
/** The records that a bulk changes, each as it was seen. */
export const zRecords = z
  .array(zInput({ id: zId('problem'), revision: zRevision }))
  .min(1, { error: 'required' })
  .max(MOST_AT_ONCE, { error: 'bulk_too_large' })
  .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, { error: 'bulk_names_twice' });

/** Input of `problem.close` for many. */
export const CloseProblems = zInput({ records: zRecords, reason: z.enum(CLOSE_REASONS) });

/** Input of `problem.reprioritise` for many: one severity for all. */
export const ReprioritiseProblems = zInput({ records: zRecords, severity: zSeverity });

/** Input of `problem.amend` for many: one domain for all. */
export const RedomainProblems = zInput({ records: zRecords, domainKey: zDomainKey });

/** Input of `problem.merge` for many: all go into one. */
export const MergeProblems = zInput({ records: zRecords, intoId: zId('problem') });

/** The orders in which a list can be asked for. */
export const PROBLEM_SORTS = ['rank', 'severity', 'newest', 'residents', 'gap'] as const;

/** The statuses that a list can be kept to: as they are, and some together. */
export const STATUS_FILTERS = [...PROBLEM_STATUSES, 'open', 'awaiting', 'confirmed'] as const;

const filters = {
  /** The unit and everything below it. */
  unitId: zOptional(zId('unit')),
  /** `open`: registered, triaged and started; `awaiting`: called solved, not confirmed. */
  status: zOptional(z.enum(STATUS_FILTERS)),
  /** The domain and those below it. */
  domain: zOptional(zDomainKey),
  severity: zOptional(zSeverity),
  level: zOptional(z.enum(LEVELS)),
  /** Waits for an answer whose day is past. */
  overdue: zOptional(zFlag),
  /** Residents and experts are far apart. */
  gap: zOptional(zFlag),
  /** Registered from this day on. */
  from: zOptional(zCivilDate),
  /** Registered up to this day. */
  to: zOptional(zCivilDate),
  /** Words of the title, whole or begun, or a tracking code. */
  q: zOptional(z.string().max(200, { error: 'text_too_long' })),
};

/** Input of the list of problems. */
export const ListProblems = zInput({
  ...filters,
  sort: zOptional(z.enum(PROBLEM_SORTS)),
  page: zOptional(zCount({ min: 1, max: 400 })),
  size: zOptional(zCount({ min: 1, max: 100 })),
});

/** Input of the board: the first of each status, by the same filters. */
export const BoardProblems = zInput({ ...filters, sort: zOptional(z.enum(PROBLEM_SORTS)) });

/** Input of the map, by the same filters. */
export const MapProblems = zInput(filters);

/** Input of the ids of all that match: `after` the last one had. */
export const ListProblemIds = zInput({ ...filters, after: zOptional(zId('problem')) });

/** Input of the counts beside the filters. */
export const CountProblems = zInput({ unitId: filters.unitId });

/** Input of the page of one problem. */
export const OneProblem = zInput({ problemId: zId('problem') });
