/** The least that the second step needs. */
export const MINIMUM = { problems: 1, capacities: 1, operations: 1 } as const;

/** What of a neighbourhood's records decides its step. */
export type StepCounts = {
  readonly hasCouncil: boolean;
  readonly requiredSeats: number;
  readonly filledSeats: number;
  readonly sworn: number;
  readonly hasMet: boolean;
  /** Problems on record, merged ones apart. */
  readonly problems: number;
  /** Problems that nobody has triaged yet. */
  readonly untriaged: number;
  /** Capacities not withdrawn. */
  readonly capacities: number;
  /** Operations not cancelled that have a task not cancelled. */
  readonly operationsPlanned: number;
  readonly operationsDone: number;
  /** Done tasks with neither a note nor anything attached. */
  readonly tasksWithoutEvidence: number;
  /** Done operations with a result. */
  readonly operationsMeasured: number;
};

/** The conditions of the three steps, in their order. */
export const CONDITIONS = [
  ['seats_filled', 'sworn', 'has_met'],
  ['problems', 'triaged', 'capacities'],
  ['operations_planned', 'evidenced', 'measured'],
] as const;
/** A condition of a step. */
export type ConditionCode = (typeof CONDITIONS)[number][number];

/** What keeps a neighbourhood from its next step: a national list. `none`: all three steps are done. */
export const LACKS = [
  'council_absent',
  'seat_vacant',
  'not_sworn',
  'first_meeting_missing',
  'problems_missing',
  'problems_untriaged',
  'capacities_missing',
  'operation_missing',
  'operation_not_done',
  'evidence_missing',
  'result_missing',
  'none',
] as const;
/** What keeps a neighbourhood from its next step. */
export type Lack = (typeof LACKS)[number];

/** The step at which a lack holds a neighbourhood back. */
export const STEP_OF_LACK: Readonly<Record<Lack, number>> = {
  council_absent: 0,
  seat_vacant: 0,
  not_sworn: 0,
  first_meeting_missing: 0,
  problems_missing: 1,
  problems_untriaged: 1,
  capacities_missing: 1,
  operation_missing: 2,
  operation_not_done: 2,
  evidence_missing: 2,
  result_missing: 2,
  none: 3,
};

type Params = Readonly<Record<string, number>>;

/** A condition, whether it is met, and the figures that say so. */
export type Condition = { readonly code: ConditionCode; readonly isMet: boolean; readonly params: Params };
/** How far a step is: all, some or none of its conditions met. */
export type StepState = 'full' | 'half' | 'empty';
/** One of the three steps. */
export type Step = { readonly number: number; readonly state: StepState; readonly conditions: readonly Condition[] };
/** Where a neighbourhood stands, and what it lacks for the next step; null when it lacks nothing. */
export type Standing = {
  readonly step: number;
  readonly steps: readonly Step[];
  readonly missing: { readonly code: Lack; readonly params: Params } | null;
};

const conditionsOf = (c: StepCounts): readonly (readonly Condition[])[] => [
  [
    {
      code: 'seats_filled',
      isMet: c.hasCouncil && c.filledSeats === c.requiredSeats,
      params: { filled: c.filledSeats, required: c.requiredSeats },
    },
    {
      code: 'sworn',
      isMet: c.hasCouncil && c.sworn === c.requiredSeats,
      params: { sworn: c.sworn, required: c.requiredSeats },
    },
    { code: 'has_met', isMet: c.hasMet, params: {} },
  ],
  [
    {
      code: 'problems',
      isMet: c.problems >= MINIMUM.problems,
      params: { count: c.problems, minimum: MINIMUM.problems },
    },
    { code: 'triaged', isMet: c.problems >= MINIMUM.problems && c.untriaged === 0, params: { untriaged: c.untriaged } },
    {
      code: 'capacities',
      isMet: c.capacities >= MINIMUM.capacities,
      params: { count: c.capacities, minimum: MINIMUM.capacities },
    },
  ],
  [
    {
      code: 'operations_planned',
      isMet: c.operationsPlanned >= MINIMUM.operations,
      params: { count: c.operationsPlanned },
    },
    {
      code: 'evidenced',
      isMet: c.operationsDone >= 1 && c.tasksWithoutEvidence === 0,
      params: { done: c.operationsDone, without: c.tasksWithoutEvidence },
    },
    { code: 'measured', isMet: c.operationsMeasured >= 1, params: { count: c.operationsMeasured } },
  ],
];

const stateOf = (conditions: readonly Condition[]): StepState => {
  const met = conditions.filter(({ isMet }) => isMet).length;
  return met === conditions.length ? 'full' : met === 0 ? 'empty' : 'half';
};

const councilLack = (c: StepCounts): Standing['missing'] => {
  if (!c.hasCouncil) return { code: 'council_absent', params: {} };
  if (c.filledSeats < c.requiredSeats)
    return { code: 'seat_vacant', params: { count: c.requiredSeats - c.filledSeats } };
  if (c.sworn < c.requiredSeats) return { code: 'not_sworn', params: { count: c.requiredSeats - c.sworn } };
  return { code: 'first_meeting_missing', params: {} };
};

const registryLack = (c: StepCounts): Standing['missing'] => {
  if (c.problems < MINIMUM.problems)
    return { code: 'problems_missing', params: { count: MINIMUM.problems - c.problems } };
  if (c.untriaged > 0) return { code: 'problems_untriaged', params: { count: c.untriaged } };
  return { code: 'capacities_missing', params: { count: MINIMUM.capacities - c.capacities } };
};

const operationLack = (c: StepCounts): Standing['missing'] => {
  if (c.operationsPlanned < MINIMUM.operations) return { code: 'operation_missing', params: {} };
  if (c.operationsDone < 1) return { code: 'operation_not_done', params: { count: c.operationsPlanned } };
  if (c.tasksWithoutEvidence > 0) return { code: 'evidence_missing', params: { count: c.tasksWithoutEvidence } };
  return { code: 'result_missing', params: {} };
};

/** The step of a neighbourhood: how many of the three, from the first on, are complete; and the first thing that the next one lacks. */
export const stepOf = (counts: StepCounts): Standing => {
  const steps = conditionsOf(counts).map((conditions, i) => ({
    number: i + 1,
    state: stateOf(conditions),
    conditions,
  }));
  const open = steps.findIndex(({ state }) => state !== 'full');
  if (open === -1) return { step: 3, steps, missing: null };
  return { step: open, steps, missing: [councilLack, registryLack, operationLack][open]?.(counts) ?? null };
};
