/** Whoever looks in, over every mounted route of a province: no command, and no question beyond what was granted. */
import { GUEST_ROLES, grants, type GuestRole, type Permission } from '@mahalleh/access';
import { openTestProvince, type TestWorkspace } from '@mahalleh/gate/testing';
import type { ProvinceContext } from '@mahalleh/gate';
import type { Route } from '@mahalleh/http';
import { newId } from '@mahalleh/kernel';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { provinceRoutes } from '../src/routes.ts';

const ROLES = Object.keys(GUEST_ROLES) as GuestRole[];
const routes = provinceRoutes as readonly Route[];
const nameOf = ({ method, path }: Route): string => `${method} ${path}`;
const isOpened = (permission: string): boolean => ROLES.some((role) => grants(role, permission as Permission));

let qom: TestWorkspace<'province'>;
let guest: ProvinceContext;
const lookinId = newId();
beforeAll(async () => {
  qom = await openTestProvince();
  const unitId = newId();
  await qom.sql('insert into unit_closure (ancestor_id, unit_id) values (?, ?)', [unitId, unitId]);
  const until = { id: lookinId, untilMs: qom.ports.nowMs() + 3_600_000 };
  guest = await qom.asGuest(until, ...ROLES.map((role) => ({ role, unitId })));
});
afterAll(() => qom.close());

const commands = routes.filter(({ act }) => act.kind === 'command' && act.isOpen !== true);
const questions = routes.filter(
  ({ act, effect }) => act.kind === 'query' && act.isOpen !== true && effect !== 'together',
);

describe('a guest with every role there is for guests', () => {
  test('there is something to try', () => {
    expect(commands.length).toBeGreaterThan(100);
    expect(questions.length).toBeGreaterThan(50);
  });

  test.each(commands.map((route) => [nameOf(route), route] as const))('may not %s', async (_name, route) => {
    const before = await qom.audit();
    for (const input of [route.example, {}, null])
      await expect(route.act.run(guest, input, newId())).rejects.toMatchObject({
        kind: 'not_permitted',
        reason: 'guest_reads_only',
      });
    expect(await qom.audit()).toEqual(before);
    expect(route.act.permission === null || !isOpened(route.act.permission)).toBe(true);
  });

  test.each(questions.map((route) => [nameOf(route), route] as const))(
    'asks %s as the grant allows, and on record',
    async (_name, route) => {
      const { name, permission } = route.act;
      const before = (await qom.audit()).length;
      const answered = await route.act.run(guest, route.example ?? {}).then(
        () => 'answered',
        (cause: unknown) => (cause as { kind?: string }).kind ?? String(cause),
      );
      const views = (await qom.audit()).slice(before);
      if (permission === null) {
        expect([name, answered]).toEqual(['account.me', 'answered']);
        expect(views).toEqual([]);
        return;
      }
      expect(['answered', 'not_found', 'not_permitted']).toContain(answered);
      expect(answered === 'not_permitted', permission).toBe(!isOpened(permission));
      expect(views).toMatchObject([{ action: 'lookin.view', actor_kind: 'guest', subject: lookinId }]);
      expect(JSON.parse(String(views[0]?.['result_json']))).toMatchObject({
        asked: name,
        permitted: Number(isOpened(permission)),
      });
    },
  );

  test('many questions at once are each written down, and none is answered when one cannot be', async () => {
    const together = routes.find(({ effect }) => effect === 'together');
    const before = (await qom.audit()).length;
    await together?.act.run(guest, { asks: ['/me', '/units', '/problems', '/people'] });
    const asked = (await qom.audit()).slice(before).map((row) => JSON.parse(String(row['result_json'])) as object);
    expect(asked).toMatchObject([
      { asked: 'units', permitted: 1 },
      { asked: 'problem_list', permitted: 1 },
      { asked: 'person.list', permitted: 0 },
    ]);
    const { databases } = qom.ports;
    const lane = databases.lane;
    Object.assign(databases, {
      lane: () => ({ write: async () => ({ outcome: 'failed', code: 'X', message: 'gone' }) }),
    });
    await expect(together?.act.run(guest, { asks: ['/units'] })).rejects.toMatchObject({ reason: 'view_not_recorded' });
    Object.assign(databases, { lane });
  });

  test('whoever works here is asked for one request and written down nowhere', async () => {
    const unitId = newId();
    const observer = await qom.as({ role: 'observer', unitId });
    const before = await qom.audit();
    const units = routes.find(({ path, method }) => path === '/units' && method === 'GET');
    await units?.act.run(observer, {});
    expect(await qom.audit()).toEqual(before);
  });
});
