import type { CivilDate } from '@mahalleh/kernel';
import type { FieldsOf } from '../kinds/index.ts';
import type { LivingRow } from './living.ts';

type WithDays<F> = Omit<F, 'startAfterRef' | 'startDays' | 'lastsDays'> & {
  readonly startsOn: CivilDate;
  readonly endsOn: CivilDate;
};

/** What the landed form of each kind of record holds. */
export type LandedShapes = {
  committee: { readonly key: string };
  problem: FieldsOf<'problem'>;
  operation: WithDays<FieldsOf<'operation'>>;
  task: Omit<WithDays<FieldsOf<'task'>>, 'roleRef'> & { readonly roleRef: string };
  link: FieldsOf<'link'>;
  duty: FieldsOf<'duty'>;
  indicator: Omit<FieldsOf<'indicator'>, 'expectedChange' | 'expectedMonths'>;
  target: WithDays<FieldsOf<'target'>>;
};

/** The landed form of a record, read. The cast is safe: the same SQL made it that `ROW_FORMS` declares for the kind. */
export const landedOf = <K extends keyof LandedShapes>(_kind: K, { form }: LivingRow): LandedShapes[K] =>
  JSON.parse(form) as LandedShapes[K];
