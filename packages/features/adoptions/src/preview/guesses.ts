import type { TemplateElement } from '@mahalleh/templates/document';
import { nameOf, wordsOf, type Ground } from '../landing/landing-model.ts';
import { meansTheSame } from '../landing/indicator-rows.ts';
import { memoryName } from '../landing/save-landing.ts';
import type { AgencyRow, CapacityRow, PersonRow, RecordRow } from './ask-around.ts';
import { likeness, mostAlike } from './likeness.ts';
import type { Guess, GuessWhy } from './preview-outputs.ts';

/** What is known around a neighbourhood. */
export type Around = {
  readonly ground: Ground;
  readonly domains: readonly {
    readonly key: string;
    readonly titleFa: string;
    readonly nationalKey: string;
    readonly isSensitive: boolean;
  }[];
  readonly committeeKinds: readonly { readonly key: string; readonly titleFa: string }[];
  readonly people: readonly PersonRow[];
  readonly agencies: readonly AgencyRow[];
  readonly capacities: readonly CapacityRow[];
  readonly records: readonly RecordRow[];
  readonly standing: readonly { readonly elementId: string; readonly kind: string; readonly rowKey: string }[];
  readonly memory: readonly {
    readonly kind: string;
    readonly name: string;
    readonly target: string;
    readonly unitId: string;
  }[];
};

/** So many guesses are shown for one element. */
const MOST = 5;

/** The same thing once, for the first reason. */
const distinct = (guesses: readonly Guess[]): Guess[] =>
  guesses.filter((guess, i) => guesses.findIndex(({ key }) => key === guess.key) === i).slice(0, MOST);

const guessed = <T>(
  things: readonly T[],
  why: GuessWhy,
  keyOf: (thing: T) => string,
  labelOf: (thing: T) => string,
): Guess[] => things.map((thing) => ({ key: keyOf(thing), label: labelOf(thing), why }));

const remembered = (
  element: TemplateElement,
  { memory }: Around,
  things: readonly { readonly key: string; readonly label: string }[],
  isHere: boolean,
): Guess[] => {
  const name = memoryName(element);
  return memory
    .filter((one) => one.kind === element.kind && one.name === name && (one.unitId !== '') === isHere)
    .flatMap(({ target }) => things.filter(({ key }) => key === target))
    .map((thing) => ({ ...thing, why: isHere ? ('remembered' as const) : ('remembered_elsewhere' as const) }));
};

const domainGuesses = (element: TemplateElement, around: Around): Guess[] => {
  const isSensitive = element.fields['isSensitive'] === true;
  const fitting = around.domains.filter((domain) => domain.isSensitive || !isSensitive);
  const things = fitting.map(({ key, titleFa }) => ({ key, label: titleFa }));
  const national = fitting.filter(({ nationalKey }) => nationalKey === element.fields['nationalKey']);
  const name = nameOf(element);
  const top = national.filter(({ key, nationalKey }) => key === nationalKey);
  const [keyOf, labelOf] = [(d: { key: string }) => d.key, (d: { titleFa: string }) => d.titleFa];
  return [
    ...remembered(element, around, things, true),
    ...remembered(element, around, things, false),
    ...guessed(mostAlike(name, national, labelOf), 'similar_title', keyOf, labelOf),
    ...guessed(top, 'same_national', keyOf, labelOf),
    ...guessed(national, 'same_national', keyOf, labelOf),
  ];
};

const committeeGuesses = (element: TemplateElement, around: Around): Guess[] => {
  const kinds = around.committeeKinds;
  const things = kinds.map(({ key, titleFa }) => ({ key, label: titleFa }));
  const [keyOf, labelOf] = [(k: { key: string }) => k.key, (k: { titleFa: string }) => k.titleFa];
  return [
    ...guessed(
      kinds.filter(({ key }) => key === element.fields['key']),
      'same_key',
      keyOf,
      labelOf,
    ),
    ...remembered(element, around, things, false),
    ...guessed(mostAlike(nameOf(element), kinds, labelOf, 0.3), 'similar_title', keyOf, labelOf),
  ];
};

const roleGuesses = (element: TemplateElement, around: Around): Guess[] => {
  const { people } = around;
  const things = people.map(({ id, name }) => ({ key: id, label: name }));
  const office = wordsOf(element, 'office');
  const [keyOf, labelOf] = [(p: PersonRow) => p.id, (p: PersonRow) => p.name];
  const seated = people.filter(({ offices }) => (JSON.parse(offices) as string[]).some((held) => held === office));
  const managers = people.filter(({ isManager }) => isManager === 1);
  return [
    ...remembered(element, around, things, true),
    ...guessed(office === 'neighbourhood_manager' ? managers : [], 'is_manager', keyOf, labelOf),
    ...guessed(office === null ? [] : seated, 'holds_seat', keyOf, labelOf),
    ...guessed(
      mostAlike(nameOf(element), people, ({ jobTitle }) => jobTitle ?? '', 0.5),
      'similar_job',
      keyOf,
      labelOf,
    ),
    ...remembered(element, around, things, false),
    // Nobody is known who holds it: the manager is offered, and the choice is asked for.
    ...guessed(managers, 'manager_instead', keyOf, labelOf),
  ];
};

const agencyGuesses = (element: TemplateElement, around: Around): Guess[] => {
  const things = around.agencies.map(({ id, name }) => ({ key: id, label: name }));
  const sameKind = around.agencies.filter(({ kind }) => kind === element.fields['agencyKind']);
  const [keyOf, labelOf] = [(a: AgencyRow) => a.id, (a: AgencyRow) => a.name];
  return [
    ...remembered(element, around, things, true),
    ...remembered(element, around, things, false),
    ...guessed(mostAlike(nameOf(element), sameKind, labelOf), 'similar_title', keyOf, labelOf),
    ...guessed(sameKind, 'same_kind', keyOf, labelOf),
  ];
};

const capacityGuesses = (element: TemplateElement, around: Around): Guess[] => {
  const sameKind = around.capacities.filter(({ kind }) => kind === element.fields['capacityKind']);
  const [keyOf, labelOf] = [(c: CapacityRow) => c.id, (c: CapacityRow) => c.title];
  const things = around.capacities.map(({ id, title }) => ({ key: id, label: title }));
  return [
    ...remembered(element, around, things, true),
    ...guessed(mostAlike(nameOf(element), sameKind, labelOf, 0.4), 'similar_title', keyOf, labelOf),
  ];
};

const MAPPERS: Readonly<Record<string, (element: TemplateElement, around: Around) => Guess[]>> = {
  domain: domainGuesses,
  committee: committeeGuesses,
  role: roleGuesses,
  agency: agencyGuesses,
  capacity: capacityGuesses,
};

/** What an element may be mapped to, the best guess first. */
export const mappingGuesses = (element: TemplateElement, around: Around): Guess[] =>
  distinct(MAPPERS[element.kind]?.(element, around) ?? []);

const recordGuesses = (
  element: TemplateElement,
  around: Around,
  mapping: Readonly<Record<string, string | null>>,
): Guess[] => {
  const { records, ground } = around;
  const name = nameOf(element);
  const ofKind = records.filter(({ kind }) => kind === element.kind);
  const [keyOf, labelOf] = [(r: RecordRow) => r.key, (r: RecordRow) => r.title];
  const mapped = (field: string): string | null => mapping[wordsOf(element, field) ?? ''] ?? null;
  switch (element.kind) {
    case 'committee': {
      const kindKey = mapping[element.id] ?? element.fields['key'];
      const formed = ground.committees.filter((committee) => committee.kindKey === kindKey);
      const label = around.committeeKinds.find(({ key }) => key === kindKey)?.titleFa ?? name;
      return guessed(
        formed,
        'declared',
        ({ id }) => id,
        () => label,
      );
    }
    case 'problem':
      return guessed(
        mostAlike(
          name,
          ofKind.filter(({ of }) => of === mapped('domainRef')),
          labelOf,
        ),
        'similar_title',
        keyOf,
        labelOf,
      );
    case 'operation':
      return guessed(
        ofKind.filter(({ title }) => likeness(title, name) === 1),
        'similar_title',
        keyOf,
        labelOf,
      );
    case 'indicator': {
      const same = ground.indicators.filter(
        ({ key, retiredAtMs }) => key === element.fields['key'] && retiredAtMs === null,
      );
      const label = ofKind.find(({ of }) => of === element.fields['key'])?.title ?? name;
      return guessed(
        same.filter((known) => meansTheSame(element, known)),
        'same_meaning',
        ({ id }) => id,
        () => label,
      );
    }
    case 'duty': {
      const declared = ground.duties.filter(
        (duty) => duty.domainKey === mapped('domainRef') && duty.agencyId === mapped('agencyRef'),
      );
      return guessed(
        declared,
        'declared',
        ({ id }) => id,
        ({ agencyName }) => agencyName,
      );
    }
    case 'target': {
      const metric = wordsOf(element, 'metricKey');
      const dims = wordsOf(element, 'metricDims');
      const same = ofKind.filter(({ of, measure }) => metric !== null && of === metric && measure === dims);
      return guessed(same, 'same_measure', keyOf, labelOf);
    }
    default:
      return [];
  }
};

/** The records of the neighbourhood that may be taken for an element, the best guess first. */
export const joinGuesses = (
  element: TemplateElement,
  around: Around,
  mapping: Readonly<Record<string, string | null>>,
): Guess[] => {
  const own = around.standing.filter(({ elementId, kind }) => elementId === element.id && kind === element.kind);
  return distinct([
    ...own.map(({ rowKey }) => ({ key: rowKey, label: nameOf(element), why: 'same_element' as const })),
    ...recordGuesses(element, around, mapping),
  ]);
};
