import { civilDateOf, isRefusal, type FieldFault } from '@mahalleh/kernel';
import type { TemplateElement } from '@mahalleh/templates/document';
import { kindNamed } from '@mahalleh/templates/kinds';
import { land } from '../landing/land.ts';
import { namesIn, nameOf, type JoinedRow } from '../landing/landing-model.ts';
import type { AdoptedPermission } from '../landing/may.ts';
import { clashText } from '../preview/clash-texts.ts';
import { joinGuesses, mappingGuesses, type Around } from '../preview/guesses.ts';
import type { UpgradeRead } from '../upgrade-model.ts';
import { daysAfter } from './carry-out.ts';
import { JOIN, type Decided, type DrawnUp } from './draw-up.ts';
import { settledHere } from './settled-here.ts';
import { groundAfter, toLand } from './to-land.ts';

type Arrival = UpgradeRead['arrivals'][number];

/** How new elements meet what is here already. */
export type Meeting = {
  readonly around: Around;
  readonly weekend: string;
  readonly nowMs: number;
  readonly may: (asked: AdoptedPermission) => boolean;
};

/** What only says that something else is to be mapped first. */
const WAITING: readonly string[] = ['adoption_role_unmapped', 'adoption_ref_lost'];

/** What is decided, with what is proposed where nothing is said yet: so that a clash is one of the element itself. */
const proposed = ({ toMap }: DrawnUp, decided: Decided, around: Around): Decided => {
  const open = toMap.filter(({ id }) => decided.mapping[id] === undefined);
  const guesses = open.flatMap((element) => {
    const [guess] = mappingGuesses(element, around);
    return guess ? [[element.id, guess.key] as const] : [];
  });
  return { ...decided, mapping: { ...decided.mapping, ...Object.fromEntries(guesses) } };
};

/** What would not land as it is, by the very rules of finishing. */
const faultsOf = (drawn: DrawnUp, decided: Decided, { around, weekend, nowMs, may }: Meeting) => {
  const here = settledHere(drawn);
  const days = daysAfter(drawn, here);
  if (isRefusal(days)) return new Map<string, FieldFault>();
  const kinds = new Map(drawn.merged.comes.map(({ id, kind }) => [id, kind]));
  const joined = Object.entries(decided.joins).map(([id, key]): JoinedRow => {
    const kind = kinds.get(id) ?? '';
    return { kind, key, of: null, startsOn: null, endsOn: null };
  });
  const ids = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => ({ id }));
  const ground = {
    ...{ ...around.ground, joined, codes: drawn.merged.comes.map(({ id }) => ({ code: id })) },
    ...{ people: ids(around.people), agencies: ids(around.agencies), capacities: ids(around.capacities) },
  };
  let n = 0;
  const landing = land(toLand({ drawn, here, decided, ground: groundAfter(ground, drawn.ruled, []), days, weekend }), {
    newId: () => `00000000-0000-4000-8000-${(n += 1).toString(16).padStart(12, '0')}`,
    ...{ nowMs, today: civilDateOf(nowMs), personId: '', may },
  });
  const faults = isRefusal(landing) ? (landing.faults ?? []) : [];
  return new Map(faults.map((fault) => [fault.field.replace('elements.', ''), fault]));
};

/** The records that this adoption has taken or made already: none of them stands for two elements. */
const takenBy = ({ state }: DrawnUp): ReadonlySet<string> =>
  new Set(state.locals.flatMap(({ held, record }) => (record ? [`${held.kind} ${record.rowKey}`] : [])));

/** The kinds of committee that one could be formed of: those that no committee is formed of yet. */
const kindsToForm = (element: TemplateElement, { committeeKinds, ground }: Around) => {
  if (element.kind !== 'committee') return [];
  const formed = new Set(ground.committees.map(({ kindKey }) => kindKey));
  return committeeKinds.flatMap(({ key, titleFa }) => (formed.has(key) ? [] : [{ id: key, name: titleFa }]));
};

const choiceOf = (id: string, { joins, mapping, decisions }: Decided): string | null => {
  if (joins[id] !== undefined) return `${JOIN}${joins[id]}`;
  return mapping[id] ?? (decisions[id] === 'theirs' ? 'theirs' : null);
};

/** New elements that meet something that is here: what clashes, what could be taken for them, and what was said of them. */
export const arrivalsOf = (drawn: DrawnUp, decided: Decided, meeting: Meeting): Arrival[] => {
  const { around, may } = meeting;
  const said = proposed(drawn, decided, around);
  const faults = faultsOf(drawn, said, meeting);
  const isWaiting = drawn.toMap.some(({ id }) => decided.mapping[id] === undefined);
  const taken = takenBy(drawn);
  const called = namesIn(drawn.document.elements);
  const here = Object.fromEntries(
    drawn.document.elements.map(({ id }) => [id, said.mapping[id] ?? drawn.state.names.localFor(id) ?? null]),
  );
  return drawn.merged.comes.flatMap((element): Arrival[] => {
    const { id, kind } = element;
    if (kindNamed(kind)?.lands !== 'row' || kind === 'link') return [];
    const fault = faults.get(id);
    const isClash = fault !== undefined && !(isWaiting && WAITING.includes(fault.reason));
    const joins = joinGuesses(element, around, here).filter(({ key }) => !taken.has(`${kind} ${key}`));
    const choice = choiceOf(id, decided);
    if (!isClash && joins.length === 0 && choice === null) return [];
    return [
      {
        ...{ elementId: id, kind, name: called(element).name, choice, joins },
        clash: isClash ? { reason: fault.reason, text: clashText(fault) } : null,
        kinds: kindsToForm(element, around),
        mayAddKind: kind === 'committee' && may('committeeKind'),
      },
    ];
  });
};

/** Indicators of which the version promises something anew while nothing was measured here: their goal waits for a first value. */
export const unmeasuredIn = ({ merged, ruled, state, document }: DrawnUp, { joins }: Decided, { around }: Meeting) => {
  const all = new Map(document.elements.map((element) => [element.id, element]));
  const isRead = (id: string | undefined): boolean =>
    around.ground.readings.some(({ indicatorId }) => indicatorId === id);
  const waits = new Set(
    ruled.aimed.flatMap(({ indicatorId, now }) => (now !== null && now.goalValue === null ? [indicatorId] : [])),
  );
  const ids = [
    ...merged.comes.flatMap(({ id, fields }) =>
      typeof fields['expectedChange'] === 'number' && !isRead(joins[id]) ? [id] : [],
    ),
    ...state.locals.flatMap(({ held, record }) =>
      held.kind === 'indicator' && record && waits.has(record.rowKey) ? [held.id] : [],
    ),
  ];
  return ids.flatMap((id) => {
    const element = all.get(id);
    return element ? [{ id, kind: element.kind, name: nameOf(element) }] : [];
  });
};
