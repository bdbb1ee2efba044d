import { api } from '$lib/api';
import { densityOf, directionOf, localeOf, themeOf } from '$lib/preferences';
import { m } from '$lib/paraglide/messages';
import { paraglideMiddleware } from '$lib/paraglide/server';
import type { Handle, HandleServerError } from '@sveltejs/kit';
import { sequence } from '@sveltejs/kit/hooks';
import { v7 } from 'uuid';

const REQUEST_ID = /^[\w-]{8,64}$/;

/** `/api/*` goes to the API as it came, and its answer comes back as it is. */
const forwardApi: Handle = ({ event, resolve }) => {
  if (!event.url.pathname.startsWith('/api/')) return resolve(event);
  return api(event).forward(event.request);
};

/** Who reads: language and ground from their cookies, an id for the logs. */
const readPreferences: Handle = ({ event, resolve }) => {
  const given = event.request.headers.get('x-request-id') ?? '';
  event.locals.requestId = REQUEST_ID.test(given) ? given : v7();
  event.locals.locale = localeOf(event.cookies.get('locale'));
  event.locals.theme = themeOf(event.cookies.get('theme'));
  event.locals.density = densityOf(event.cookies.get('density'));
  event.locals.apiCookies = [];
  event.locals.databaseRequests = 0;
  return resolve(event);
};

/** The page itself says its language, direction and ground, so that it is right before any script runs. */
const render: Handle = ({ event, resolve }) => {
  const { locale, theme, density } = event.locals;
  const values = { '%locale%': locale, '%dir%': directionOf(locale), '%theme%': theme, '%density%': density };
  return paraglideMiddleware(event.request, () =>
    resolve(event, {
      transformPageChunk: ({ html }) =>
        Object.entries(values).reduce((page, [mark, value]) => page.replace(mark, value), html),
      filterSerializedResponseHeaders: () => false,
    }),
  );
};

const FORM_TYPES = ['application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain'];

/** A form is taken from our own pages alone. The API, which is asked before this, refuses foreign pages itself. */
const refuseForeignForms: Handle = ({ event, resolve }) => {
  const { headers, method } = event.request;
  const type = headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
  const isForm = method !== 'GET' && method !== 'HEAD' && (type === '' || FORM_TYPES.includes(type));
  const origin = headers.get('origin');
  // Hosts, not whole origins: before a proxy that ends TLS the two schemes differ.
  const isOurs =
    origin !== null &&
    URL.canParse(origin) &&
    new URL(origin).host === (headers.get('x-forwarded-host') ?? event.url.host);
  if (isForm && !isOurs)
    return new Response(m.shell_error_not_permitted_text(), {
      status: 403,
      headers: { 'content-type': 'text/plain; charset=utf-8' },
    });
  return resolve(event);
};

const HEADERS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'permissions-policy': 'camera=(self), geolocation=(self), microphone=(), payment=(), usb=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

/** Headers every page carries, and the cookies the API set while it was made. */
const guard: Handle = async ({ event, resolve }) => {
  const response = await resolve(event);
  for (const [name, value] of Object.entries(HEADERS)) response.headers.set(name, value);
  // Nothing of a workspace stays on a shared computer: after signing out, the back button asks again.
  if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'private, no-store');
  if (event.url.protocol === 'https:')
    response.headers.set('strict-transport-security', 'max-age=31536000; includeSubDomains');
  response.headers.set('x-request-id', event.locals.requestId);
  response.headers.set('x-database-requests', String(event.locals.databaseRequests));
  for (const cookie of event.locals.apiCookies) response.headers.append('set-cookie', cookie);
  return response;
};

/** Every request: who reads, then the API or a page, guarded. */
export const handle: Handle = sequence(readPreferences, forwardApi, guard, render, refuseForeignForms);

/** An error nobody foresaw: the reader gets a calm sentence and an event id, the log gets the route and never a person's words. */
export const handleError: HandleServerError = ({ event, status, error }) => {
  const trace = event.locals.requestId;
  if (status === 404) return { message: m.shell_error_not_found_title(), trace, reason: 'not_found' };
  const kind = error instanceof Error ? error.name : typeof error;
  console.error(JSON.stringify({ level: 'error', route: event.route.id, status, kind, requestId: trace }));
  return { message: m.shell_error_unexpected_title(), trace, reason: 'unexpected' };
};
