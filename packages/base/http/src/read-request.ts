import { Failure } from '@mahalleh/kernel';
import type { Context } from 'hono';
import type { Route } from './routes.ts';

const LIMITS = { json: 1024 * 1024, bytes: 10 * 1024 * 1024 } as const;

/** How much of a body that is too large is still listened to, so that who sends it hears the answer. Unit: bytes. */
const PATIENCE = 24 * 1024 * 1024;

/** Reads a body up to its limit, however it is sent. Fails: too_large. */
const readBody = async (request: Request, limit: number): Promise<Uint8Array> => {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size <= limit) chunks.push(chunk);
    else if (size > limit + PATIENCE) break;
  }
  if (size > limit) throw new Failure('too_large', 'body_too_large', { detail: { limit_kb: limit / 1024 } });
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
};

const mediaType = (request: Request): string =>
  (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';

const parseJson = (bytes: Uint8Array): Record<string, unknown> => {
  if (bytes.length === 0) return {};
  let parsed: unknown;
  try {
    parsed = JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes));
  } catch {
    throw new Failure('invalid', 'body_not_json');
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed))
    throw new Failure('invalid', 'body_not_object');
  return parsed as Record<string, unknown>;
};

/** The names in a path's braces. */
export const pathNames = (path: string): string[] => [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');

/** Puts path, query string and body together into one raw input. Fails: invalid, too_large, unsupported_media. */
export const readInput = async (c: Context, route: Route): Promise<Record<string, unknown>> => {
  const params = Object.fromEntries(pathNames(route.path).map((name) => [name, c.req.param(name)]));
  const query = route.body === 'json' ? {} : c.req.query();
  let body: Record<string, unknown> = {};
  if (route.body === 'json') {
    const bytes = await readBody(c.req.raw, LIMITS.json);
    if (bytes.length > 0 && mediaType(c.req.raw) !== 'application/json')
      throw new Failure('unsupported_media', 'content_type_not_json');
    body = parseJson(bytes);
  } else if (route.body === 'bytes') {
    const contentType = mediaType(c.req.raw);
    if (!contentType) throw new Failure('unsupported_media', 'content_type_missing');
    body = { bytes: await readBody(c.req.raw, LIMITS.bytes), contentType };
  }
  const given = { ...query, ...body };
  const clash = [...Object.keys(params), 'presented'].find((name) => name in given);
  if (clash !== undefined)
    throw new Failure('invalid', 'input_invalid', { fields: [{ field: clash, reason: 'unknown_field' }] });
  return { ...given, ...params };
};
