import type { NeighbourhoodPlan } from './write-neighbourhood.ts';

/** What a neighbourhood has, by how far it is. */
export type Stage = Pick<NeighbourhoodPlan, 'council' | 'problems' | 'capacities' | 'operations'>;

/** The stages at which neighbourhoods of the sample stand, from nothing to all three steps. */
export const STAGES = {
  absent: { council: null, problems: ['registered', 'registered'], capacities: 1, operations: [] },
  vacant: {
    council: { daysAgo: 120, vacant: { school: 'left' } },
    problems: ['registered', 'triaged', 'triaged'],
    capacities: 2,
    operations: [],
  },
  unsworn: {
    council: { daysAgo: 60, unsworn: ['trustee_2', 'imam'] },
    problems: ['registered'],
    capacities: 1,
    operations: [],
  },
  unmet: {
    council: { daysAgo: 26, hasMet: false },
    problems: ['registered', 'registered'],
    capacities: 2,
    operations: [],
  },
  formed: {
    council: { daysAgo: 150 },
    problems: ['registered', 'triaged', 'triaged', 'registered', 'closed'],
    capacities: 3,
    operations: [],
  },
  registered: {
    council: { daysAgo: 170 },
    problems: ['triaged', 'started', 'started', 'triaged', 'closed'],
    capacities: 5,
    operations: [{ status: 'running' }, { status: 'planned' }],
  },
  late: {
    council: { daysAgo: 175 },
    problems: ['started', 'started', 'triaged', 'triaged'],
    capacities: 4,
    operations: [
      { status: 'running', isLate: true },
      { status: 'running', hasMoney: true },
    ],
  },
  done: {
    council: { daysAgo: 185 },
    problems: ['solved', 'started', 'triaged', 'awaiting', 'triaged'],
    capacities: 6,
    operations: [{ status: 'done' }, { status: 'running' }, { status: 'cancelled' }],
  },
} as const satisfies Record<string, Stage>;

/** The name of a stage. */
export type StageName = keyof typeof STAGES;
