import * as z from 'zod';
import type { Home } from '@mahalleh/gate';
import { pathNames } from './read-request.ts';
import type { Route } from './routes.ts';

type Json = Record<string, unknown>;

/** JSON Schema 2020-12 of a zod schema; what cannot be said in it (bytes) becomes an open value. */
const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Json;
  return rest;
};

const PROBLEM_REF = { $ref: '#/components/schemas/Problem' };
const problemResponse = (description: string): Json => ({
  description,
  content: { 'application/problem+json': { schema: PROBLEM_REF } },
});

const PROBLEM_SCHEMA: Json = {
  type: 'object',
  required: ['type', 'title', 'status', 'reason', 'traceId'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string', description: 'In the language of Accept-Language (fa or en)' },
    status: { type: 'integer' },
    reason: { type: 'string', description: 'Stable; for programs' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['field', 'reason', 'title'],
        properties: { field: { type: 'string' }, reason: { type: 'string' }, title: { type: 'string' } },
      },
    },
    traceId: { type: 'string' },
  },
};

const INTERNAL = new Set(['presented', 'bytes', 'contentType']);

/** The name of the act; where one act name stands behind several addresses, with the address: ids are unique. */
const operationId = (route: Route<Home>, routes: readonly Route<Home>[]): string =>
  routes.filter(({ act }) => act.name === route.act.name).length > 1
    ? [route.act.name, ...route.path.replace(/[{}]/g, '').split('/').filter(Boolean)].join('.')
    : route.act.name;

const operationOf = (route: Route<Home>, id: string, prefixNames: readonly string[]): Json => {
  const input = schemaOf(route.act.input, 'input') as { properties?: Record<string, Json>; required?: string[] };
  const inPath = new Set([...prefixNames, ...pathNames(route.path)]);
  const rest = Object.entries(input.properties ?? {}).filter(([name]) => !inPath.has(name) && !INTERNAL.has(name));
  const required = (input.required ?? []).filter((name) => rest.some(([other]) => other === name));
  const inQuery = route.body === 'json' ? [] : rest;
  const example =
    route.example && typeof route.example === 'object'
      ? Object.fromEntries(Object.entries(route.example).filter(([name]) => !inPath.has(name)))
      : undefined;
  return {
    operationId: `${id}${prefixNames.length ? '' : '.nation'}`,
    tags: [route.act.name.split('.')[0]],
    ...(route.act.permission ? { 'x-permission': route.act.permission } : {}),
    ...(route.act.isOpen ? { security: [] } : {}),
    parameters: [
      ...[...inPath].map((name) => ({
        name,
        in: 'path',
        required: true,
        schema: name === 'province' ? { type: 'string' } : (input.properties?.[name] ?? { type: 'string' }),
      })),
      ...inQuery.map(([name, schema]) => ({ name, in: 'query', required: required.includes(name), schema })),
      ...(route.act.kind === 'command'
        ? [
            {
              name: 'Idempotency-Key',
              in: 'header',
              required: false,
              schema: { type: 'string', format: 'uuid' },
              description: 'The command id: the same id gives the first result again',
            },
          ]
        : []),
    ],
    ...(route.body === 'json'
      ? {
          requestBody: {
            content: {
              'application/json': {
                schema: { type: 'object', properties: Object.fromEntries(rest), required, additionalProperties: false },
                ...(example ? { example } : {}),
              },
            },
          },
        }
      : route.body === 'bytes'
        ? {
            requestBody: {
              required: true,
              content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
            },
          }
        : {}),
    responses: {
      [route.status]:
        route.effect === 'file'
          ? { description: 'The file', content: { '*/*': {} } }
          : { description: 'Done', content: { 'application/json': { schema: schemaOf(route.act.output, 'output') } } },
      400: problemResponse('The input is wrong; every field is named'),
      401: problemResponse('No session in this workspace'),
      403: problemResponse('The session holds no role that may do this'),
      404: problemResponse('Not there, or not yours to see'),
      ...(route.act.kind === 'command'
        ? {
            409: problemResponse('Somebody was faster, or the command id was used for something else'),
            422: problemResponse('A rule says no'),
          }
        : {}),
    },
  };
};

/** The OpenAPI 3.1 document of everything that is mounted. */
export const openApiDocument = (
  mounts: readonly { prefix: string; routes: readonly Route<Home>[] }[],
  version: string,
): Json => {
  const paths: Record<string, Json> = {};
  for (const { prefix, routes } of mounts)
    for (const route of routes) {
      const path = `${prefix}${route.path}`;
      const operation = operationOf(route, operationId(route, routes), pathNames(prefix));
      paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation };
    }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Mahalleh',
      version,
      description: 'The National Local-Progress Network. Every change is a command, every question a query.',
    },
    security: [{ session: [] }],
    paths,
    components: {
      schemas: { Problem: PROBLEM_SCHEMA },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'mahalleh_session' } },
    },
  };
};
