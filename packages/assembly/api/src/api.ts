import type { GatePorts } from '@mahalleh/gate';
import { nationRouter, onError, onUnknownPath, openApiDocument, provinceRouter, type MountPorts } from '@mahalleh/http';
import { newId } from '@mahalleh/kernel';
import { Hono } from 'hono';
import { reasons } from './reasons.ts';
import { NATION_PREFIX, nationRoutes, PROVINCE_PREFIX, provinceRoutes } from './routes.ts';

/** What the API needs from the Worker around it. */
export type ApiPorts<Env> = {
  readonly open: (env: Env, tally: { requests: number }) => GatePorts;
  readonly version: (env: Env) => string;
};

type Variables = { traceId: string; tally: { requests: number } };

/** The whole API: every feature's routes, mounted. */
export const createApi = <Env extends object>(ports: ApiPorts<Env>): Hono<{ Bindings: Env; Variables: Variables }> => {
  const mountPorts: MountPorts = {
    reasons,
    open: (c) => ports.open(c.env as Env, c.get('tally') as { requests: number }),
  };
  const app = new Hono<{ Bindings: Env; Variables: Variables }>();
  app.use(async (c, next) => {
    const given = c.req.header('x-request-id');
    const traceId = given && /^[\w-]{8,64}$/.test(given) ? given : newId();
    const tally = { requests: 0 };
    c.set('traceId', traceId);
    c.set('tally', tally);
    const startedAtMs = Date.now();
    await next();
    c.res.headers.set('x-request-id', traceId);
    c.res.headers.set('x-database-requests', String(tally.requests));
    c.res.headers.set('server-timing', `api;dur=${Date.now() - startedAtMs}`);
  });
  app.onError(onError(reasons));
  app.notFound(onUnknownPath(reasons));
  app.get('/api/v1/health', (c) => c.json({ status: 'ok', version: ports.version(c.env) }));
  let document: object | undefined;
  app.get('/api/v1/openapi.json', (c) => {
    document ??= openApiDocument(
      [
        { prefix: PROVINCE_PREFIX, routes: provinceRoutes },
        { prefix: NATION_PREFIX, routes: nationRoutes },
      ],
      ports.version(c.env),
    );
    return c.json(document);
  });
  app.route(PROVINCE_PREFIX.replace('{province}', ':province'), provinceRouter(provinceRoutes, mountPorts));
  app.route(NATION_PREFIX, nationRouter(nationRoutes, mountPorts));
  return app;
};
