import type { committeeKinds, committees, councils } from '@mahalleh/councils/schema';
import type {
  indicatorAims,
  indicatorInputs,
  indicators,
  indicatorVersions,
  targets,
} from '@mahalleh/indicators/schema';
import type { FieldFault } from '@mahalleh/kernel';
import type { operationCapacities, operations, taskDependencies, tasks } from '@mahalleh/operations/schema';
import type { domains, problems } from '@mahalleh/problems/schema';
import type { responsibilities } from '@mahalleh/responsibility/schema';
import type { LandingContext, Settled } from './landing-model.ts';

/** The rows that adopting inserts, by table, in the order in which they refer to one another. */
export type LandingRows = {
  readonly councils: (typeof councils.$inferInsert)[];
  readonly committeeKinds: (typeof committeeKinds.$inferInsert)[];
  readonly domains: (typeof domains.$inferInsert)[];
  readonly committees: (typeof committees.$inferInsert)[];
  readonly indicators: (typeof indicators.$inferInsert)[];
  readonly indicatorVersions: (typeof indicatorVersions.$inferInsert)[];
  readonly indicatorInputs: (typeof indicatorInputs.$inferInsert)[];
  readonly indicatorAims: (typeof indicatorAims.$inferInsert)[];
  readonly problems: (typeof problems.$inferInsert)[];
  readonly operations: (typeof operations.$inferInsert)[];
  readonly operationCapacities: (typeof operationCapacities.$inferInsert)[];
  readonly tasks: (typeof tasks.$inferInsert)[];
  readonly taskDependencies: (typeof taskDependencies.$inferInsert)[];
  readonly responsibilities: (typeof responsibilities.$inferInsert)[];
  readonly targets: (typeof targets.$inferInsert)[];
};

/** What the elements of one kind come to: rows, and what is wrong with elements. */
export type Made = { readonly rows: Partial<LandingRows>; readonly faults: readonly FieldFault[] };

/** Makes the rows of the elements of one kind that are new here. */
export type MakeRows = (fresh: readonly Settled[], context: LandingContext) => Made;

/** The key of a settled element that is known to have one. */
export const keyOf = ({ rowKey }: Settled): string => rowKey ?? '';
