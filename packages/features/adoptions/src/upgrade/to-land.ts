import type { RealDays } from '../dates/index.ts';
import type { ToLand } from '../landing/land.ts';
import type { Ground } from '../landing/landing-model.ts';
import type { Decided, DrawnUp } from './draw-up.ts';
import type { RuledChanges } from './limits.ts';
import type { SettledHere } from './settled-here.ts';

/** The ground on which new elements land: duties and indicators as they are once those that are here have changed. */
export const groundAfter = (
  ground: Ground,
  { duties, indicators, meanings }: RuledChanges,
  lastVersions: readonly { readonly id: string; readonly version: number }[],
): Ground => {
  const renewed = new Set(meanings.flatMap(({ indicatorId, isNew }) => (isNew ? [indicatorId] : [])));
  const last = new Map(lastVersions.map(({ id, version }) => [id, version]));
  return {
    ...{ ...ground, duties },
    indicators: indicators.map((one) =>
      renewed.has(one.id) ? { ...one, version: (last.get(one.id) ?? one.version) + 1 } : one,
    ),
  };
};

/** What an upgrade lets land: what comes, beside what is here already. */
export const toLand = ({
  drawn,
  here,
  decided,
  ground,
  days,
  weekend,
}: {
  readonly drawn: DrawnUp;
  readonly here: SettledHere;
  readonly decided: Decided;
  readonly ground: Ground;
  readonly days: ReadonlyMap<string, RealDays>;
  readonly weekend: string;
}): ToLand => {
  const { mapping, joins } = decided;
  return {
    elements: here.inUse,
    mandates: [],
    choice: {
      ...{ startsOn: drawn.state.startsOn, without: new Set(), mapping, joins },
      establishesCouncil: false,
    },
    ...{ ground, weekend, before: here.before },
    // A record that was there keeps its own days.
    days: new Map([...days].filter(([id]) => !Object.hasOwn(joins, id))),
  };
};
