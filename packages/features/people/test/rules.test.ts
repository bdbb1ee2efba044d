import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { grants, PERMISSIONS, isGuestRole, ROLE_NAMES, type Role } from '@mahalleh/access';
import {
  givenBy,
  mayAmend,
  mayGrant,
  mayRemove,
  mayRevoke,
  ROLE_PLACES,
  type Grant,
  type Place,
} from '../src/rules.ts';

const TREE: Readonly<Record<string, Place>> = {
  qom: { kind: 'province', ancestorIds: ['qom'] },
  kahak: { kind: 'county', ancestorIds: ['kahak', 'qom'] },
  salafchegan: { kind: 'county', ancestorIds: ['salafchegan', 'qom'] },
  sheikhabad: { kind: 'neighbourhood', ancestorIds: ['sheikhabad', 'kahak', 'qom'] },
  pardisan: { kind: 'neighbourhood', ancestorIds: ['pardisan', 'salafchegan', 'qom'] },
};
const place = (id: string): Place => TREE[id] ?? { kind: 'nation', ancestorIds: ['nation'] };
const held = (role: Role, unitId: string, agencyId: string | null = null): Grant => ({ role, unitId, agencyId });
const wanted = (role: Role, agencyId: string | null = null) => ({ role, agencyId });

const anyRole = fc.constantFrom(...ROLE_NAMES);
const anyUnit = fc.constantFrom(...Object.keys(TREE));
const oftenAdmin = fc.oneof(anyRole, fc.constant<Role>('province_admin'));
const anyGrant = fc.record({ role: oftenAdmin, unitId: anyUnit, agencyId: fc.constantFrom(null, 'police') });

describe('giving a role', () => {
  it('never reaches beyond one’s own units, and only administrators give', () => {
    fc.assert(
      fc.property(
        fc.array(anyGrant, { maxLength: 4 }),
        anyRole,
        fc.constantFrom(null, 'police'),
        anyUnit,
        (own, role, agencyId, unitId) => {
          if (mayGrant(own, { role, agencyId }, place(unitId)) !== true) return;
          const mayGive = (grant: Grant) =>
            grants(grant.role, 'role.grant') && givenBy(grant.role).includes(role) && grant.agencyId === null;
          expect(own.some((grant) => mayGive(grant) && place(unitId).ancestorIds.includes(grant.unitId))).toBe(true);
        },
      ),
    );
  });

  it('never ends in administering more than the giver does: by no chain of gifts is a wider unit reached', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('kahak', 'salafchegan'),
        fc.array(fc.tuple(anyRole, anyUnit), { maxLength: 30 }),
        (county, gifts) => {
          let reached: Grant[] = [held('province_admin', county)];
          for (const [role, unitId] of gifts)
            if (mayGrant(reached, wanted(role), place(unitId)) === true) reached = [...reached, held(role, unitId)];
          for (const { unitId } of reached) expect(place(unitId).ancestorIds).toContain(county);
        },
      ),
    );
  });

  it('an administrator of a county makes no administrator of the province, and none of another county', () => {
    const own = [held('province_admin', 'kahak')];
    expect(mayGrant(own, wanted('province_admin'), place('qom'))).toMatchObject({ refused: 'role_above_own' });
    expect(mayGrant(own, wanted('province_admin'), place('salafchegan'))).toMatchObject({ refused: 'role_above_own' });
    expect(mayGrant(own, wanted('province_admin'), place('kahak'))).toBe(true);
  });

  it.each(ROLE_NAMES.filter((role) => !grants(role, 'role.grant')))('%s gives nothing at all', (role) => {
    for (const other of ROLE_NAMES)
      expect(mayGrant([held(role, 'qom')], wanted(other), place('sheikhabad'))).not.toBe(true);
  });

  it('an administration tied to one agency gives nothing', () => {
    const own = [held('province_admin', 'qom', 'police')];
    expect(mayGrant(own, wanted('facilitator'), place('kahak'))).toMatchObject({ refused: 'role_above_own' });
  });

  it('a role is held where it makes sense: a governor over the province, a county governor over a county', () => {
    const own = [held('province_admin', 'qom')];
    expect(mayGrant(own, wanted('governor'), place('kahak'))).toMatchObject({ refused: 'role_unsuited_to_unit' });
    expect(mayGrant(own, wanted('governor'), place('qom'))).toBe(true);
    expect(mayGrant(own, wanted('county_governor'), place('qom'))).toMatchObject({ refused: 'role_unsuited_to_unit' });
    expect(mayGrant(own, wanted('neighbourhood_manager'), place('sheikhabad'))).toBe(true);
    expect(mayGrant(own, wanted('ministry_admin'), place('qom'))).toMatchObject({ refused: 'role_unsuited_to_unit' });
  });

  it('an agency officer names an agency, and nobody else does', () => {
    const own = [held('province_admin', 'qom')];
    expect(mayGrant(own, wanted('agency_officer'), place('kahak'))).toMatchObject({ refused: 'agency_required' });
    expect(mayGrant(own, wanted('agency_officer', 'police'), place('kahak'))).toBe(true);
    expect(mayGrant(own, wanted('facilitator', 'police'), place('kahak'))).toMatchObject({
      refused: 'agency_not_for_role',
    });
  });

  it('a guest’s role has no place, and nobody gives it', () => {
    for (const role of ROLE_NAMES.filter(isGuestRole)) {
      expect(ROLE_PLACES[role]).toEqual([]);
      expect(ROLE_NAMES.some((giver) => givenBy(giver).includes(role))).toBe(false);
    }
  });

  it('every other role has a place, and somebody gives it', () => {
    for (const role of ROLE_NAMES.filter((name) => !isGuestRole(name))) {
      expect(ROLE_PLACES[role].length).toBeGreaterThan(0);
      expect(ROLE_NAMES.some((giver) => givenBy(giver).includes(role))).toBe(true);
    }
    expect(PERMISSIONS.length).toBeGreaterThan(0);
  });
});

describe('ending a role', () => {
  it('whoever ends a role still administers that unit afterwards, so an administrator always remains', () => {
    fc.assert(
      fc.property(
        fc.array(anyGrant, { minLength: 1, maxLength: 4 }),
        fc.nat(),
        fc.boolean(),
        anyGrant,
        (own, pick, isOwn, other) => {
          const ending = isOwn ? (own[pick % own.length] ?? other) : other;
          const reach = place(ending.unitId);
          if (mayRevoke(own, { ...ending, isOwn }, reach) !== true || !grants(ending.role, 'role.revoke')) return;
          const left = isOwn ? own.filter((grant) => grant !== ending) : own;
          expect(
            left.some((grant) => grants(grant.role, 'role.revoke') && reach.ancestorIds.includes(grant.unitId)),
          ).toBe(true);
        },
      ),
    );
  });

  it('one’s own only administration stays, another’s may be ended', () => {
    const own = [held('province_admin', 'qom')];
    expect(mayRevoke(own, { ...held('province_admin', 'qom'), isOwn: true }, place('qom'))).toMatchObject({
      refused: 'own_administration_stays',
    });
    expect(mayRevoke(own, { ...held('province_admin', 'qom'), isOwn: false }, place('qom'))).toBe(true);
    expect(mayRevoke(own, { ...held('facilitator', 'kahak'), isOwn: true }, place('kahak'))).toBe(true);
  });

  it('a role outside one’s units is not ended', () => {
    expect(
      mayRevoke([held('province_admin', 'kahak')], { ...held('governor', 'qom'), isOwn: false }, place('qom')),
    ).toMatchObject({ refused: 'role_above_own' });
  });
});

describe('changing a person', () => {
  const near = { isSelf: false, isRetired: false, rolesOutside: 0 };
  it('needs all of the person’s roles within one’s units', () => {
    expect(mayAmend(near)).toBe(true);
    expect(mayAmend({ ...near, rolesOutside: 1 })).toMatchObject({ refused: 'person_outside_scope' });
    expect(mayAmend({ ...near, isRetired: true })).toMatchObject({ refused: 'person_retired' });
  });
  it('nobody takes themselves off', () => {
    expect(mayRemove({ ...near, isSelf: true })).toMatchObject({ refused: 'own_administration_stays' });
    expect(mayRemove(near)).toBe(true);
  });
});
