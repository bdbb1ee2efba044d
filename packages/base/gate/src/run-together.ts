import { Failure } from '@mahalleh/kernel';
import { sessionCheck } from './actor-sql.ts';
import { actorArgs, innerOf, type WorkspaceContext } from './context.ts';
import type { Prepared } from './define-query.ts';
import type { Home } from './tables.ts';
import { recordViews } from './views.ts';

/** What became of one question among others: its answer, or its own failure. */
export type Together =
  | { readonly ok: true; readonly answer: unknown }
  | { readonly ok: false; readonly failure: Failure };

const attempt = async <T>(work: () => T | Promise<T>): Promise<T | Failure> => {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof Failure && cause.kind !== 'signed_out') return cause;
    throw cause;
  }
};

/**
 * Puts many questions in one database request with one session check; each is answered, or refused, for itself.
 * Shape: in the order asked. Fails: signed_out, unavailable.
 */
export const runTogether = async <H extends Home>(
  context: WorkspaceContext<H>,
  asks: readonly ((context: WorkspaceContext<H>) => Prepared<unknown>)[],
): Promise<Together[]> => {
  const { ports, database } = innerOf(context);
  const first = sessionCheck(actorArgs(context, []));
  const prepared = await Promise.all(asks.map((ask) => attempt(() => ask(context))));
  const statements = prepared.flatMap((one) => (one instanceof Failure ? [] : one.statements));
  await recordViews(
    context,
    prepared.flatMap((one) => (one instanceof Failure ? [] : [one.view])),
  );
  const [check, ...results] = await ports.databases.reader(database).batch([first, ...statements]);
  let at = 0;
  return Promise.all(
    prepared.map(async (one): Promise<Together> => {
      if (one instanceof Failure) return { ok: false, failure: one };
      const own = results.slice(at, (at += one.statements.length));
      const answer = await attempt(() => one.read(check, own));
      return answer instanceof Failure ? { ok: false, failure: answer } : { ok: true, answer };
    }),
  );
};
