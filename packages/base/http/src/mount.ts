import {
  enterNation,
  enterProvince,
  SESSION_COOKIE,
  type GatePorts,
  type Home,
  type Together,
  type WorkspaceContext,
} from '@mahalleh/gate';
import { Failure, isProvinceSlug, type Reasons } from '@mahalleh/kernel';
import { Hono, type Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { localeOf, problemOf } from './problem.ts';
import { readInput } from './read-request.ts';
import type { Route } from './routes.ts';

/** What a mounted router needs: fresh gate ports for each request, which count the database requests they make. */
export type MountPorts = { readonly open: (c: Context) => GatePorts; readonly reasons: Reasons };

const SESSION_S = 12 * 60 * 60;

/** A command's own id, if the caller gave one. Fails: invalid, naming the header. */
const commandIdOf = (c: Context): string | undefined => {
  const given = c.req.header('idempotency-key');
  if (given === undefined) return undefined;
  if (!/^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(given))
    throw new Failure('invalid', 'input_invalid', { fields: [{ field: 'Idempotency-Key', reason: 'id_malformed' }] });
  return given;
};

/** A change may not come from another site's page. */
const refuseForeignOrigin = (c: Context): void => {
  const origin = c.req.header('origin');
  const host = c.req.header('x-forwarded-host') ?? c.req.header('host');
  if (origin !== undefined && origin !== 'null' && host !== undefined && new URL(origin).host !== host)
    throw new Failure('not_permitted', 'origin_foreign');
};

const setSession = (c: Context, value: string): void =>
  setCookie(c, SESSION_COOKIE, value, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: c.req.url.startsWith('https:') || c.req.header('x-forwarded-proto') === 'https',
    maxAge: value === '' ? 0 : SESSION_S,
  });

const handle =
  <H extends Home>(
    route: Route<H>,
    ports: MountPorts,
    enter: (ports: GatePorts, c: Context) => Promise<WorkspaceContext<H> & { presentedTokenHash: string | null }>,
  ) =>
  async (c: Context): Promise<Response> => {
    const gate = ports.open(c);
    const context = await enter(gate, c);
    if (route.act.isOpen !== true && context.presentedTokenHash === null) throw new Failure('signed_out', 'signed_out');
    if (route.method === 'POST') refuseForeignOrigin(c);
    const commandId = route.act.kind === 'command' ? commandIdOf(c) : undefined;
    const raw = await readInput(c, route);
    const input =
      route.effect === 'session'
        ? {
            ...raw,
            presented: {
              tokenHash: context.presentedTokenHash,
              userAgent: (c.req.header('user-agent') ?? '').slice(0, 300),
            },
          }
        : raw;
    const answer = await route.act.run(context, input, commandId);
    c.header('cache-control', 'no-store');
    if (route.effect === 'together') return c.json({ answers: eachOf(answer as Together[], ports.reasons, c) });
    if (route.effect === 'file') return sendFile(gate, answer as StoredFile);
    if (route.effect === 'session') {
      const { cookie, ...rest } = answer as { cookie?: string };
      if (cookie !== undefined) setSession(c, cookie);
      return c.json(rest, route.status);
    }
    return c.json(answer as object, route.status);
  };

/** Every answer among many, as it would have been answered alone. */
const eachOf = (answers: readonly Together[], reasons: Reasons, c: Context) =>
  answers.map((one) => {
    if (one.ok) return { status: 200, body: one.answer };
    const problem = problemOf(
      one.failure,
      reasons,
      localeOf(c.req.header('accept-language')),
      c.get('traceId') as string,
    );
    return { status: problem.status, body: problem };
  });

/** What a query of a `file` route gives. */
export type StoredFile = { readonly blobKey: string; readonly contentType: string; readonly filename: string };

const sendFile = async (gate: GatePorts, file: StoredFile): Promise<Response> => {
  const stream = await gate.blobs.get(file.blobKey);
  if (!stream) throw new Failure('not_found', 'file_missing');
  return new Response(stream, {
    headers: {
      'content-type': file.contentType,
      'content-disposition': `inline; filename="${file.filename.replace(/[^\w.-]/g, '_')}"`,
      'cache-control': 'private, max-age=3600',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    },
  });
};

const honoPath = (path: string): string => path.replace(/\{(\w+)\}/g, ':$1');

/** The router of every province: its handlers have a province's context and nothing national. */
export const provinceRouter = (routes: readonly Route<'province'>[], ports: MountPorts): Hono => {
  const router = new Hono();
  for (const route of routes) {
    if (route.act.home === 'national') throw new Error(`${route.act.name} is the nation's, not a province's`);
    const enter = (gate: GatePorts, c: Context) => {
      const slug = c.req.param('province') ?? '';
      if (route.act.isOpen === true && !isProvinceSlug(slug)) throw new Failure('not_found', 'workspace_unknown');
      return enterProvince(gate, slug, getCookie(c, SESSION_COOKIE));
    };
    router.on(route.method, honoPath(route.path), handle(route, ports, enter));
  }
  return router;
};

/** The router of the ministry: its handlers have the nation's context and no province. */
export const nationRouter = (routes: readonly Route<'national'>[], ports: MountPorts): Hono => {
  const router = new Hono();
  for (const route of routes) {
    if (route.act.home === 'province') throw new Error(`${route.act.name} is a province's, not the nation's`);
    router.on(
      route.method,
      honoPath(route.path),
      handle(route, ports, (gate, c) => enterNation(gate, getCookie(c, SESSION_COOKIE))),
    );
  }
  return router;
};
