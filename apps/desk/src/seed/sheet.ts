import type { agencies, bases } from '@mahalleh/agencies/schema';
import type { bookings, capacities } from '@mahalleh/capacity/schema';
import type { appointments, committees, councils } from '@mahalleh/councils/schema';
import type { evidence } from '@mahalleh/evidence/schema';
import type { SampleAccount } from '@mahalleh/identity';
import type {
  indicatorAims,
  indicatorInputs,
  indicators,
  indicatorVersions,
  measurements,
  targetMilestones,
  targetReadings,
  targets,
} from '@mahalleh/indicators/schema';
import type {
  contributions,
  extensions,
  operationCapacities,
  operations,
  postponements,
  taskDependencies,
  tasks,
} from '@mahalleh/operations/schema';
import type { NewPerson, NewRole } from '@mahalleh/people/planting';
import type { responsibilities } from '@mahalleh/responsibility/schema';
import type {
  problemEscalations,
  problemMoves,
  problemRelations,
  problems,
  problemScores,
} from '@mahalleh/problems/schema';
import type { Seedling } from '@mahalleh/units/planting';
import type { NewVolunteer } from '@mahalleh/volunteers';

/** What a neighbourhood's passport says beyond its row. */
export type Passport = {
  readonly unitId: string;
  readonly managerPersonId: string | null;
  readonly leadBaseId: string | null;
  readonly houseBaseId: string | null;
  readonly summary: string | null;
  readonly boundaryGeojson: string | null;
};

/** A file that evidence names, before it is stored. */
export type SheetFile = { readonly key: string; readonly bytes: Uint8Array; readonly contentType: string };

/** Everything that a sample writes into one province, before it is written. */
export type Sheet = {
  readonly people: NewPerson[];
  readonly units: Seedling[];
  readonly agencies: (typeof agencies.$inferInsert)[];
  readonly bases: (typeof bases.$inferInsert)[];
  readonly passports: Passport[];
  readonly councils: (typeof councils.$inferInsert)[];
  readonly appointments: (typeof appointments.$inferInsert)[];
  readonly committees: (typeof committees.$inferInsert)[];
  readonly problems: (typeof problems.$inferInsert)[];
  readonly problemMoves: (typeof problemMoves.$inferInsert)[];
  readonly problemRelations: (typeof problemRelations.$inferInsert)[];
  readonly problemScores: (typeof problemScores.$inferInsert)[];
  readonly problemEscalations: (typeof problemEscalations.$inferInsert)[];
  readonly capacities: (typeof capacities.$inferInsert)[];
  readonly bookings: (typeof bookings.$inferInsert)[];
  /** Not yet sealed: their keys are made when the sheet is written. */
  readonly volunteers: NewVolunteer[];
  readonly operations: (typeof operations.$inferInsert)[];
  readonly operationCapacities: (typeof operationCapacities.$inferInsert)[];
  readonly tasks: (typeof tasks.$inferInsert)[];
  readonly responsibilities: (typeof responsibilities.$inferInsert)[];
  readonly contributions: (typeof contributions.$inferInsert)[];
  readonly evidence: (typeof evidence.$inferInsert)[];
  readonly indicators: (typeof indicators.$inferInsert)[];
  readonly indicatorVersions: (typeof indicatorVersions.$inferInsert)[];
  readonly indicatorInputs: (typeof indicatorInputs.$inferInsert)[];
  readonly measurements: (typeof measurements.$inferInsert)[];
  readonly indicatorAims: (typeof indicatorAims.$inferInsert)[];
  readonly taskDependencies: (typeof taskDependencies.$inferInsert)[];
  readonly postponements: (typeof postponements.$inferInsert)[];
  readonly extensions: (typeof extensions.$inferInsert)[];
  readonly files: SheetFile[];
  readonly targets: (typeof targets.$inferInsert)[];
  readonly targetMilestones: (typeof targetMilestones.$inferInsert)[];
  readonly targetReadings: (typeof targetReadings.$inferInsert)[];
  readonly roles: NewRole[];
  readonly accounts: SampleAccount[];
};

/** A sheet with nothing on it. */
export const emptySheet = (): Sheet => ({
  people: [],
  units: [],
  agencies: [],
  bases: [],
  passports: [],
  councils: [],
  appointments: [],
  committees: [],
  problems: [],
  problemMoves: [],
  problemRelations: [],
  problemScores: [],
  problemEscalations: [],
  capacities: [],
  bookings: [],
  volunteers: [],
  operations: [],
  operationCapacities: [],
  tasks: [],
  responsibilities: [],
  contributions: [],
  evidence: [],
  indicators: [],
  indicatorVersions: [],
  indicatorInputs: [],
  measurements: [],
  indicatorAims: [],
  taskDependencies: [],
  postponements: [],
  extensions: [],
  files: [],
  targets: [],
  targetMilestones: [],
  targetReadings: [],
  roles: [],
  accounts: [],
});
