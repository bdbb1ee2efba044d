/** What every mounted route refuses, each with the proof that the request was a real one: made right, it is done. */
import { randomUUID } from 'node:crypto';
import { grants, rolesGranting, type Permission } from '@mahalleh/access';
import { nationRoutes, provinceRoutes } from '@mahalleh/api/routes';
import type { Route } from '@mahalleh/http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startNation, type TestNation } from '../support/nation.ts';
import { addressOf, fieldsOf, pathNames, send, told, type Otherwise } from './refusals/caller.ts';
import { OPEN_IN_PROVINCES, OPEN_ROUTES } from './refusals/open-routes.ts';
import { rightAtTheMinistry, rightInEveryWorkspace, type Right } from './refusals/right-identity.ts';
import { rightInOperations } from './refusals/right-operations.ts';
import { rightInNationalOutcomes, rightInOutcomes } from './refusals/right-outcomes.ts';
import { rightInProvince } from './refusals/right-province.ts';
import { rightInAdoptions } from './refusals/right-adoptions.ts';
import { rightInBoards } from './refusals/right-boards.ts';
import { rightInExperiences, rightInNationalExperiences } from './refusals/right-experiences.ts';
import { rightInInvitations, rightInLookins } from './refusals/right-lookin.ts';
import { rightInPublishing } from './refusals/right-publishing.ts';
import { rightInNationalTemplates, rightInTemplates } from './refusals/right-templates.ts';
import { rightInUpgrades } from './refusals/right-upgrades.ts';
import { rightInReports, rightInSubmittedReports } from './refusals/right-reports.ts';
import { openWorkspace, ROLE_OF, type Account, type Workspace } from './refusals/world.ts';

let nation: TestNation;
const workspaces = new Map<string, Workspace>();
beforeAll(async () => {
  nation = await startNation({ sample: 'nation', provinces: ['qom', 'qazvin'] });
  for (const name of ['qom', 'qazvin', 'nation']) workspaces.set(name, await openWorkspace(nation.url, name));
});
afterAll(() => nation?.stop());

const opened = (name: string): Workspace => {
  const found = workspaces.get(name);
  if (!found) throw new Error(`${name} is not open`);
  return found;
};
const nameOf = ({ method, path }: { method: string; path: string }): string => `${method} ${path}`;

/** An account of the workspace whose role may not do this: a sample role where there is one, else one with no role. */
const unfit = (permission: string, kind: 'province' | 'nation'): Account => {
  const fit: readonly string[] = rolesGranting(permission as Permission);
  const found = Object.entries(ROLE_OF[kind]).find(([, role]) => !fit.includes(role));
  return (found?.[0] ?? 'nobody') as Account;
};

const unknownFor = (name: string): string =>
  name === 'token' || name === 'digest'
    ? 'x'.repeat(43)
    : name === 'period'
      ? '1300-01'
      : name.endsWith('Id')
        ? randomUUID()
        : 'no_such_thing';

/** What is one of a few words, each of which is there: another is malformed. */
const CLOSED = ['slug', 'level', 'province'];

/** A test of what only some routes have. */
const when = (applies: boolean, name: string, run: () => Promise<void>): void => {
  if (applies) test(name, run);
};

/** What lies in a neighbourhood; who works in another one does not see it. */
const LOCAL = [
  'unitId',
  'problemId',
  'capacityId',
  'bookingId',
  'volunteerId',
  'councilId',
  'appointmentId',
  'operationId',
  'taskId',
  'contributionId',
  'baseId',
  'evidenceId',
  'measurementId',
  'adoptionId',
  'upgradeId',
];

const MOUNTS = [
  {
    kind: 'province',
    workspace: 'qom',
    routes: provinceRoutes as readonly Route[],
    right: {
      ...rightInEveryWorkspace,
      ...rightInProvince,
      ...rightInOperations,
      ...rightInReports,
      ...rightInExperiences,
      ...rightInAdoptions,
      ...rightInPublishing,
      ...rightInTemplates,
      ...rightInOutcomes,
      ...rightInUpgrades,
      ...rightInLookins,
    },
  },
  {
    kind: 'nation',
    workspace: 'nation',
    routes: nationRoutes as readonly Route[],
    right: {
      ...rightInEveryWorkspace,
      ...rightAtTheMinistry,
      ...rightInSubmittedReports,
      ...rightInBoards,
      ...rightInNationalExperiences,
      ...rightInNationalTemplates,
      ...rightInNationalOutcomes,
      ...rightInInvitations,
    },
  },
] as const;

test('the routes that need no session are those that are listed', () => {
  for (const { kind, routes } of MOUNTS)
    expect(
      routes
        .filter(({ act }) => act.isOpen)
        .map(nameOf)
        .toSorted(),
    ).toEqual([...OPEN_ROUTES, ...(kind === 'province' ? OPEN_IN_PROVINCES : [])].toSorted());
});

test('every right request belongs to a route', () => {
  for (const { routes, right } of MOUNTS)
    expect(Object.keys(right).filter((name) => !routes.some((route) => nameOf(route) === name))).toEqual([]);
});

for (const { kind, workspace, routes, right } of MOUNTS)
  describe.each(routes.map((route) => ({ name: nameOf(route), route })))(`${kind}: $name`, ({ name, route }) => {
    let asked: Right;
    let base = '';
    beforeAll(async () => {
      const make = right[name as keyof typeof right];
      if (!make) throw new Error(`there is no right request for ${name}`);
      asked = await make(opened(workspace));
      base = addressOf(nation.url, workspace);
    });
    const isOpen = route.act.isOpen === true;
    const own = () => asked.cookie ?? opened(workspace).cookie(asked.as);
    const sent = (change: object = {}, otherwise: Otherwise = {}) =>
      send(base, route, { ...asked.input, ...change }, { cookie: own(), ...otherwise });

    when(!isOpen, 'refuses the signed-out', async () => {
      const answer = await sent({}, { cookie: undefined });
      expect([answer.status, answer.body['reason']]).toEqual([401, 'signed_out']);
      expect(told(await sent({}, { cookie: 'qom.forged.seal' }))).toBe(told(answer));
    });

    when(!isOpen, 'gives a session of another workspace what an invented one gives', async () => {
      for (const other of ['qom', 'qazvin', 'nation'].filter((one) => one !== workspace)) {
        const cookie = opened(other).cookie('admin');
        const here = told(await sent({}, { cookie }));
        expect(here).toMatch(/^401 /);
        if (kind === 'province')
          for (const invented of ['atlantis', 'tehran'])
            expect(told(await send(addressOf(nation.url, invented), route, asked.input, { cookie }))).toBe(here);
        else expect(here).toBe(told(await sent({}, { cookie: undefined })));
      }
    });

    when(isOpen && kind === 'province', 'does not exist in a workspace that does not', async () => {
      const [invented, unbuilt] = await Promise.all(
        ['atlantis', 'tehran'].map((place) => send(addressOf(nation.url, place), route, asked.input)),
      );
      expect(invented?.status).toBe(404);
      expect(unbuilt && told(unbuilt)).toBe(invented && told(invented));
    });

    const { permission } = route.act;
    when(permission !== null, 'refuses a role that may not', async () => {
      for (const account of new Set<Account>([unfit(permission ?? '', kind), 'nobody'])) {
        const answer = await sent({}, { cookie: opened(workspace).cookie(account) });
        expect([account, answer.status, answer.body['reason']]).toEqual([account, 403, 'not_permitted']);
      }
    });

    const isLocal = kind === 'province' && pathNames(route.path).some((param) => LOCAL.includes(param));
    const managers = permission !== null && grants('neighbourhood_manager', permission as Permission);
    when(isLocal && managers, 'does not find what lies in a neighbourhood of somebody else', async () => {
      const answer = await sent({}, { cookie: opened(workspace).cookie('manager') });
      expect([answer.status, answer.body['reason']], answer.text).toEqual([404, expect.stringMatching(/_unknown$/)]);
    });

    test('names a field that it does not know', async () => {
      const answer = await sent({ surprise: 'x' });
      expect(answer.status, answer.text).toBe(400);
      expect(fieldsOf(answer)).toContain('surprise');
    });

    when(route.body === 'json', 'refuses a body that is not a JSON object', async () => {
      for (const [rawBody, reason] of [
        ['{"a":', 'body_not_json'],
        ['[]', 'body_not_object'],
      ] as const) {
        const answer = await sent({}, { rawBody });
        expect([answer.status, answer.body['reason']]).toEqual([400, reason]);
      }
    });

    when(route.body !== 'none', 'refuses a wrong type of content', async () => {
      const contentType = route.body === 'json' ? 'text/plain' : null;
      const answer = await sent({}, { contentType, headers: { origin: nation.url } });
      expect(answer.status, answer.text).toBe(415);
    });

    when(route.body !== 'none', 'refuses a body that is too large', async () => {
      const rawBody =
        route.body === 'json' ? `{"surprise":"${'x'.repeat(1024 * 1024)}"}` : new Uint8Array(10 * 1024 * 1024 + 1);
      const answer = await sent({}, { rawBody });
      expect([answer.status, answer.body['reason']]).toEqual([413, 'body_too_large']);
    });

    for (const param of pathNames(route.path)) {
      when(param !== 'key', `names a malformed ${param}`, async () => {
        const answer = await sent({ [param]: 'not-an-id' });
        expect(answer.status, answer.text).toBe(400);
        expect(fieldsOf(answer)).toEqual([param]);
      });

      when(!CLOSED.includes(param), `does not find an unknown ${param}`, async () => {
        const answer = await sent({ [param]: unknownFor(param) });
        expect(answer.status, answer.text).toBe(404);
      });
    }

    const subject = ['unitId', 'parentId', 'subjectId'].find((param) => param in ((route.example ?? {}) as object));
    when(
      route.method === 'POST' && !route.path.includes('{') && subject !== undefined,
      'does not find an unknown unit or subject',
      async () => {
        const answer = await sent({ [subject ?? '']: randomUUID() });
        expect(answer.status, answer.text).toBe(404);
      },
    );

    when(route.act.kind === 'command', 'names a command id that is none', async () => {
      const answer = await sent({}, { headers: { 'idempotency-key': 'not-an-id' } });
      expect([answer.status, fieldsOf(answer)]).toEqual([400, ['Idempotency-Key']]);
    });

    when(route.method === 'POST', 'refuses a page of another site', async () => {
      const answer = await sent({}, { headers: { origin: 'https://elsewhere.example' } });
      expect([answer.status, answer.body['reason']]).toEqual([403, 'origin_foreign']);
    });

    test('does it when it is asked right', async () => {
      const answer = await sent();
      expect(answer.status, answer.text).toBe(route.status);
    });
  });
