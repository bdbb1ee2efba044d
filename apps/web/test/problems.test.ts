import { describe, expect, test } from 'vitest';
import { inTree } from '../src/lib/choice/tree.ts';
import { domainBody } from '../src/lib/domains/amendment.ts';
import { splitBody, voteBody, whysBody } from '../src/lib/problems/amendment.ts';
import { daysLeft, englishOrdinal, isAwaiting, isOfLevel, mayConfirm, stationsOf } from '../src/lib/problems/course.ts';
import type { Me } from '../src/lib/workspace/me.ts';

const at = (day: string): number => Date.parse(`${day}T08:00:00Z`);
const me = (role: string, unitKind: string, permissions: string[] = ['problem.confirm']): Me => ({
  personId: 'me',
  name: 'Sample Person',
  email: null,
  workspace: { slug: 'qom', kind: 'province', nameFa: 'قم', nameEn: 'Qom' },
  roles: [
    { role, titleFa: '', titleEn: '', unitId: 'u', unitKind, unitNameFa: null, unitNameEn: null, agencyId: null },
  ],
  permissions,
  totp: { isEnrolled: true, recoveryCodesLeft: 0 },
  guest: null,
});

describe('what the forms send', () => {
  test('a chain of causes is a list without its empty lines; a chain that was emptied is said to be empty', () => {
    expect(whysBody({ title: 'x', whys: { '0': 'a', '2': 'b' } })).toEqual({ title: 'x', whys: ['a', 'b'] });
    expect(whysBody({ title: 'x' })).toEqual({ title: 'x', whys: [] });
  });

  test('the parts of a split are those with a title, in their order', () => {
    const parts = {
      '0': { title: 'a', domainKey: 'sport', severity: '3' },
      '1': { domainKey: 'sport', severity: '3' },
      '2': { title: 'b', domainKey: 'health', severity: '4' },
    };
    expect(splitBody({ revision: 1, parts })).toEqual({ revision: 1, parts: [parts['0'], parts['2']] });
    expect(splitBody({ revision: 1 })).toEqual({ revision: 1, parts: [] });
  });

  test('a round of supporters alone has no points', () => {
    expect(voteBody({ revision: 2, supporters: '۸۸' })).toEqual({
      revision: 2,
      supporters: '۸۸',
      side: 'residents',
      sums: { harm: 0, spread: 0, urgency: 0, feasibility: 0 },
    });
    expect(voteBody({ sums: { harm: '12' } })).toMatchObject({ sums: { harm: '12', spread: 0 } });
  });

  test('of a domain nothing that was not ticked is said', () =>
    expect(domainBody({ titleFa: 'x', isSensitive: false, dropPlaces: true })).toEqual({
      titleFa: 'x',
      dropPlaces: true,
    }));
});

test('domains stand below their parents, in order; one whose parent is not there stands on top', () => {
  const domain = (key: string, parentKey: string | null, ord: number) => ({ key, parentKey, ord });
  const tree = inTree([
    domain('b', null, 2),
    domain('a1', 'a', 9),
    domain('a', null, 1),
    domain('a2', 'a1', 1),
    domain('z', 'gone', 3),
  ]);
  expect(tree.map(({ key, depth }) => `${key} ${depth}`)).toEqual(['a 0', 'a1 1', 'a2 2', 'b 0', 'z 0']);
});

describe('where a problem stands', () => {
  test('called solved is not yet solved', () => {
    expect(isAwaiting({ status: 'solved', confirmedAtMs: null })).toBe(true);
    expect(isAwaiting({ status: 'solved', confirmedAtMs: 1 })).toBe(false);
    expect(isAwaiting({ status: 'closed', confirmedAtMs: null })).toBe(false);
  });

  test('its way is told newest first, with how long it stayed at each station', () => {
    const problem = {
      status: 'started',
      confirmedAtMs: null,
      registeredAtMs: at('2026-10-02'),
      moves: [
        { atMs: at('2026-10-04'), to: 'triaged' },
        { atMs: at('2026-10-13'), to: 'started' },
      ],
    } as const;
    expect(stationsOf(problem, at('2026-10-16')).map(({ at: where, days, isNow }) => [where, days, isNow])).toEqual([
      ['started', 3, true],
      ['triaged', 9, false],
      ['registered', 2, false],
    ]);
    const closed = { ...problem, status: 'closed', moves: [{ atMs: at('2026-10-02'), to: 'closed' }] } as const;
    expect(stationsOf(closed, at('2026-12-01')).map(({ days }) => days)).toEqual([undefined, 0]);
    const confirmed = { ...problem, status: 'solved', confirmedAtMs: at('2026-10-20') } as const;
    expect(stationsOf(confirmed, at('2026-12-01'))[0]).toMatchObject({
      at: 'confirmed',
      days: undefined,
      isNow: false,
    });
  });

  test('the days of a level run down to its day, and on below it', () => {
    const waiting = { levelDueOn: '2026-12-06' };
    expect(['2026-11-22', '2026-12-06', '2026-12-15'].map((day) => daysLeft(waiting, at(day)))).toEqual([14, 0, -9]);
    expect(daysLeft({ levelDueOn: null }, at('2026-12-15'))).toBeUndefined();
  });

  test('a place in the order has its English ending', () =>
    expect([1, 2, 3, 11, 22].map(englishOrdinal)).toEqual(['1st', '2nd', '3rd', '11th', '22nd']));
});

describe('who may', () => {
  const solved = { status: 'solved', confirmedAtMs: null, solvedBy: 'other', registeredBy: 'third' } as const;

  test('confirm: the council’s office, the reporter, never who called it solved', () => {
    expect(mayConfirm(me('council_member', 'neighbourhood'), solved)).toBe(true);
    expect(mayConfirm(me('facilitator', 'neighbourhood'), solved)).toBe(false);
    expect(mayConfirm(me('facilitator', 'neighbourhood'), { ...solved, registeredBy: 'me' })).toBe(true);
    expect(mayConfirm(me('council_member', 'neighbourhood'), { ...solved, solvedBy: 'me' })).toBe(false);
    expect(mayConfirm(me('council_member', 'neighbourhood'), { ...solved, confirmedAtMs: 1 })).toBe(false);
    expect(mayConfirm(me('governor', 'province', []), solved)).toBe(false);
  });

  test('answer for a level: whoever sits there or above', () => {
    expect(isOfLevel(me('neighbourhood_manager', 'neighbourhood'), 'county')).toBe(false);
    expect(isOfLevel(me('county_secretary', 'county'), 'county')).toBe(true);
    expect(isOfLevel(me('county_secretary', 'county'), 'province')).toBe(false);
    expect(isOfLevel(me('director_general', 'province'), 'county')).toBe(true);
  });
});
