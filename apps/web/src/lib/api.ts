import { dev } from '$app/environment';
import { env } from '$env/dynamic/private';
import { m } from '$lib/paraglide/messages';
import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { isProvinceSlug } from '@mahalleh/kernel/province';
import { gather } from '$lib/gather';

/** The part of a request a call needs; every load and action event has it. */
export type CallEvent = Pick<RequestEvent, 'request' | 'url' | 'platform' | 'locals'> & {
  readonly params?: Partial<Record<string, string>>;
};

/** What is wrong with one field, in the reader's language. */
export type FieldProblem = { readonly field: string; readonly reason: string; readonly title: string };

/** A refusal of the API (RFC 9457), always complete. */
export type Problem = {
  readonly status: number;
  readonly reason: string;
  readonly title: string;
  readonly detail?: Readonly<Record<string, string | number>>;
  readonly trace: string;
  readonly errors: readonly FieldProblem[];
};

/** What a call comes back with: the data, or the problem. It never throws. */
export type Answer<T> =
  | { readonly ok: true; readonly status: number; readonly data: T }
  | { readonly ok: false; readonly problem: Problem };

/** A command names itself, so that sending it twice does it once. */
export type CallOptions = { readonly idempotencyKey?: string; readonly contentType?: string };

const DEADLINE_MS = 20_000;

/** The API as seen from this request: same reader, same language, same request id. */
export const api = (event: CallEvent) => ({
  /** Sends one request; `T` is what the route of that path promises. */
  call: async <T>(method: string, path: string, body?: unknown, options: CallOptions = {}): Promise<Answer<T>> => {
    try {
      const response = await send(event, method, path, body, options);
      event.locals.apiCookies.push(...response.headers.getSetCookie());
      event.locals.databaseRequests += Number(response.headers.get('x-database-requests') ?? 0);
      return response.ok
        ? { ok: true, status: response.status, data: await promised<T>(response) }
        : { ok: false, problem: await problemOf(response, event.locals.requestId) };
    } catch {
      // The deadline passed, or the API could not be reached: nothing is known of the command, and sending it again is safe.
      const problem = { status: 503, reason: 'unavailable', title: m.shell_error_unavailable_title() };
      return { ok: false, problem: { ...problem, trace: event.locals.requestId, errors: [] } };
    }
  },
  /** Hands a request of the browser to the API as it came. */
  forward: (request: Request): Promise<Response> => {
    const { pathname, search } = new URL(request.url);
    return reach(event, pathname + search, request);
  },
});

/** The data of an answer, or the page that fits the problem: sign-in when signed out, the error page otherwise. */
export const dataOf = <T>(event: CallEvent, answer: Answer<T>): T => {
  if (answer.ok) return answer.data;
  const { status, reason, title, trace, errors } = answer.problem;
  if (status === 401) redirect(303, signInPath(event.url));
  // A part of the page's own address that can be no id: there is no such page.
  const isNoPage = status === 400 && errors.some(({ field }) => event.params?.[field] !== undefined);
  if (isNoPage) error(404, { message: title, reason: 'not_found', trace });
  error(status, { message: title, reason, trace });
};

/**
 * Asks the API for one thing a page cannot do without. What is asked in the same turn – the frame's and the page's
 * questions – travels together: one request to the API, one to the database.
 */
export const read = async <T>(event: CallEvent, path: string): Promise<T> =>
  dataOf(event, await gathered<T>(event, path));

/** As `read`, for what only some roles may see: undefined for the others, so that nobody need know the role before asking. */
export const readIfAllowed = async <T>(event: CallEvent, path: string): Promise<T | undefined> => {
  const answer = await gathered<T>(event, path);
  return !answer.ok && answer.problem.status === 403 ? undefined : dataOf(event, answer);
};

type Apart = { readonly status: number; readonly body: unknown };

/** One question, or its share of many that travelled together. */
const gathered = <T>(event: CallEvent, path: string): Promise<Answer<T>> =>
  gather<Answer<unknown>>(event.locals, path, async (prefix, paths) => {
    const [only] = paths;
    if (paths.length === 1 && only !== undefined) return [await api(event).call('GET', prefix + only)];
    const answer = await api(event).call<{ answers: Apart[] }>('POST', `${prefix}/together`, { asks: paths });
    if (!answer.ok) return paths.map(() => answer);
    return answer.data.answers.map(({ status, body }) =>
      status < 300
        ? { ok: true, status, data: body }
        : { ok: false, problem: problemFrom(body, status, event.locals.requestId) },
    );
  }) as Promise<Answer<T>>;

/** The sign-in page of the workspace an address lies in, and the way back. */
export const signInPath = (url: URL): string => {
  const workspace = url.pathname.split('/')[1] ?? '';
  if (workspace !== 'ministry' && !isProvinceSlug(workspace)) return '/';
  const door = `/${workspace}/sign-in`;
  const isDoor = url.pathname === `/${workspace}` || url.pathname.startsWith(door);
  const back = isDoor ? '' : `?return_to=${encodeURIComponent(url.pathname + url.search)}`;
  return door + back;
};

const send = (event: CallEvent, method: string, path: string, body: unknown, options: CallOptions) => {
  const headers = new Headers({ accept: 'application/json', 'accept-language': event.locals.locale });
  headers.set('x-request-id', event.locals.requestId);
  headers.set('origin', event.url.origin);
  // While developing, the API is reached under another address than the page.
  if (dev) headers.set('x-forwarded-host', event.url.host);
  for (const name of ['cookie', 'cf-connecting-ip', 'user-agent']) {
    const value = event.request.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  if (options.idempotencyKey !== undefined) headers.set('idempotency-key', options.idempotencyKey);
  if (body !== undefined) headers.set('content-type', options.contentType ?? 'application/json');
  const payload = body === undefined ? null : isBytes(body) ? body : JSON.stringify(body);
  const request = { method, headers, body: payload, redirect: 'manual' as const };
  return reach(event, path, { ...request, signal: AbortSignal.timeout(DEADLINE_MS) });
};

const reach = async (event: CallEvent, path: string, init: RequestInit | Request): Promise<Response> => {
  if (dev && env['API_ORIGIN'] !== undefined) return fetch(new Request(new URL(path, env['API_ORIGIN']), init));
  if (event.platform === undefined) throw new Error('no API binding');
  return bound(event.platform.env.API, new Request(new URL(path, event.url), init));
};

/** The binding speaks Cloudflare's own Request and Response; they are the standard ones under another name. */
const bound = (service: App.Platform['env']['API'], request: Request): Promise<Response> =>
  (service as unknown as { fetch: typeof fetch }).fetch(request);

const isBytes = (body: unknown): body is Blob | ArrayBuffer | FormData =>
  body instanceof Blob || body instanceof ArrayBuffer || body instanceof FormData;

/** The one place where JSON becomes a type: the API answers by the schemas of its own document, and tests check that it does. */
const promised = async <T>(response: Response): Promise<T> =>
  (response.status === 204 ? undefined : await response.json()) as T;

const problemOf = async (response: Response, requestId: string): Promise<Problem> =>
  problemFrom(
    await response.json().catch(() => undefined),
    response.status,
    response.headers.get('x-request-id') ?? requestId,
  );

const problemFrom = (body: unknown, status: number, requestId: string): Problem => {
  const given = asRecord(body);
  const text = (key: string): string | undefined => (typeof given[key] === 'string' ? given[key] : undefined);
  return {
    status,
    reason: text('reason') ?? 'unexpected',
    title: text('title') ?? m.shell_error_unexpected_title(),
    trace: text('traceId') ?? requestId,
    errors: Array.isArray(given['errors']) ? given['errors'].filter(isFieldProblem) : [],
    ...(typeof given['detail'] === 'object' && given['detail'] !== null ? { detail: asDetail(given['detail']) } : {}),
  };
};

const asRecord = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? { ...value } : {};

const asDetail = (value: object): Record<string, string | number> =>
  Object.fromEntries(Object.entries(value).filter(([, part]) => typeof part === 'string' || typeof part === 'number'));

const isFieldProblem = (value: unknown): value is FieldProblem => {
  const { field, title } = asRecord(value);
  return typeof field === 'string' && typeof title === 'string';
};
