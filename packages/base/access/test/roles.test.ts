import { newId } from '@mahalleh/kernel';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  ACTIONS,
  grants,
  GUEST_ROLES,
  isGuestRole,
  isNationRole,
  isPermission,
  isProvinceRole,
  isRole,
  mayAnywhere,
  NATION_ROLES,
  PERMISSIONS,
  PROVINCE_ROLES,
  ROLE_NAMES,
  ROLE_TITLES,
  ROLES,
  rolesGranting,
  rolesOf,
  type Actor,
  type GuestRole,
  type Permission,
} from '../src/index.ts';

const anyRole = fc.constantFrom(...ROLE_NAMES);
const anyPermission = fc.constantFrom(...PERMISSIONS);
const commands = PERMISSIONS.filter((permission) => !permission.endsWith('.read') && permission !== 'session.revoke');

describe('the vocabulary', () => {
  test('a permission is a resource and one of its actions, each once', () => {
    expect(new Set(PERMISSIONS).size).toBe(PERMISSIONS.length);
    expect(PERMISSIONS).toHaveLength(Object.values(ACTIONS).flat().length);
    for (const permission of PERMISSIONS) expect(permission).toMatch(/^[a-z]+\.[a-z]+$/);
  });

  test('says the domain’s verbs, never create, update or delete', () => {
    expect(
      PERMISSIONS.filter((permission) => /\.(create|update|delete|edit|write|manage|admin)$/.test(permission)),
    ).toEqual([]);
  });

  test('knows no words that objects have', () => {
    for (const text of ['volunteer', 'problem', 'problem.delete', 'constructor', ''])
      expect(isPermission(text)).toBe(false);
    expect(isPermission('problem.triage')).toBe(true);
  });
});

describe('the role table', () => {
  test('«grants» and «rolesGranting» are two readings of one table', () => {
    fc.assert(
      fc.property(anyRole, anyPermission, (role, permission) => {
        const written: readonly Permission[] = ROLES[role];
        expect(grants(role, permission)).toBe(written.includes(permission));
        expect(rolesGranting(permission).includes(role)).toBe(grants(role, permission));
      }),
    );
  });

  test('a role that the table does not know is granted nothing', () => {
    for (const role of ['king', 'toString'])
      expect(Reflect.apply(grants, undefined, [role, 'problem.read'])).toBe(false);
  });

  test('every permission is granted to somebody, and no role names one twice', () => {
    for (const permission of PERMISSIONS) expect(rolesGranting(permission), permission).not.toEqual([]);
    for (const role of ROLE_NAMES) expect(new Set(ROLES[role]).size, role).toBe(ROLES[role].length);
  });

  test('every role has a title in both languages, unlike every other', () => {
    for (const locale of ['fa', 'en'] as const)
      expect(new Set(ROLE_NAMES.map((role) => ROLE_TITLES[role][locale])).size).toBe(ROLE_NAMES.length);
  });

  test('a role belongs to a province, to the ministry or to a guest, never to two of them', () => {
    for (const role of ROLE_NAMES)
      expect(
        [isProvinceRole, isNationRole, isGuestRole].filter((is) => is(role)),
        role,
      ).toHaveLength(1);
    expect(Object.keys(GUEST_ROLES)).toHaveLength(5);
    expect(Object.keys(PROVINCE_ROLES)).toHaveLength(10);
    expect(Object.keys(NATION_ROLES)).toHaveLength(3);
    for (const text of ['king', 'toString', '__proto__', ''])
      expect(isRole(text) || isProvinceRole(text) || isNationRole(text)).toBe(false);
  });
});

describe('who may not', () => {
  test('the observer reads; the governor reads, answers for the period report and writes experiences', () => {
    for (const command of commands) {
      expect(grants('observer', command), command).toBe(false);
      expect(grants('governor', command) && !/^(report|experience)\./.test(command), command).toBe(false);
    }
  });

  test('a guest reads and changes nothing', () => {
    for (const role of Object.keys(GUEST_ROLES) as GuestRole[])
      for (const permission of PERMISSIONS) if (grants(role, permission)) expect(permission, role).toMatch(/\.read$/);
  });

  test('the ministry opens no record of a province', () => {
    const ofRecords = PERMISSIONS.filter((permission) =>
      /^(unit|passport|council|seat|meeting|committee|charter|problem|evidence|domain|capacity|booking|volunteer|match|operation|task|contribution|responsibility|base|agency|target|indicator|view|search|trash|step|figure|import)\./.test(
        permission,
      ),
    );
    for (const role of ['ministry_admin', 'ministry_analyst', 'ministry_reviewer'] as const)
      for (const permission of ofRecords) expect(grants(role, permission), `${role} ${permission}`).toBe(false);
  });

  test('national figures and the registry of provinces are the ministry’s', () => {
    for (const permission of ['metric.read', 'province.read'] as const)
      expect(rolesGranting(permission).every(isNationRole)).toBe(true);
  });

  test('roles and accounts are granted by administrators alone', () => {
    for (const permission of PERMISSIONS.filter((name) => /^(role|account)\./.test(name)))
      expect(rolesGranting(permission)).toEqual(['province_admin', 'ministry_admin']);
  });

  test('volunteers are seen by the neighbourhood manager alone', () => {
    for (const permission of PERMISSIONS.filter((name) => name.startsWith('volunteer.')))
      expect(rolesGranting(permission), permission).toEqual(['neighbourhood_manager']);
  });

  test('whoever acts on a resource reads it', () => {
    for (const role of ROLE_NAMES)
      for (const command of commands.filter((permission) => grants(role, permission))) {
        const read = `${command.split('.')[0]}.read`;
        if (isPermission(read)) expect(grants(role, read), `${role} ${command}`).toBe(true);
      }
  });
});

describe('an actor', () => {
  const manager: Actor = {
    kind: 'person',
    province: 'qom',
    personId: newId<'person'>(),
    seats: [
      { role: 'neighbourhood_manager', unitId: newId<'unit'>() },
      { role: 'neighbourhood_manager', unitId: newId<'unit'>() },
      { role: 'observer', unitId: newId<'unit'>() },
    ],
  };

  test('holds each role once, and may what one of them allows', () => {
    expect(rolesOf(manager)).toEqual(['neighbourhood_manager', 'observer']);
    expect(mayAnywhere(manager, 'problem.triage')).toBe(true);
    expect(mayAnywhere(manager, 'unit.split')).toBe(false);
  });

  test('without a seat may nothing, nor may a job by itself', () => {
    for (const permission of PERMISSIONS) {
      expect(mayAnywhere({ ...manager, seats: [] }, permission)).toBe(false);
      expect(mayAnywhere({ kind: 'job', name: 'sweep' }, permission)).toBe(false);
    }
  });
});
