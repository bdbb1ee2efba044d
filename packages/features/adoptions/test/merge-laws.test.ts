import type { TemplateElement } from '@mahalleh/templates/document';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  fieldsIn,
  isAlike,
  isChangedHere,
  isPlaceOwn,
  needsOf,
  partOfKind,
  refsIn,
  threeWay,
  unitsIn,
  type Forbids,
  type Held,
  type Merged,
  type ThreeVersions,
} from '../src/merge/index.ts';
import { aLater, aLife, aVersion, fresh, someDecisions, someForbidden, someParts } from './merge-worlds.ts';

const aStep: fc.Arbitrary<ThreeVersions> = fc
  .tuple(aVersion, someParts, someDecisions)
  .chain(([base, parts, decisions]) =>
    fc.record({
      base: fc.constant(base),
      mine: aLife(base, parts),
      theirs: aLater(base),
      decisions: fc.constant(decisions),
    }),
  );

const byId = <T extends { readonly id: string }>(list: readonly T[]) => new Map(list.map((item) => [item.id, item]));
const isInUse = (held: Held | undefined): boolean => held?.state === 'here' || held?.state === 'added';
/** What can be told apart: the words of what is in use, and of the rest that it is not. */
const seen = (mine: readonly Held[]) =>
  Object.fromEntries(
    mine
      .filter(({ state }) => state !== 'gone')
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map((held) => [
        held.id,
        isInUse(held)
          ? { state: held.state, fields: Object.entries(held.fields).sort(), locals: held.locals }
          : held.state,
      ]),
  );
const shuffled = <T>(list: readonly T[]): T[] => list.toReversed();
/** Nothing is to be decided, and nothing is kept against the version. */
const isQuiet = ({ conflicts, offers, stays }: Merged): boolean =>
  conflicts.length === 0 && offers.length === 0 && stays.every(({ why }) => !/^(needed|needs|begun|own)$/.test(why));
const law = <Ts>(arbitrary: fc.Arbitrary<Ts>, check: (drawn: Ts) => void) =>
  fc.assert(fc.property(arbitrary, check), { numRuns: 400 });

describe('merge laws', () => {
  test('no local change is ever lost: what was changed here stays as it is unless a person decided otherwise', () =>
    law(aStep, (versions) => {
      const after = byId(threeWay(versions).after);
      const base = byId(versions.base);
      for (const held of versions.mine) {
        const then = after.get(held.id);
        if (versions.decisions[held.id] === 'theirs') continue;
        if (!isInUse(held)) {
          expect(then?.state).toBe(held.state);
          continue;
        }
        const was = base.get(held.id)?.fields;
        if (was && !isChangedHere(held, was)) continue;
        expect(then?.state).toBe(held.state);
        expect(then?.locals).toEqual(held.locals);
        for (const unit of unitsIn(was, held.fields)) {
          if (isPlaceOwn(unit) || versions.decisions[`${held.id}.${unit}`] === 'theirs') continue;
          const names = fieldsIn(unit, was, held.fields);
          if (names.some((name) => held.locals.includes(name) || held.fixed.includes(name))) continue;
          if (!isAlike(was, held.fields, unit)) expect(isAlike(then?.fields, held.fields, unit)).toBe(true);
        }
      }
    }));

  test('with no local change an upgrade is what adopting the new version afresh is', () =>
    law(
      fc
        .tuple(aVersion, someParts)
        .chain(([base, parts]) =>
          fc.record({ base: fc.constant(base), parts: fc.constant(parts), theirs: aLater(base) }),
        )
        // Of a part that was empty nobody can have left anything out.
        .filter(({ base, parts, theirs }) => {
          const has = (elements: readonly TemplateElement[], part: string) =>
            elements.some(({ kind }) => partOfKind(kind) === part);
          return parts.every((part) => has(base, part) || !has(theirs, part));
        }),
      ({ base, parts, theirs }) => {
        const merged = threeWay({ base, mine: fresh(base, parts), theirs, decisions: {} });
        expect(merged.conflicts).toEqual([]);
        if (parts.length === 0) expect(merged.offers).toEqual([]);
        expect(merged.stays.filter(({ why }) => why !== 'local')).toEqual([]);
        const known = byId(theirs);
        expect(seen(merged.after.filter(({ id }) => known.has(id)))).toEqual(seen(fresh(theirs, parts)));
        expect(merged.after.filter((held) => !known.has(held.id) && isInUse(held))).toEqual([]);
      },
    ));

  test('the same versions give the same, in whatever order their elements are listed', () =>
    law(aStep, (versions) => {
      const merged = threeWay(versions);
      expect(threeWay(versions)).toEqual(merged);
      const turned = threeWay({
        ...versions,
        base: shuffled(versions.base),
        mine: shuffled(versions.mine),
        theirs: shuffled(versions.theirs),
      });
      expect(seen(turned.after)).toEqual(seen(merged.after));
      expect(turned.conflicts.map(({ key }) => key).sort()).toEqual(merged.conflicts.map(({ key }) => key).sort());
    }));

  test('what the rules of here forbid stays as it is and is said with why; all else comes as it would', () => {
    let forbidden = 0;
    law(fc.tuple(aStep, someForbidden), ([versions, isForbidden]) => {
      const forbids: Forbids = ({ follows }) =>
        new Map(
          follows.flatMap(({ id, field }): [string, 'lead_taken'][] => {
            const key = `${id}.${field}`;
            return isForbidden(key) ? [[key, 'lead_taken']] : [];
          }),
        );
      const [free, held] = [threeWay(versions), threeWay({ ...versions, forbids })];
      const mine = byId(versions.mine);
      const after = byId(held.after);
      expect(held.follows).toEqual(free.follows.filter(({ id, field }) => !isForbidden(`${id}.${field}`)));
      expect(held.conflicts).toEqual(free.conflicts);
      for (const { id, kind, field, from, to } of free.follows) {
        if (!isForbidden(`${id}.${field}`)) continue;
        forbidden += 1;
        expect(held.stays).toContainEqual({ id, kind, field, why: 'lead_taken', from, to });
        expect(isAlike(after.get(id)?.fields, mine.get(id)?.fields, field)).toBe(true);
      }
      // Once more with what came of it, there is nothing left to do: nothing is tried again by itself.
      const again = threeWay({ ...versions, base: versions.theirs, mine: held.after, decisions: {} });
      expect(again.follows).toEqual([]);
      const turned = threeWay({
        ...versions,
        forbids,
        mine: shuffled(versions.mine),
        theirs: shuffled(versions.theirs),
      });
      expect(seen(turned.after)).toEqual(seen(held.after));
    });
    expect(forbidden).toBeGreaterThan(20);
  });

  test('two steps are one step, as long as nothing is to be decided or kept against a version', () => {
    let compared = 0;
    law(
      fc
        .tuple(aVersion, someParts)
        .chain(([v1, parts]) => fc.tuple(fc.constant(v1), aLife(v1, parts), aLater(v1)))
        .chain(([v1, mine, v2]) =>
          fc.record({ v1: fc.constant(v1), mine: fc.constant(mine), v2: fc.constant(v2), v3: aLater(v2) }),
        ),
      ({ v1, mine, v2, v3 }) => {
        const first = threeWay({ base: v1, mine, theirs: v2, decisions: {} });
        const second = threeWay({ base: v2, mine: first.after, theirs: v3, decisions: {} });
        const direct = threeWay({ base: v1, mine, theirs: v3, decisions: {} });
        if (![first, second, direct].every(isQuiet)) return;
        // Whoever agrees on the way and is left again by the template is a change of nobody's: one step cannot know of it.
        if (mine.some((held) => isLeftAgain(held, byId(v1), byId(v2), byId(v3)))) return;
        if (v2.length > 0 && first.follows.length + second.follows.length > 0) compared += 1;
        expect(seen(second.after)).toEqual(seen(direct.after));
      },
    );
    expect(compared).toBeGreaterThan(10);
  });

  test('upgrades on different elements may be taken in either order', () =>
    law(
      fc
        .tuple(aVersion, someParts)
        .chain(([base, parts]) => fc.tuple(fc.constant(base), aLife(base, parts), aLater(base)))
        .chain(([base, mine, both]) =>
          fc.record({
            base: fc.constant(base),
            mine: fc.constant(mine),
            both: fc.constant(both),
            firstHalf: fc.func(fc.boolean()),
            decisions: someDecisions,
          }),
        ),
      ({ base, mine, both, firstHalf, decisions }) => {
        const later = byId(both);
        // Only words change, so that every half of the changes is a version of its own.
        const isWords = (field: string) => !/Refs?$/.test(field);
        const version = (isTaken: (id: string) => boolean) =>
          base.map((element) => ({
            ...element,
            fields: Object.fromEntries(
              Object.entries(element.fields).map(([field, value]) => [
                field,
                isTaken(element.id) && isWords(field) ? (later.get(element.id)?.fields[field] ?? value) : value,
              ]),
            ),
          }));
        const [one, other, all] = [version(firstHalf), version((id) => !firstHalf(id)), version(() => true)];
        const through = (middle: readonly TemplateElement[]) => {
          const half = threeWay({ base, mine, theirs: middle, decisions });
          return threeWay({ base: middle, mine: half.after, theirs: all, decisions });
        };
        expect(seen(through(one).after)).toEqual(seen(through(other).after));
        expect(seen(through(one).after)).toEqual(seen(threeWay({ base, mine, theirs: all, decisions }).after));
      },
    ));

  test('the same version again changes nothing, whatever was decided', () =>
    law(aStep, (versions) => {
      const once = threeWay(versions);
      const again = threeWay({ ...versions, base: versions.theirs, mine: once.after });
      expect(again).toMatchObject({ conflicts: [], follows: [], comes: [], goes: [], offers: [] });
      expect(seen(again.after)).toEqual(seen(once.after));
    }));

  test('decisions are free of order, and one touches nothing but its own conflict', () =>
    law(aStep, (versions) => {
      const decisions = Object.fromEntries(Object.entries(versions.decisions).toReversed());
      const merged = threeWay(versions);
      expect(threeWay({ ...versions, decisions })).toEqual(merged);
      const open = threeWay({ ...versions, decisions: {} });
      expect(open.conflicts.map(({ key }) => key)).toEqual(merged.conflicts.map(({ key }) => key));
      const mine = Object.fromEntries(open.conflicts.map(({ key }) => [key, 'mine' as const]));
      expect(seen(threeWay({ ...versions, decisions: mine }).after)).toEqual(seen(open.after));
    }));

  test('nothing that is here refers to something that is not', () =>
    law(aStep, (versions) => {
      const { after } = threeWay(versions);
      const all = byId(after);
      for (const held of after.filter(isInUse)) {
        for (const id of needsOf(held.kind, held.fields))
          if (!held.locals.some((field) => held.fields[field] === id)) {
            const was = byId(versions.mine).get(held.id);
            if (isPlaceOwnRef(held, id)) continue;
            expect(isInUse(all.get(id)), `${held.kind} ${was?.state} needs ${id}`).toBe(true);
          }
        const said = Object.fromEntries(Object.entries(held.fields).filter(([field]) => !held.locals.includes(field)));
        for (const id of refsIn(said)) expect(all.get(id)?.state ?? 'nowhere').not.toMatch(/gone|nowhere/);
      }
    }));

  test('a conflict is where both sides say something else, and nowhere else', () =>
    law(aStep, (versions) => {
      const found = threeWay(versions).conflicts.map(({ key }) => key);
      const [base, theirs] = [byId(versions.base), byId(versions.theirs)];
      const expected = versions.mine.flatMap((held): string[] => {
        const [was, will] = [base.get(held.id)?.fields, theirs.get(held.id)?.fields];
        if (held.state !== 'here' || !was) return [];
        if (!will) return held.mayGo && isChangedHere(held, was) ? [held.id] : [];
        return unitsIn(was, held.fields, will).flatMap((unit) => {
          const names = fieldsIn(unit, was, held.fields, will);
          const isBound = names.some((name) => held.locals.includes(name) || held.fixed.includes(name));
          const differ = [was, will].every((side) => !isAlike(side, held.fields, unit)) && !isAlike(was, will, unit);
          return differ && !isBound && !isPlaceOwn(unit) ? [`${held.id}.${unit}`] : [];
        });
      });
      expect(found.sort()).toEqual(expected.sort());
    }));
});

/** Who does a task is chosen here: its word moves on with the template, whether or not the role is in use. */
const isPlaceOwnRef = (held: Held, id: string): boolean => held.fields['roleRef'] === id;

/** Whether a version said on the way what had been changed here, and the next one said something else again. */
const isLeftAgain = (held: Held, ...versions: readonly ReadonlyMap<string, TemplateElement>[]): boolean => {
  const [v1, v2, v3] = versions.map((version) => version.get(held.id)?.fields);
  return unitsIn(v1, held.fields, v2, v3).some(
    (unit) => !isAlike(v1, held.fields, unit) && isAlike(v2, held.fields, unit) && !isAlike(v3, held.fields, unit),
  );
};
