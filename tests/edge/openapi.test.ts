/** What anybody may read: that it is up, and the whole of its interface. */
import { nationRoutes, NATION_PREFIX, PROVINCE_PREFIX, provinceRoutes } from '@mahalleh/api/routes';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startNation, type TestNation } from '../support/nation.ts';

type Operation = {
  operationId: string;
  security?: unknown[];
  parameters: { name: string; in: string; required: boolean }[];
  requestBody?: { content: Record<string, { schema: { additionalProperties?: boolean } }> };
  responses: Record<string, unknown>;
};
type Document = {
  openapi: string;
  info: { title: string; version: string };
  paths: Record<string, Record<string, Operation>>;
};

let nation: TestNation;
let answer: Response;
let document: Document;
beforeAll(async () => {
  nation = await startNation();
  answer = await fetch(`${nation.url}/api/v1/openapi.json`);
  document = (await answer.json()) as Document;
});
afterAll(() => nation?.stop());

const mounted = [
  ...provinceRoutes.map((route) => ({ route, path: `${PROVINCE_PREFIX}${route.path}` })),
  ...nationRoutes.map((route) => ({ route, path: `${NATION_PREFIX}${route.path}` })),
].map(({ route, path }) => ({ route, path, name: `${route.method} ${path}` }));
const operations = () =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ name: `${method.toUpperCase()} ${path}`, operation })),
  );

test('health is public and says the version', async () => {
  const health = await fetch(`${nation.url}/api/v1/health`);
  expect(health.status).toBe(200);
  expect(await health.json()).toMatchObject({ status: 'ok', version: document.info.version });
});

describe('the document of the interface', () => {
  test('is public, and of OpenAPI 3.1', () => {
    expect(answer.status).toBe(200);
    expect(document.openapi).toMatch(/^3\.1\./);
  });

  test('describes every route that is mounted, and none that is not', () => {
    expect(
      operations()
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual(mounted.map(({ name }) => name).toSorted());
  });

  test('names every operation once', () => {
    const ids = operations().map(({ operation }) => operation.operationId);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
    for (const id of ids) expect(id).toMatch(/^[a-z]\w*(\.[a-zA-Z][\w-]*)*$/);
  });

  test('says of every operation what its path takes, what it answers, and whether it needs a session', () => {
    for (const { route, path, name } of mounted) {
      const operation = document.paths[path]?.[route.method.toLowerCase()];
      const inPath = operation?.parameters.filter((one) => one.in === 'path').map((one) => one.name);
      expect(inPath, name).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, param]) => param));
      expect(Object.keys(operation?.responses ?? {}), name).toEqual(
        expect.arrayContaining([String(route.status), '400', '401', '403', '404']),
      );
      expect(operation?.security, name).toEqual(route.act.isOpen ? [] : undefined);
      if (route.body === 'json')
        expect(operation?.requestBody?.content['application/json']?.schema.additionalProperties, name).toBe(false);
    }
  });

  test('says nothing of what the router adds itself', () => {
    const text = JSON.stringify(document);
    expect(text).not.toContain('"presented"');
    expect(text).not.toContain('tokenHash');
  });
});

test('an address that is not mounted is not found, in the language of the reader', async () => {
  for (const [language, title] of [
    ['en', 'Not found, or not yours to see.'],
    ['fa', 'یافت نشد، یا در دسترس شما نیست.'],
  ] as const) {
    const unknown = await fetch(`${nation.url}/api/v1/nowhere`, { headers: { 'accept-language': language } });
    expect(unknown.status).toBe(404);
    expect(unknown.headers.get('content-type')).toContain('application/problem+json');
    expect(await unknown.json()).toMatchObject({ reason: 'not_found', title });
  }
});
