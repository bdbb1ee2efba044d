import { refuse, type FieldFault, type Refusal } from '@mahalleh/kernel';
import { workCalendar } from '@mahalleh/templates/dates';
import type { Mandate, TemplateElement } from '@mahalleh/templates/document';
import { kindNamed, PART_TITLES, PARTS } from '@mahalleh/templates/kinds';
import { realDays, type RealDays } from '../dates/index.ts';
import { committeeRows, councilRows } from './committee-rows.ts';
import { domainRows } from './domain-rows.ts';
import { dutyRows } from './duty-rows.ts';
import { aimRows, indicatorRows, meansTheSame } from './indicator-rows.ts';
import { faultOf, nameOf, type Choice, type Ground, type LandingContext, type Settled } from './landing-model.ts';
import type { LandingRows, MakeRows } from './landing-rows.ts';
import { problemRows } from './problem-rows.ts';
import { lostReferences, settle } from './settle.ts';
import { targetRows } from './target-rows.ts';
import { linkRows, operationRows, taskRows } from './work-rows.ts';

/** Everything that lands, and what became of every element. */
export type Landing = { readonly settled: readonly Settled[]; readonly rows: LandingRows };

const MAKERS: Readonly<Record<string, MakeRows>> = {
  domain: domainRows,
  committee: committeeRows,
  indicator: indicatorRows,
  problem: problemRows,
  operation: operationRows,
  task: taskRows,
  link: linkRows,
  duty: dutyRows,
  target: targetRows,
};

const NO_ROWS = (): LandingRows => ({
  ...{ councils: [], committeeKinds: [], domains: [], committees: [], indicators: [], indicatorVersions: [] },
  ...{ indicatorInputs: [], indicatorAims: [], problems: [], operations: [], operationCapacities: [], tasks: [] },
  ...{ taskDependencies: [], responsibilities: [], targets: [] },
});

/** The first part that must be taken and loses an element, or the refusal that names it with the ministry's reason. */
export const mandateRefusal = (
  mandates: readonly Mandate[],
  settled: ReadonlyMap<string, Settled>,
  choice: Pick<Choice, 'without' | 'mapping'>,
  hasCouncil: boolean,
): Refusal | undefined => {
  const isLost = ({ element, state }: Settled): boolean => {
    if (state !== 'left_out') return false;
    // A task or link goes with what it belongs to: that one is told.
    return choice.without.has(element.id) || kindNamed(element.kind)?.lands === 'mapped';
  };
  for (const { part, reason } of mandates) {
    const known = PARTS.find((one) => one === part);
    if (known === 'council' && !hasCouncil)
      return refuse('adoption_council_is_mandatory', { field: 'establishesCouncil', detail: { why: reason } });
    const lost = [...settled.values()].find((one) => kindNamed(one.element.kind)?.part === part && isLost(one));
    if (!lost || !known) continue;
    return refuse('adoption_loses_mandatory', {
      field: choice.without.has(lost.element.id) ? `without.${lost.element.id}` : `mapping.${lost.element.id}`,
      detail: { part, ...PART_TITLES[known], why: reason, name: nameOf(lost.element) },
    });
  }
  return undefined;
};

/** What is wrong with taking records that are there: an indicator that means something else, one record for two elements. */
const joinFaults = (
  settled: ReadonlyMap<string, Settled>,
  before: ReadonlyMap<string, Settled>,
  ground: Ground,
): FieldFault[] => {
  const taken = new Set(
    [...settled.values()].flatMap(({ element, rowKey, isJoined }) =>
      isJoined || rowKey === null ? [] : [`${element.kind} ${rowKey}`],
    ),
  );
  return [...settled.values()].flatMap((one) => {
    const { element, rowKey, isJoined } = one;
    if (!isJoined || rowKey === null || kindNamed(element.kind)?.lands !== 'row') return [];
    const key = `${element.kind} ${rowKey}`;
    if (taken.has(key)) return [faultOf(element, 'adoption_joined_twice')];
    taken.add(key);
    // What was joined before may mean something else by now: it is the place's own.
    if (before.has(element.id)) return [];
    const indicator = element.kind === 'indicator' ? ground.indicators.find(({ id }) => id === rowKey) : undefined;
    return indicator && !meansTheSame(element, indicator)
      ? [faultOf(element, 'indicator_other_meaning', { key: indicator.key })]
      : [];
  });
};

const daysGiven = (settled: ReadonlyMap<string, Settled>, ground: Ground): ReadonlyMap<string, RealDays> =>
  new Map(
    [...settled.values()].flatMap(({ element, rowKey, isJoined }): [string, RealDays][] => {
      const row = isJoined ? ground.joined.find(({ kind, key }) => kind === element.kind && key === rowKey) : undefined;
      return row?.startsOn && row.endsOn ? [[element.id, { startsOn: row.startsOn, endsOn: row.endsOn }]] : [];
    }),
  );

/** What lands where: the elements of a document, of which those in `before` are here already. */
export type ToLand = {
  readonly elements: readonly TemplateElement[];
  readonly mandates: readonly Mandate[];
  readonly choice: Choice;
  readonly ground: Ground;
  readonly weekend: string;
  readonly before?: ReadonlyMap<string, Settled>;
  /** Days that are settled already, whatever the document says. */
  readonly days?: ReadonlyMap<string, RealDays>;
};

/**
 * The rows that the elements of a document become here, as the features' own commands would write them, or why they cannot:
 * a part that must be taken loses something, an element loses what it cannot do without, something clashes with what is here.
 */
export const land = (
  { elements, mandates, choice, ground, weekend, before = new Map(), days = new Map() }: ToLand,
  facts: Pick<LandingContext, 'newId' | 'nowMs' | 'today' | 'personId' | 'may'>,
): Landing | Refusal => {
  const { settled, faults } = settle(
    elements.filter(({ id }) => !before.has(id)),
    choice,
    ground,
    before,
    facts.newId,
  );
  const establishes = choice.establishesCouncil && !ground.council;
  const loses = mandateRefusal(mandates, settled, choice, ground.council !== undefined || establishes);
  if (loses) return loses;
  const found = realDays(
    elements,
    choice.startsOn,
    workCalendar(weekend),
    new Map([...daysGiven(settled, ground), ...days]),
  );
  const councilId = ground.council?.id ?? (establishes && ground.charter ? facts.newId() : undefined);
  if (establishes && !ground.charter) return refuse('charter_not_in_force', { field: 'establishesCouncil' });
  if (establishes && !facts.may('council'))
    return refuse('adoption_council_not_permitted', { field: 'establishesCouncil' });
  const context: LandingContext = {
    ...{ ground, choice, settled, councilId, ...facts },
    days: 'days' in found ? found.days : new Map(),
  };
  const all = [...faults, ...joinFaults(settled, before, ground), ...lostReferences(elements, settled)];
  const rows = { ...NO_ROWS(), councils: councilRows(context) };
  const here = [...settled.values()].filter(({ element }) => !before.has(element.id));
  for (const [kind, make] of Object.entries(MAKERS)) {
    const made = make(
      here.filter(({ element, isNew }) => isNew && element.kind === kind),
      context,
    );
    all.push(...made.faults);
    Object.assign(rows, made.rows);
  }
  rows.indicatorAims.push(
    ...aimRows(
      here.filter(({ element }) => element.kind === 'indicator'),
      context,
    ),
  );
  // The first that is found of an element is what to put right: the others come of it.
  const byField = new Map(all.toReversed().map((fault) => [fault.field, fault]));
  if (byField.size > 0)
    return refuse('adoption_does_not_fit', { faults: [...byField.values()].toReversed().slice(0, 100) });
  return { settled: here, rows };
};
