import type { CivilDate } from '@mahalleh/kernel';
import type { Fields, TemplateElement } from '@mahalleh/templates/document';
import { goalPeriodOf } from '../landing/indicator-rows.ts';
import { numberOf } from '../landing/landing-model.ts';
import type { AimRow } from './ask-limits.ts';
import { forbid, type ChangedElement, type Forbidden } from './changed-elements.ts';

const PROMISED = ['expectedChange', 'expectedMonths'] as const;

/** What a version promises of an indicator where it is adopted; null: nothing. */
type Promised = { readonly change: number; readonly goalPeriod: string | null } | null;

const promisedIn = (fields: Fields, startsOn: CivilDate): Promised => {
  const element: TemplateElement = { id: '', kind: 'indicator', fields };
  const change = numberOf(element, 'expectedChange');
  return change === null ? null : { change, goalPeriod: goalPeriodOf(element, startsOn) };
};

const goalFrom = (baseline: number | null, { change }: NonNullable<Promised>): number | null =>
  baseline === null ? null : baseline + change;

/** Whether the aim of a neighbourhood still is what was promised, and nobody set it otherwise here. */
const isAsPromised = (aim: AimRow | undefined, promised: Promised): boolean => {
  if (!aim || !promised) return !aim && !promised;
  return aim.goalValue === goalFrom(aim.baselineValue, promised) && aim.goalPeriod === promised.goalPeriod;
};

/** An aim that is to be otherwise. `now` null: nothing is promised any more. */
export type Aimed = {
  readonly indicatorId: string;
  readonly was: AimRow | undefined;
  readonly now: Pick<AimRow, 'baselineValue' | 'goalValue' | 'goalPeriod'> | null;
};

/** What promises come to: the aims that change, and those that were set otherwise here. */
export const promisesAfter = (
  changes: readonly ChangedElement[],
  aims: readonly AimRow[],
  startsOn: CivilDate,
  /** Indicators that mean something else from now on: what they read before is no ground to promise on. */
  isNewMeaning: (indicatorId: string) => boolean,
): { readonly aimed: readonly Aimed[]; readonly forbidden: Forbidden } => {
  const aimed: Aimed[] = [];
  const forbidden: Forbidden[number][] = [];
  for (const change of changes) {
    const { kind, local, said } = change;
    if (kind !== 'indicator' || !PROMISED.some((field) => Object.hasOwn(said, field))) continue;
    const indicatorId = local.record?.rowKey ?? '';
    const was = aims.find((aim) => aim.indicatorId === indicatorId);
    if (!isAsPromised(was, promisedIn(local.held.fields, startsOn))) {
      forbidden.push(...forbid(change, PROMISED, 'aimed'));
      continue;
    }
    const promised = promisedIn({ ...local.held.fields, ...said }, startsOn);
    const baselineValue = isNewMeaning(indicatorId) ? null : (was?.baselineValue ?? null);
    aimed.push({
      ...{ indicatorId, was },
      now: promised && { baselineValue, goalValue: goalFrom(baselineValue, promised), goalPeriod: promised.goalPeriod },
    });
  }
  return { aimed, forbidden };
};
