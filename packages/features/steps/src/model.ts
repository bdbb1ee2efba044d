import { COUNCIL_STATES, zConformance, zCouncilRow, zCouncilSeat } from '@mahalleh/councils/model';
import { TargetItem } from '@mahalleh/indicators/model';
import { zCount, zId, zInput, zName, zOptional } from '@mahalleh/kernel';
import * as z from 'zod';
import { LACKS } from './rules.ts';

export * from './ground-model.ts';

/** What the list of neighbourhoods can be sorted by; a minus turns it round. */
export const SORTS = ['name', '-name', 'step', '-step', 'population', '-population'] as const;
/** A sort of the list of neighbourhoods. */
export type Sort = (typeof SORTS)[number];

/** Filters of the list of neighbourhoods. */
export const ListNeighbourhoods = zInput({
  page: zOptional(zCount({ min: 1, max: 100_000 })),
  size: zOptional(zCount({ min: 1, max: 100 })),
  countyId: zOptional(zId('unit')),
  step: zOptional(zCount({ min: 0, max: 3 })),
  lack: zOptional(z.enum(LACKS)),
  councilState: zOptional(z.enum(COUNCIL_STATES)),
  q: zOptional(zName(120)),
  sort: zOptional(z.enum(SORTS)),
});

/** Names one neighbourhood. */
export const OneNeighbourhood = zInput({ unitId: zId('unit') });

/** The home takes nothing. */
export const Home = zInput({});

const zParams = z.record(z.string(), z.number());
const zStepState = z.enum(['full', 'half', 'empty']);
const zMissing = z.object({ code: z.enum(LACKS), params: zParams }).nullable();
const zPlace = z.object({ id: z.string(), kind: z.string(), nameFa: z.string(), nameEn: z.string().nullable() });
const zPerson = z.object({ id: z.string(), name: z.string() });

/** The three steps of a neighbourhood with their conditions, and what is missing for the next. */
export const zStanding = z.object({
  step: z.number(),
  steps: z.array(
    z.object({
      number: z.number(),
      state: zStepState,
      conditions: z.array(z.object({ code: z.string(), isMet: z.boolean(), params: zParams })),
    }),
  ),
  missing: zMissing,
});

/** One neighbourhood in the list. */
export const zNeighbourhoodRow = z.object({
  id: z.string(),
  kind: z.string(),
  nameFa: z.string(),
  nameEn: z.string().nullable(),
  isModel: z.boolean(),
  isSample: z.boolean(),
  county: z.object({ id: z.string(), nameFa: z.string(), nameEn: z.string().nullable() }).nullable(),
  population: z.number().nullable(),
  step: z.number(),
  steps: z.array(zStepState),
  missing: zMissing,
  openProblems: z.number(),
  capacities: z.number(),
  runningOperations: z.number(),
  manager: zPerson.nullable(),
});

/** A page of the list of neighbourhoods. */
export const zNeighbourhoodList = z.object({
  rows: z.array(zNeighbourhoodRow),
  total: z.number(),
  page: z.number(),
  size: z.number(),
});

/** The steps of one neighbourhood. */
export const zNeighbourhoodSteps = z.object({ unitId: z.string(), ...zStanding.shape });

const zBaseName = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.string(),
  activation: z.string(),
  activatedOn: z.string().nullable(),
  isLead: z.boolean(),
});

/** Everything that a neighbourhood's page shows at first. */
export const zNeighbourhood = z.object({
  id: z.string(),
  kind: z.string(),
  nameFa: z.string(),
  nameEn: z.string().nullable(),
  officialCode: z.string().nullable(),
  isModel: z.boolean(),
  isSample: z.boolean(),
  endedOn: z.string().nullable(),
  revision: z.number(),
  /** From the province down to the unit's parent. */
  ancestors: z.array(zPlace),
  passport: z.object({
    population: z.number().nullable(),
    areaM2: z.number().nullable(),
    latitude: z.number().nullable(),
    longitude: z.number().nullable(),
    summary: z.string().nullable(),
    house: z.object({ id: z.string(), name: z.string() }).nullable(),
    lead: z.object({ id: z.string(), name: z.string(), activatedOn: z.string().nullable() }).nullable(),
    manager: zPerson.nullable(),
    facilitators: z.number(),
  }),
  standing: zStanding,
  council: z
    .object({
      id: z.string(),
      establishedOn: z.string(),
      firstMeetingOn: z.string().nullable(),
      revision: z.number(),
      conformance: zConformance,
      seats: z.array(zCouncilSeat.omit({ others: true })),
      committees: z.number(),
    })
    .nullable(),
  problems: z.object({
    rows: z.array(
      z.object({
        id: z.string(),
        code: z.string(),
        title: z.string(),
        domainKey: z.string(),
        domainFa: z.string(),
        domainEn: z.string(),
        severity: z.number(),
        status: z.string(),
        rank: z.number().nullable(),
        peopleAffected: z.number().nullable(),
      }),
    ),
    /** The first open ones in the order of the residents, with their place in both orders: those that both have scored. */
    scored: z.array(
      z.object({ id: z.string(), title: z.string(), residentsRank: z.number(), expertsRank: z.number() }),
    ),
    /** How many votes of residents the order is made of. */
    votes: z.number(),
    open: z.number(),
    solved: z.number(),
    total: z.number(),
  }),
  capacities: z.object({
    rows: z.array(
      z.object({
        id: z.string(),
        kind: z.string(),
        name: z.string(),
        quantity: z.number().nullable(),
        availableNote: z.string().nullable(),
      }),
    ),
    total: z.number(),
  }),
  operations: z.object({
    rows: z.array(
      z.object({
        id: z.string(),
        code: z.string(),
        title: z.string(),
        status: z.string(),
        startsOn: z.string(),
        endsOn: z.string(),
        agencyName: z.string().nullable(),
        tasks: z.number(),
        doneTasks: z.number(),
        lateTasks: z.number(),
        /** Of the longest-late task; 0 when none is late. Unit: days. */
        daysLate: z.number(),
      }),
    ),
    total: z.number(),
    running: z.number(),
    done: z.number(),
  }),
  bases: z.array(zBaseName),
  recent: z.array(
    z.object({ atMs: z.number(), action: z.string(), subject: z.string(), actorName: z.string().nullable() }),
  ),
});

const zLackCount = z.object({ code: z.enum(LACKS), count: z.number() });

/** The home of a province's workspace: what it needs to know today, in one answer. */
export const zHome = z.object({
  today: z.string(),
  /** The units over which the reader's roles hold. */
  scope: z.array(zPlace),
  funnel: z.object({
    total: z.number(),
    /** Stage n: neighbourhoods whose first n steps are complete; `lost`: those that go no further, and why. */
    stages: z.array(z.object({ step: z.number(), reached: z.number(), lost: z.number(), lacks: z.array(zLackCount) })),
  }),
  councils: z.object({
    notFormed: z.number(),
    lacks: z.array(z.object({ kind: z.string(), code: z.string(), count: z.number() })),
    rows: z.array(zCouncilRow),
  }),
  lateTasks: z.object({
    count: z.number(),
    /** The agency with the most late tasks. */
    most: z.object({ agencyId: z.string(), agencyName: z.string(), count: z.number() }).nullable(),
    rows: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        dueOn: z.string(),
        daysLate: z.number(),
        operation: z.object({ id: z.string(), title: z.string() }),
        unit: zPlace,
        responsible: zPerson,
        agency: z.object({ id: z.string(), name: z.string() }).nullable(),
      }),
    ),
  }),
  targets: z.object({ rows: z.array(TargetItem), total: z.number() }),
  /** How fresh the figures are. `asOfMs` is null while `waitingUnits` are being recomputed. */
  freshness: z.object({
    asOfMs: z.number().nullable(),
    waitingUnits: z.number(),
    lastChangeAtMs: z.number().nullable(),
  }),
});
