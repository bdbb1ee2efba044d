import type { Route } from '@mahalleh/http';
import { TEST_PASSWORD } from '../../support/nation.ts';

/** An input of a route as its example has it: path parameters, query and body together; `bytes` is the body itself. */
export type Input = Readonly<Record<string, unknown>>;

/** An answer, read to its end. */
export type Answer = {
  readonly status: number;
  readonly text: string;
  readonly body: Record<string, unknown>;
  readonly headers: Headers;
};

/** What a caller may do otherwise than a right request does. */
export type Otherwise = {
  readonly cookie?: string | undefined;
  readonly contentType?: string | null;
  readonly headers?: Record<string, string>;
  readonly rawBody?: string | Uint8Array<ArrayBuffer>;
};

/** Where a workspace answers: `provinces/qom`, `provinces/atlantis`, `nation`. */
export const addressOf = (url: string, workspace: string): string =>
  `${url}/api/v1/${workspace === 'nation' ? 'nation' : `provinces/${workspace}`}`;

const answerOf = async (response: Response): Promise<Answer> => {
  const text = await response.text();
  const isJson = (response.headers.get('content-type') ?? '').includes('json');
  const body = isJson ? (JSON.parse(text) as Record<string, unknown>) : {};
  return { status: response.status, text, body, headers: response.headers };
};

/** The names in a path's braces. */
export const pathNames = (path: string): string[] => [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');

const queryOf = (input: Input): string => {
  const given = Object.entries(input).filter(([, value]) => value !== undefined);
  const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return text === '' ? '' : `?${text}`;
};

/** Sends an input to a route of a workspace. */
export const send = async (
  base: string,
  route: Pick<Route, 'method' | 'path' | 'body'>,
  input: Input,
  { cookie, contentType, headers = {}, rawBody }: Otherwise = {},
): Promise<Answer> => {
  const inPath = pathNames(route.path);
  const path = route.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(input[name])));
  const { bytes, ...rest } = Object.fromEntries(Object.entries(input).filter(([name]) => !inPath.includes(name)));
  const isJson = route.body === 'json';
  const type = contentType === undefined ? (isJson ? 'application/json' : 'application/octet-stream') : contentType;
  const body = rawBody ?? (isJson ? JSON.stringify(rest) : (bytes as Uint8Array<ArrayBuffer> | undefined));
  const response = await fetch(`${base}${path}${isJson ? '' : queryOf(rest)}`, {
    method: route.method,
    headers: {
      'accept-language': 'en',
      ...(cookie ? { cookie: `mahalleh_session=${cookie}` } : {}),
      ...(route.method === 'POST' && type !== null ? { 'content-type': type } : {}),
      ...headers,
    },
    ...(route.method === 'POST' && body !== undefined
      ? { body: type === null && typeof body === 'string' ? new TextEncoder().encode(body) : body }
      : {}),
  });
  return answerOf(response);
};

/** The cookie that an answer sets. */
export const cookieIn = (answer: Answer): string =>
  /mahalleh_session=([^;]*)/.exec(answer.headers.get('set-cookie') ?? '')?.[1] ?? '';

const SIGN_IN = { method: 'POST', path: '/auth/sign-in', body: 'json' } as const;

/** Signs in and gives the session's cookie. */
export const signIn = async (base: string, email: string, password = TEST_PASSWORD): Promise<string> => {
  const answer = await send(base, SIGN_IN, { email, password });
  if (answer.status !== 200) throw new Error(`${email}: ${answer.status} ${answer.text}`);
  return cookieIn(answer);
};

/** An answer without what differs from request to request. */
export const told = ({ status, text }: Answer): string =>
  `${status} ${text.replace(/"traceId":"[^"]*"/, '"traceId":""')}`;

/** The fields that a refusal names. */
export const fieldsOf = ({ body }: Answer): string[] =>
  ((body['errors'] ?? []) as { field: string }[]).map(({ field }) => field);
