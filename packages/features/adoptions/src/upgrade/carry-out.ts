import { refuse, type Refusal } from '@mahalleh/kernel';
import type { Fields } from '@mahalleh/templates/document';
import { elementsById, nameOf } from '@mahalleh/templates/document';
import { saidHere, type ElementRow, type NamesHere } from '../local/index.ts';
import type { Settled } from '../landing/landing-model.ts';
import type { RealDays } from '../dates/index.ts';
import { entryOf, patchOf, type Entry } from './book.ts';
import type { DrawnUp } from './draw-up.ts';
import { planDays } from './plan-days.ts';
import { dutyNotes, rewrites, type News, type Records } from './rewrite.ts';
import { indicatorChanges } from './save-indicators.ts';
import type { RecordChanges } from './save-records.ts';
import type { SettledHere } from './settled-here.ts';

/** The days of everything afterwards, or the refusal that names what would wait for itself. */
export const daysAfter = (
  { state, document, merged }: DrawnUp,
  here: SettledHere,
): ReadonlyMap<string, RealDays> | Refusal => {
  const counted = merged.after
    .filter((held) => held.state !== 'gone')
    .map(({ id, kind, fields }) => ({ id, kind, fields }));
  const found = planDays({
    elements: counted,
    before: state.base,
    ...{ now: here.now, keeps: here.keeps, startsOn: state.startsOn, calendar: state.calendar },
    here: new Set(here.inUse.map(({ id }) => id)),
  });
  if ('days' in found) return found.days;
  const all = elementsById([...document.elements, ...counted]);
  const at = all.get(found.circleAt);
  return refuse('upgrade_circle', { detail: { name: at ? nameOf(at, all) : '' } });
};

/** The names of here, with what has just landed. */
export const namesWith = (names: NamesHere, landed: readonly Settled[]): NamesHere => {
  const fresh = new Map(
    landed.flatMap(({ element, rowKey }) => (rowKey === null ? [] : [[element.id, rowKey] as const])),
  );
  return { ...names, localFor: (id) => fresh.get(id) ?? names.localFor(id) };
};

const sameList = (a: readonly string[], b: readonly string[]): boolean => a.join() === b.join();

/** An operation has the domain of its problem: it goes along when that one moves, and does not move without it. */
const withDomains = (news: Map<string, News>, { problems, operations }: Records): void => {
  for (const operation of operations) {
    const { id, problemId, status } = operation;
    if (problemId === null) continue;
    const own = news.get(id);
    const { domainRef: _ofProblem, ...fields } = own?.fields ?? {};
    const problem = problems.find((one) => one.id === problemId);
    const to = news.get(problemId)?.fields['domainRef'];
    const goes = to !== undefined && operation.domainKey === problem?.domainKey && /planned|running/.test(status);
    if (own || goes) news.set(id, { days: own?.days, fields: { ...fields, ...(goes ? { domainRef: to } : {}) } });
  }
};

/** What happens to the records that are here. `landed`: what elements have just become. */
export const changesOfRecords = (
  { state, merged, ruled }: DrawnUp,
  here: SettledHere,
  days: ReadonlyMap<string, RealDays>,
  records: Records,
  names: NamesHere,
  { reason, newId }: { readonly reason: string; readonly newId: () => string },
): RecordChanges => {
  const keyOf = (id: string): string | null => here.localOf.get(id)?.record?.rowKey ?? null;
  const news = new Map<string, News>();
  const add = (id: string, fields: Fields, of: RealDays | undefined): void => {
    const key = keyOf(id);
    if (key === null) return;
    const before = news.get(key);
    news.set(key, { fields: { ...before?.fields, ...fields }, days: of ?? before?.days });
  };
  for (const { id, to } of merged.follows)
    add(
      id,
      Object.fromEntries(Object.entries(to).map(([field, value]) => [field, saidHere(field, value, names)])),
      undefined,
    );
  for (const [id, now] of here.now) {
    const next = days.get(id);
    if (next && (next.startsOn !== now.startsOn || next.endsOn !== now.endsOn)) add(id, {}, next);
  }
  const followed = merged.follows.filter(({ kind, field }) => kind === 'operation' && field === 'capacityRefs');
  const lags = merged.follows.filter(({ kind, field }) => kind === 'link' && field === 'lagDays');
  withDomains(news, records);
  const replaced = new Set(ruled.replaced.map(({ was }) => was));
  const order = { duty: 0, task: 1, problem: 2, target: 3, operation: 4 };
  const given = (id: string, kind: string): RecordChanges['givenUp'] => {
    const local = here.localOf.get(id);
    if (!local?.record) return [];
    const { rowKey, revision } = local.record;
    const lagDays = Number(local.now['lagDays'] ?? 0);
    return [{ kind, id: rowKey, revision: revision ?? 0, lagDays, unitId: state.unitId }];
  };
  return {
    ...{ reason, unitId: state.unitId, aimed: ruled.aimed },
    indicators: indicatorChanges(
      ruled.meanings,
      ruled.changes,
      records.indicators,
      (ref) => names.localFor(ref) ?? ref,
    ),
    rewrites: [...rewrites(records, news), ...dutyNotes(ruled.changes, replaced, state.unitId)]
      .map((rewrite) => ({ ...rewrite, reasonId: newId() }))
      .sort((a, b) => order[a.kind] - order[b.kind]),
    capacities: followed.flatMap(({ id, to }) => {
      const key = keyOf(id);
      const [was, now] = [
        here.localOf.get(id)?.now['capacityRefs'],
        saidHere('capacityRefs', to['capacityRefs'] ?? [], names),
      ];
      if (key === null || !Array.isArray(was) || !Array.isArray(now) || sameList(was, now)) return [];
      return [{ operationId: key, was, now }];
    }),
    links: lags.flatMap(({ id, to }) => {
      const [taskId, afterId] = (keyOf(id) ?? '').split('|');
      const was = Number(here.localOf.get(id)?.now['lagDays']);
      return taskId && afterId ? [{ taskId, afterId, was, now: Number(to['lagDays']) }] : [];
    }),
    // A duty that becomes another one ends, and the other is declared in its place.
    givenUp: [
      ...merged.goes.flatMap(({ id, kind }) => given(id, kind)),
      ...ruled.replaced.flatMap(({ elementId }) => given(elementId, 'duty')),
    ],
  };
};

/** What is written down after an upgrade. */
export type Book = {
  readonly entries: readonly Entry[];
  readonly replaced: readonly ElementRow[];
  /** What was added here and is of the template now, with what of it says something else. */
  readonly taken: readonly { readonly settled: Settled; readonly patch: Fields }[];
};

/** What is written down of the elements that were known, and whose rows make room for what comes again. */
export const bookOf = (
  { document, merged }: DrawnUp,
  here: SettledHere,
  names: NamesHere,
  /** The records that have taken the place of others, by their element. */
  instead: ReadonlyMap<string, string>,
): Book => {
  const theirs = new Map(document.elements.map((element) => [element.id, element.fields]));
  const coming = new Set(merged.comes.map(({ id }) => id));
  const entries: Entry[] = [];
  const replaced: ElementRow[] = [];
  const taken: Book['taken'][number][] = [];
  for (const after of merged.after) {
    const local = here.localOf.get(after.id);
    const fields = theirs.get(after.id);
    if (local && !local.row && local.record && fields && after.state === 'here')
      taken.push({
        settled: {
          element: { id: after.id, kind: after.kind, fields },
          ...{ state: 'landed', rowKey: local.record.rowKey, isJoined: false, isNew: false },
        },
        patch: patchOf(local, after, fields, names),
      });
    if (!local?.row) continue;
    if (coming.has(after.id)) {
      replaced.push(local.row);
      continue;
    }
    const entry = entryOf(local, after, fields, names);
    if (entry) entries.push({ ...entry, rowKey: instead.get(after.id) ?? null });
  }
  return { entries, replaced, taken };
};

/** New elements that wait are written down as left out: they do not come by themselves later. */
export const waiting = ({ merged }: DrawnUp, here: SettledHere): Settled[] =>
  merged.offers.flatMap(({ element }): Settled[] => {
    const isKnown = here.localOf.has(element.id);
    const isTaken = merged.comes.some(({ id }) => id === element.id);
    return isKnown || isTaken ? [] : [{ element, state: 'left_out', rowKey: null, isJoined: false, isNew: false }];
  });
