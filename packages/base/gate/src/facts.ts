import { civilDateOf, Failure, type CivilDate, type Refusal } from '@mahalleh/kernel';
import type { GatePorts, Someone } from './context.ts';

/** Everything a pure decision may know besides the state: who, where, when, and fresh names for new things. */
export type Facts = Someone & {
  readonly workspace: string;
  /** Unit: UTC milliseconds. */
  readonly nowMs: number;
  /** Today's civil date in Tehran. */
  readonly today: CivilDate;
  /** The next fresh id: UUIDv7. */
  readonly newId: () => string;
};

/** The facts for one run of a command. */
export const factsOf = (
  someone: Someone,
  workspace: string,
  nowMs: number,
  ports: Pick<GatePorts, 'newId'>,
): Facts => ({
  ...someone,
  workspace,
  nowMs,
  today: civilDateOf(nowMs),
  newId: ports.newId,
});

/** Turns a rule's "no" into the failure that leaves the gate. */
export const refused = ({ refused: reason, field, detail, faults = [] }: Refusal): Failure => {
  const fields = [...(field ? [{ field, reason, ...(detail ? { params: detail } : {}) }] : []), ...faults];
  return new Failure('refused', reason, {
    ...(fields.length > 0 ? { fields } : {}),
    ...(detail ? { detail } : {}),
  });
};
