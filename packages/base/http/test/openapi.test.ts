import { zInput, zName } from '@mahalleh/kernel';
import * as z from 'zod';
import { expect, test } from 'vitest';
import { openApiDocument, type Route } from '../src/index.ts';

const route = (method: 'GET' | 'POST', path: string, name: string): Route => ({
  method,
  path,
  act: {
    kind: method === 'GET' ? 'query' : 'command',
    home: 'workspace',
    name,
    permission: null,
    input: zInput({ thingId: zName(), note: zName() }),
    output: z.object({ id: z.string() }),
    run: () => Promise.resolve({}),
  },
  body: method === 'GET' ? 'none' : 'json',
  status: 200,
  effect: 'none',
  example: { thingId: 'x', note: 'y' },
});
type Operation = { operationId: string; parameters: { name: string; in: string }[] };

const documentOf = (routes: readonly Route[]) =>
  openApiDocument(
    [
      { prefix: '/p/{province}', routes },
      { prefix: '/n', routes },
    ],
    '1',
  ) as {
    openapi: string;
    paths: Record<string, Record<string, Operation>>;
  };

test('an operation is named by its act; where one act has two addresses, by act and address', () => {
  const { openapi, paths } = documentOf([
    route('POST', '/things/{thingId}/attach', 'thing.attach'),
    route('POST', '/things', 'thing.attach'),
    route('GET', '/things/{thingId}', 'thing'),
  ]);
  expect(openapi).toBe('3.1.0');
  expect(paths['/p/{province}/things/{thingId}']?.['get']?.operationId).toBe('thing');
  expect(paths['/n/things/{thingId}']?.['get']?.operationId).toBe('thing.nation');
  expect(paths['/p/{province}/things']?.['post']?.operationId).toBe('thing.attach.things');
  expect(paths['/p/{province}/things/{thingId}/attach']?.['post']?.operationId).toBe(
    'thing.attach.things.thingId.attach',
  );
});

test('what is in the path is not in the body, and a query takes the rest in its address', () => {
  const { paths } = documentOf([route('GET', '/things/{thingId}', 'thing')]);
  const { parameters = [] } = paths['/p/{province}/things/{thingId}']?.['get'] ?? {};
  expect(parameters.map((one) => `${one.in} ${one.name}`)).toEqual(['path province', 'path thingId', 'query note']);
});
