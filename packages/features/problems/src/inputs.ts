import {
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
import { CLOSE_REASONS, PLACE_KINDS, PROBLEM_STATUSES } from './statuses.ts';

/** The field of an amendment: left out, it stays; null or empty text clears it. */
const zClearable = <T extends z.ZodType>(field: T) =>
  z.union([z.literal('').transform(() => null), field.nullable()]).optional();

const zDomainKey = z.string({ error: 'required' }).regex(/^[a-z0-9_]{1,60}$/, { error: 'choice_unknown' });
const zSeverity = zCount({ min: 1, max: 5 });
const zRank = zCount({ min: 1, max: 9999 });
const zPeople = zCount({ min: 0, max: 10_000_000 });

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

/** The orders in which a list can be asked for. */
export const PROBLEM_SORTS = ['rank', 'severity', 'newest'] as const;

const filters = {
  /** The unit and everything below it. */
  unitId: zOptional(zId('unit')),
  status: zOptional(z.enum([...PROBLEM_STATUSES, 'open'])),
  domain: zOptional(zDomainKey),
  severity: zOptional(zSeverity),
  /** Words of the title, or a tracking code. */
  q: zOptional(z.string().max(200, { error: 'text_too_long' })),
};

/** Input of the list of problems. `open` stands for registered, triaged and started. */
export const ListProblems = zInput({
  ...filters,
  sort: zOptional(z.enum(PROBLEM_SORTS)),
  page: zOptional(zCount({ min: 1, max: 100_000 })),
  size: zOptional(zCount({ min: 1, max: 100 })),
});

/** Input of the counts beside the filters. */
export const CountProblems = zInput({ unitId: filters.unitId });

/** Input of the page of one problem. */
export const OneProblem = zInput({ problemId: zId('problem') });

/** Input of the list of domains. */
export const ListDomains = zInput({});
