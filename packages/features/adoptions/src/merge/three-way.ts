import type { Fields, TemplateElement } from '@mahalleh/templates/document';
import { needsOf, partOfKind, refsIn } from './field-units.ts';
import type { Conflict, Follow, Forbids, Held, Merged, Offer, Stay, ThreeVersions } from './held.ts';
import { isChangedHere, keptHere, mergeFields, type FieldOutcome } from './merge-fields.ts';

/** How an element is being settled. */
type Settling = {
  readonly id: string;
  readonly kind: string;
  readonly held: Held | undefined;
  readonly theirs: TemplateElement | undefined;
  outcome: 'stays' | 'merges' | 'goes' | 'comes' | 'waits';
  why?: Stay['why'];
  offer?: Offer['why'];
  needs?: readonly string[];
  conflict?: Conflict;
  fields: readonly FieldOutcome[];
};

const byId = <T extends { readonly id: string }>(list: readonly T[]) => new Map(list.map((item) => [item.id, item]));

/** The parts of which everything that was ever there was left out. */
const partsLeftOut = (mine: readonly Held[]): ReadonlySet<string> => {
  const left = new Set(mine.filter(({ state }) => state === 'left_out').map(({ kind }) => partOfKind(kind)));
  for (const { kind, state } of mine) if (state !== 'left_out' && state !== 'added') left.delete(partOfKind(kind));
  return left;
};

const settle = (
  { id, kind }: { readonly id: string; readonly kind: string },
  held: Held | undefined,
  base: TemplateElement | undefined,
  theirs: TemplateElement | undefined,
  leftOut: ReadonlySet<string>,
  { decisions }: ThreeVersions,
): Settling => {
  const settling = { id, kind, held, theirs, fields: [] };
  const isNew = theirs !== undefined && (base === undefined || isChangedBetween(base, theirs));
  if (!held || held.state === 'gone') {
    if (!theirs) return { ...settling, outcome: 'stays' };
    if (leftOut.has(partOfKind(kind)))
      return { ...settling, outcome: decisions[id] === 'theirs' ? 'comes' : 'waits', offer: 'left_out' };
    // What is new comes by itself, unless somebody says that it is not wanted here.
    return decisions[id] === 'mine'
      ? { ...settling, outcome: 'waits', offer: 'declined' }
      : { ...settling, outcome: 'comes' };
  }
  if (held.state === 'dropped' && isNew)
    return { ...settling, outcome: decisions[id] === 'theirs' ? 'comes' : 'waits', offer: 'dropped' };
  if (held.state === 'added' && !theirs) return { ...settling, outcome: 'stays', why: 'added' };
  if (!isInUse(held)) return { ...settling, outcome: 'stays' };
  if (theirs)
    return { ...settling, outcome: 'merges', fields: mergeFields(held, base?.fields, theirs.fields, decisions) };
  if (!base) return { ...settling, outcome: 'stays', why: 'own' };
  if (!held.mayGo) return { ...settling, outcome: 'stays', why: 'begun' };
  if (!isChangedHere(held, base.fields)) return { ...settling, outcome: 'goes' };
  const decision = decisions[id] ?? null;
  return {
    ...settling,
    outcome: decision === 'theirs' ? 'goes' : 'stays',
    conflict: { key: id, id, kind, field: null, base: base.fields, mine: held.fields, theirs: null, decision },
  };
};

const isChangedBetween = (base: TemplateElement, theirs: TemplateElement): boolean =>
  isChangedHere({ ...theirs, state: 'here', locals: [], fixed: [], mayGo: true }, base.fields);

const isInUse = (held: Held | undefined): boolean => held?.state === 'here' || held?.state === 'added';

const isHere = ({ outcome, held }: Settling): boolean =>
  outcome === 'comes' || outcome === 'merges' || (outcome === 'stays' && isInUse(held));

const fieldsAfter = (settling: Settling): Fields => {
  const { outcome, held, theirs } = settling;
  if (outcome === 'merges') return Object.fromEntries(settling.fields.flatMap(({ fields }) => Object.entries(fields)));
  return (outcome === 'stays' && isInUse(held) ? held : theirs)?.fields ?? {};
};

/** An element without which something that comes cannot be, and that is not here, keeps it from coming. */
const holdBackWhatLacks = (all: readonly Settling[]): void => {
  for (let isStable = false; !isStable;) {
    isStable = true;
    const here = new Set(all.filter((one) => isHere(one) && one.held?.isOver !== true).map(({ id }) => id));
    for (const settling of all) {
      if (settling.outcome !== 'comes' || !settling.theirs) continue;
      const needs = needsOf(settling.kind, settling.theirs.fields).filter((id) => !here.has(id));
      if (needs.length === 0) continue;
      Object.assign(settling, { outcome: 'waits', offer: settling.offer ?? 'needs', needs });
      isStable = false;
    }
    for (const settling of all) {
      if (settling.outcome !== 'merges' || !settling.held) continue;
      const { held } = settling;
      settling.fields = settling.fields.map((outcome) => {
        const lacks = outcome.follow && needsOf(settling.kind, outcome.follow.to).some((id) => !here.has(id));
        return lacks ? keptHere(held, outcome, 'needs') : outcome;
      });
    }
  }
};

const followsIn = (all: readonly Settling[]): Follow[] =>
  all.flatMap(({ fields }) => fields.flatMap(({ follow }) => follow ?? []));
const comesIn = (all: readonly Settling[]): TemplateElement[] =>
  all.flatMap(({ outcome, theirs }) => (outcome === 'comes' && theirs ? [theirs] : []));
const goesIn = (all: readonly Settling[]) =>
  all.filter(({ outcome }) => outcome === 'goes').map(({ id, kind }) => ({ id, kind }));

/** What the rules of here forbid stays as it is here; what was allowed because of it is looked at once more. */
const holdBackWhatIsForbidden = (all: readonly Settling[], forbids: Forbids): void => {
  for (let isStable = false; !isStable;) {
    isStable = true;
    const goes = goesIn(all).map(({ id }) => id);
    const forbidden = forbids({ follows: followsIn(all), comes: comesIn(all), goes });
    for (const settling of all) {
      const { id, held } = settling;
      if (!held) continue;
      settling.fields = settling.fields.map((outcome) => {
        const why = outcome.follow ? forbidden.get(`${id}.${outcome.unit}`) : undefined;
        if (why === undefined) return outcome;
        isStable = false;
        return keptHere(held, outcome, why);
      });
    }
  }
};

/** What is to go and is referred to by something that is here stays, and with it what it refers to itself. */
const keepWhatIsNeeded = (all: readonly Settling[]): void => {
  const going = byId(all.filter(({ outcome }) => outcome === 'goes'));
  const queue = all.filter(isHere);
  for (let settling = queue.pop(); settling && going.size > 0; settling = queue.pop()) {
    const locals = settling.held?.locals ?? [];
    const said = Object.entries(fieldsAfter(settling)).filter(([field]) => !locals.includes(field));
    for (const id of refsIn(Object.fromEntries(said))) {
      const needed = going.get(id);
      if (!needed) continue;
      going.delete(id);
      Object.assign(needed, { outcome: 'stays', why: 'needed' });
      queue.push(needed);
    }
  }
};

const afterOf = (settling: Settling): Held[] => {
  const { id, kind, held, theirs, outcome } = settling;
  const plain = { id, kind, locals: [], fixed: [], mayGo: true, fields: theirs?.fields ?? held?.fields ?? {} };
  if (outcome === 'comes') return [{ ...plain, state: 'here' }];
  if (outcome === 'waits') return [{ ...plain, state: held?.state === 'dropped' ? 'dropped' : 'left_out' }];
  if (outcome === 'goes') return [{ ...plain, state: 'gone' }];
  if (!held) return [];
  // What was added here and has come into the template is of it from now on.
  if (outcome === 'merges') return [{ ...held, state: 'here', fields: fieldsAfter(settling) }];
  return [isInUse(held) ? held : { ...held, fields: plain.fields }];
};

/**
 * Brings a new version of a template together with what was made of the former one here, by element and field. What was not
 * changed here follows; what was changed stays; where both sides changed it is a conflict, and what is here stays until it is
 * decided otherwise. Nothing that is here refers to something that is not.
 */
export const threeWay = (versions: ThreeVersions): Merged => {
  const [base, mine, theirs] = [byId(versions.base), byId(versions.mine), byId(versions.theirs)];
  const leftOut = partsLeftOut(versions.mine);
  const every = [...new Map([...versions.theirs, ...versions.mine].map((element) => [element.id, element])).values()];
  const all = every.map((element) =>
    settle(element, mine.get(element.id), base.get(element.id), theirs.get(element.id), leftOut, versions),
  );
  holdBackWhatLacks(all);
  if (versions.forbids) holdBackWhatIsForbidden(all, versions.forbids);
  keepWhatIsNeeded(all);
  return {
    conflicts: all.flatMap(({ conflict, fields }) => [
      ...(conflict ? [conflict] : []),
      ...fields.flatMap((field) => field.conflict ?? []),
    ]),
    ...{ follows: followsIn(all), comes: comesIn(all), goes: goesIn(all) },
    stays: all.flatMap(({ id, kind, why, fields }): Stay[] => [
      ...(why ? [{ id, kind, field: null, why }] : []),
      ...fields.flatMap((field) => field.stay ?? []),
    ]),
    offers: all.flatMap(({ id, theirs: element, offer, needs = [] }): Offer[] =>
      offer && element ? [{ key: id, element, why: offer, needs, decision: versions.decisions[id] ?? null }] : [],
    ),
    after: all.flatMap(afterOf),
  };
};
