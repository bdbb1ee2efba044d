import { GUEST_ROLES, PERMISSIONS } from '@mahalleh/access';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AREAS, LONGEST_HOURS, rolesOfAreas } from '../src/model.ts';
import { endsAt, holderRefusal, isLive, overRefusal, standingOf } from '../src/rules.ts';

const instant = fc.integer({ min: 0, max: 4e12 });
const hours = fc.integer({ min: 1, max: LONGEST_HOURS });
const maybeInstant = fc.option(instant);

describe('the end of a look-in', () => {
  test('is so many hours after it was granted: live until then, and at that very instant no more', () => {
    fc.assert(
      fc.property(instant, hours, (nowMs, forHours) => {
        const course = { untilMs: endsAt(nowMs, forHours), acceptedAtMs: null, endedAtMs: null };
        expect(isLive(course, nowMs)).toBe(true);
        expect(isLive(course, course.untilMs - 1)).toBe(true);
        expect(isLive(course, course.untilMs)).toBe(false);
        expect(overRefusal(course, course.untilMs)).toMatchObject({ refused: 'lookin_over' });
      }),
    );
  });

  test('never comes undone: what is over stays over, and what was ended is never live', () => {
    fc.assert(
      fc.property(instant, maybeInstant, maybeInstant, instant, instant, (untilMs, acceptedAtMs, endedAtMs, a, b) => {
        const course = { untilMs, acceptedAtMs, endedAtMs };
        const [earlier, later] = [Math.min(a, b), Math.max(a, b)];
        if (!isLive(course, earlier)) expect(isLive(course, later)).toBe(false);
        if (endedAtMs !== null) expect(isLive(course, a)).toBe(false);
      }),
    );
  });

  test('standing and life say the same', () => {
    fc.assert(
      fc.property(instant, maybeInstant, maybeInstant, instant, (untilMs, acceptedAtMs, endedAtMs, nowMs) => {
        const course = { untilMs, acceptedAtMs, endedAtMs };
        const standing = standingOf(course, nowMs);
        expect(standing === 'waiting' || standing === 'open').toBe(isLive(course, nowMs));
        expect(standing === 'ended').toBe(endedAtMs !== null);
        if (isLive(course, nowMs)) expect(standing).toBe(acceptedAtMs === null ? 'waiting' : 'open');
      }),
    );
  });
});

describe('who may be let look in', () => {
  test('a stranger and a guest of before; no colleague, and nobody twice at once', () => {
    expect(holderRefusal(undefined)).toBeUndefined();
    expect(holderRefusal({ isGuest: true, isLookingIn: false })).toBeUndefined();
    expect(holderRefusal({ isGuest: true, isLookingIn: true })).toMatchObject({ refused: 'lookin_already' });
    for (const isLookingIn of [true, false])
      expect(holderRefusal({ isGuest: false, isLookingIn })).toMatchObject({ refused: 'email_taken' });
  });
});

describe('the roles of a guest', () => {
  test('are that of the places, first, and one for each area', () => {
    fc.assert(
      fc.property(fc.subarray([...AREAS]), (areas) => {
        const roles = rolesOfAreas(areas);
        expect(roles[0]).toBe('guest_places');
        expect(roles.slice(1).toSorted()).toEqual(areas.map((area) => `guest_${area}`).toSorted());
      }),
    );
    expect(rolesOfAreas([...AREAS]).toSorted()).toEqual(Object.keys(GUEST_ROLES).toSorted());
  });

  test('read and do nothing else, and open neither people, volunteers, capacities, photos, searches nor the audit', () => {
    const opened: readonly string[] = Object.values(GUEST_ROLES).flat();
    expect(opened.filter((permission) => !permission.endsWith('.read'))).toEqual([]);
    expect(new Set(opened).size).toBe(opened.length);
    expect(opened.every((permission) => (PERMISSIONS as readonly string[]).includes(permission))).toBe(true);
    for (const closed of [
      'person',
      'account',
      'volunteer',
      'capacity',
      'evidence',
      'search',
      'trash',
      'import',
      'audit',
    ])
      expect(opened, closed).not.toContain(`${closed}.read`);
  });
});
