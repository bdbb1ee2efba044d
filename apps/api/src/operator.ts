import { WorkerEntrypoint } from 'cloudflare:workers';
import { NATION, type Statement } from '@mahalleh/gate';
import { remoteReader } from '@mahalleh/gate/lane';
import { isProvinceSlug, newId, PROVINCES } from '@mahalleh/kernel';
import { Hono } from 'hono';
import { deploymentOf, type Env } from './env.ts';
import { blobsOf } from './ports.ts';

const laneOf = (env: Env, database: string) => env.LANE.get(env.LANE.idFromName(database));
const isDatabase = (name: string): boolean => name === NATION || isProvinceSlug(name);

/** Sweeps every active province once. Shape: the names swept. */
export const sweepAll = async (env: Env): Promise<string[]> => {
  const [active] = await remoteReader(deploymentOf(env).fleet, NATION).batch([
    { sql: "select slug from provinces where status = 'active' order by slug", args: [] },
  ]);
  const slugs = (active?.rows ?? []).map(([slug]) => String(slug));
  const swept: string[] = [];
  // A few at a time: the sweep must not crowd out people's requests.
  for (let i = 0; i < slugs.length; i += 4)
    await Promise.all(
      slugs.slice(i, i + 4).map(async (slug) => {
        try {
          await laneOf(env, slug).sweep(slug);
          swept.push(slug);
        } catch (cause) {
          console.error(
            JSON.stringify({
              level: 'warn',
              event: 'sweep_failed',
              database: slug,
              cause: cause instanceof Error ? cause.name : 'error',
            }),
          );
        }
      }),
    );
  try {
    await laneOf(env, NATION).checkpoint();
  } catch (cause) {
    const name = cause instanceof Error ? cause.name : 'error';
    console.error(JSON.stringify({ level: 'warn', event: 'checkpoint_waits', database: NATION, cause: name }));
  }
  return swept;
};

const app = new Hono<{ Bindings: Env }>()
  .use(async (c, next) => {
    if (c.req.header('authorization') !== `Bearer ${deploymentOf(c.env).operatorToken}`)
      return c.json({ reason: 'operator_unknown' }, 401);
    return next();
  })
  .get('/lanes', async (c) => {
    const names = [...PROVINCES.map(({ slug }) => slug as string), NATION];
    const all = await Promise.all(
      names.map(async (database) => ({ ...(await laneOf(c.env, database).status()), database })),
    );
    return c.json(all);
  })
  .post('/blob', async (c) => {
    const [key, type] = [c.req.query('key') ?? '', c.req.query('type') ?? 'application/octet-stream'];
    if (!isProvinceSlug(key.split('/')[0] ?? '')) return c.json({ reason: 'database_unknown' }, 404);
    await blobsOf(c.env).put(key, new Uint8Array(await c.req.arrayBuffer()), type);
    return c.json({ stored: key });
  })
  .post('/tick', async (c) => c.json({ swept: await sweepAll(c.env) }))
  .use('/lane/:database/*', async (c, next) =>
    isDatabase(c.req.param('database')) ? next() : c.json({ reason: 'database_unknown' }, 404),
  )
  .post('/lane/:database/write', async (c) => {
    const { statements, commandId } = await c.req.json<{ statements: Statement[]; commandId?: string }>();
    const database = c.req.param('database');
    const outcome = await laneOf(c.env, database).write(database, { commandId: commandId ?? newId(), statements });
    return c.json(outcome, outcome.outcome === 'saved' ? 200 : 409);
  })
  .post('/lane/:database/sweep', async (c) => {
    const database = c.req.param('database');
    await laneOf(c.env, database).sweep(database);
    return c.json({ swept: [database] });
  })
  .post('/lane/:database/hold', async (c) => {
    const database = c.req.param('database');
    await laneOf(c.env, database).hold(database);
    return c.json({ held: database });
  })
  .post('/lane/:database/release', async (c) => {
    const database = c.req.param('database');
    await laneOf(c.env, database).release(database);
    return c.json({ released: database });
  });

/** The operator's entrance: bound to a loopback socket, and asks for the operator's token as well. */
export class Operator extends WorkerEntrypoint<Env> {
  override fetch(request: Request): Response | Promise<Response> {
    return app.fetch(request, this.env, this.ctx);
  }
}

/** The minute's entrance: a loopback socket when self-hosted, cron on Cloudflare. */
export class Tick extends WorkerEntrypoint<Env> {
  override async fetch(): Promise<Response> {
    return Response.json({ swept: await sweepAll(this.env) });
  }
}
