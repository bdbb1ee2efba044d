import type { Fields, FieldValue, TemplateElement } from '@mahalleh/templates/document';
import * as fc from 'fast-check';
import { needsOf, partOfKind, refsIn, type Decisions, type Held } from '../src/merge/index.ts';

const KINDS = ['domain', 'role', 'problem', 'operation', 'task', 'link', 'lesson', 'later_kind', 'added'] as const;

/** The id of the nth element of a kind. */
export const idOf = (kind: (typeof KINDS)[number], n: number): string =>
  `00000000-0000-4000-800${KINDS.indexOf(kind)}-${String(n).padStart(12, '0')}`;

const pick = (kind: (typeof KINDS)[number], n: number) => fc.nat({ max: n - 1 }).map((at) => idOf(kind, at));
const pickOrNone = (kind: (typeof KINDS)[number], n: number) => fc.option(pick(kind, n), { nil: null });
const word = fc.constantFrom('الف', 'ب', 'پ');
const days = { startDays: fc.constantFrom(0, 7), lastsDays: fc.constantFrom(1, 5) };

/** Every element that a version may have, with what its fields may say: few values, so that versions often agree. */
const UNIVERSE: Readonly<Record<string, readonly [number, Readonly<Record<string, fc.Arbitrary<FieldValue>>>]>> = {
  domain: [2, { titleFa: word, parentRef: pickOrNone('domain', 1) }],
  role: [2, { titleFa: word }],
  problem: [3, { title: word, domainRef: pick('domain', 2), whys: fc.constantFrom(['الف'], ['الف', 'ب'], ['ب']) }],
  operation: [
    3,
    {
      ...{ title: word, domainRef: pick('domain', 2), problemRef: pickOrNone('problem', 3) },
      ...{ startAfterRef: pickOrNone('operation', 1), ...days },
    },
  ],
  task: [
    4,
    {
      ...{ title: word, operationRef: pick('operation', 3), roleRef: pick('role', 2) },
      ...{ startAfterRef: pickOrNone('task', 2), ...days },
    },
  ],
  link: [2, { taskRef: pick('task', 4), afterRef: pick('task', 2), lagDays: fc.constantFrom(0, 3) }],
  lesson: [2, { title: word, text: word }],
  later_kind: [2, { title: word, lessonRef: pickOrNone('lesson', 2) }],
};

const CANDIDATES = Object.entries(UNIVERSE).flatMap(([kind, [n, fields]]) =>
  Array.from({ length: n }, (_, at) => ({ id: idOf(kind as (typeof KINDS)[number], at), kind, fields })),
);

/** Drops what needs something that is not there, and lets go of other references to it, until nothing dangles. */
const closed = (elements: readonly TemplateElement[]): TemplateElement[] => {
  const ids = new Set(elements.map(({ id }) => id));
  const kept = elements.filter(({ kind, fields }) => needsOf(kind, fields).every((id) => ids.has(id)));
  if (kept.length < elements.length) return closed(kept);
  return kept.map(({ fields, ...element }) => ({
    ...element,
    fields: Object.fromEntries(
      Object.entries(fields).map(([field, value]) => [
        field,
        refsIn({ [field]: value }).every((id) => ids.has(id)) ? value : null,
      ]),
    ),
  }));
};

/** A version: some of the elements, each with some fields. */
export const aVersion: fc.Arbitrary<TemplateElement[]> = fc
  .tuple(
    ...CANDIDATES.map(({ id, kind, fields }) =>
      fc.option(
        fc.record(fields).map((values): TemplateElement => ({ id, kind, fields: values as Fields })),
        { nil: null, freq: 5 },
      ),
    ),
  )
  .map((drawn) => closed(drawn.filter((element) => element !== null)));

const changedElement = (element: TemplateElement): fc.Arbitrary<TemplateElement> => {
  const fields = UNIVERSE[element.kind]?.[1] ?? {};
  return fc
    .record(fields, { requiredKeys: [] })
    .map((changes) => ({ ...element, fields: { ...element.fields, ...(changes as Fields) } }));
};

/** A later version: most elements as they were, some changed, some gone, some new. */
export const aLater = (earlier: readonly TemplateElement[]): fc.Arbitrary<TemplateElement[]> =>
  fc
    .tuple(
      aVersion,
      ...earlier.map((element) =>
        fc.oneof(
          { weight: 5, arbitrary: fc.constant(element) },
          { weight: 2, arbitrary: changedElement(element) },
          { weight: 1, arbitrary: fc.constant(null) },
        ),
      ),
    )
    .map(([others, ...kept]) => {
      const known = new Set(earlier.map(({ id }) => id));
      return closed([...kept.filter((element) => element !== null), ...others.filter(({ id }) => !known.has(id))]);
    });

/** A version as it is taken for the first time: parts are left out, and what cannot be without them. */
export const fresh = (version: readonly TemplateElement[], partsLeft: readonly string[]): Held[] => {
  const taken = version.filter(({ kind }) => !partsLeft.includes(partOfKind(kind)));
  const here = new Set(onlyWhole(taken).map(({ id }) => id));
  return version.map((element) => ({
    ...element,
    ...{ state: here.has(element.id) ? ('here' as const) : ('left_out' as const) },
    ...{ locals: [], fixed: [], mayGo: true },
  }));
};

const onlyWhole = (elements: readonly TemplateElement[]): readonly TemplateElement[] => {
  const ids = new Set(elements.map(({ id }) => id));
  const kept = elements.filter(({ kind, fields }) => needsOf(kind, fields).every((id) => ids.has(id)));
  return kept.length < elements.length ? onlyWhole(kept) : kept;
};

/** Parts that are left out now and then. */
export const someParts = fc.subarray(['problems', 'operations', 'lessons', 'roles'], { maxLength: 2 });

const lived = (held: Held): fc.Arbitrary<Held> => {
  if (held.state !== 'here') return fc.constant(held);
  const changed = changedElement(held).map(({ fields }) => ({ ...held, fields }));
  const names = Object.keys(held.fields);
  return fc.oneof(
    { weight: 6, arbitrary: fc.constant(held) },
    { weight: 3, arbitrary: changed },
    { weight: 1, arbitrary: fc.constant({ ...held, state: 'dropped' as const }) },
    {
      weight: 1,
      arbitrary: fc.subarray(names, { maxLength: Math.min(2, names.length) }).map((locals) => ({ ...held, locals })),
    },
    {
      weight: 1,
      arbitrary: fc.constant({ ...held, mayGo: false, fixed: ['startDays', 'lastsDays', 'startAfterRef'] }),
    },
  );
};

/** What needs something that is no more in use here was given up with it; what was added refers to what is here. */
const settled = (mine: readonly Held[]): Held[] => {
  const here = new Set(mine.filter(({ state }) => state === 'here' || state === 'added').map(({ id }) => id));
  const lacks = (held: Held): boolean =>
    (held.state === 'here' || held.state === 'added') && needsOf(held.kind, held.fields).some((id) => !here.has(id));
  const known = new Set(mine.map(({ id }) => id));
  if (!mine.some(lacks))
    return mine.map((held) => ({
      ...held,
      fields: Object.fromEntries(
        Object.entries(held.fields).map(([field, value]) => [
          field,
          refsIn({ [field]: value }).every((id) => known.has(id)) ? value : null,
        ]),
      ),
    }));
  return settled(
    mine.flatMap((held): Held[] => {
      if (!lacks(held)) return [held];
      return held.state === 'added' ? [] : [{ ...held, state: 'dropped' }];
    }),
  );
};

const anAddition = (n: number): fc.Arbitrary<Held> =>
  fc.record(UNIVERSE['task']?.[1] ?? {}).map((fields) => ({
    ...{ id: idOf('added', n), kind: 'task', state: 'added', fields: fields as Fields },
    ...{ locals: [], fixed: [], mayGo: true },
  }));

/** What was made of a version where it is in use: fields changed, elements given up, others added. */
export const aLife = (version: readonly TemplateElement[], partsLeft: readonly string[]): fc.Arbitrary<Held[]> =>
  fc
    .tuple(
      fc.tuple(...fresh(version, partsLeft).map(lived)),
      fc.tuple(fc.option(anAddition(0), { nil: null }), fc.option(anAddition(1), { nil: null })),
    )
    .map(([held, added]) => settled([...held, ...added.filter((addition) => addition !== null)]));

/** Some decisions, on whatever there may be to decide. */
export const someDecisions: fc.Arbitrary<Decisions> = fc.dictionary(
  fc
    .tuple(fc.constantFrom(...CANDIDATES), fc.constantFrom('', '.when', '.title', '.titleFa', '.whys', '.problemRef'))
    .map(([{ id }, field]) => `${id}${field}`),
  fc.constantFrom('mine', 'theirs'),
  { maxKeys: 12 },
);

/** Changes that the rules of some place forbid, by their key: always the same for the same place. */
export const someForbidden: fc.Arbitrary<(key: string) => boolean> = fc.func(fc.boolean());
