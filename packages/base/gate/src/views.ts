import { rolesGranting, type Permission } from '@mahalleh/access';
import { Failure } from '@mahalleh/kernel';
import { actorArgs, innerOf, type WorkspaceContext } from './context.ts';
import { withActor } from './actor-sql.ts';
import type { Statement } from './statement.ts';

/** One question as it is written down: what is asked, with which permission it is answered, and about what. */
export type View = { readonly asked: string; readonly permission: Permission; readonly input: unknown };

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** Values that say which part of a list is looked at; words that a person typed are never written down. */
const PLAIN = new Set(['page', 'period', 'status', 'domain', 'kind', 'level', 'slug', 'step']);

/** What of a question's input names what was looked at: ids, and a few closed words. Shape: `{ problemId: '…' }`. */
export const lookedAt = (input: unknown): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries(typeof input === 'object' && input !== null ? input : {}).flatMap(
      ([name, value]: [string, unknown]) =>
        (typeof value === 'string' && (ID.test(value) || (PLAIN.has(name) && /^[\w-]{1,40}$/.test(value)))) ||
        (typeof value === 'number' && PLAIN.has(name))
          ? [[name, value as string | number]]
          : [],
    ),
  );

/** The audit row of one view: of the grant that the session looks in by. Without a live session there is no row. */
const viewRow = (
  { asked, permission, input }: View,
  { commandId, tokenHash, nowMs }: { commandId: string; tokenHash: string; nowMs: number },
): Statement =>
  withActor(
    {
      sql:
        'insert into audit_log (command_id, at_ms, actor_kind, actor_id, action, subject, unit_id, input_hash, result_json, fields_json)' +
        " select ?, me.now_ms, 'guest', me.person_id, 'lookin.view', s.guest_of, null, ''," +
        " json_object('asked', ?, 'with', json(?), 'permitted', exists (select 1 from my_grants)), '[]' from me join sessions s on s.id = me.session_id",
      args: [commandId, asked, JSON.stringify(lookedAt(input))],
    },
    { tokenHash, nowMs, isGuest: true, roles: rolesGranting(permission) },
  );

/** Malformed JSON is SQLite's way to be made to fail inside a statement: the batch rolls back. */
const MUST_BE_WRITTEN: Statement = {
  sql: "select json(case when changes() = 1 then '1' else 'nobody_looks_in' end)",
  args: [],
};

/**
 * Writes down what a guest is about to see, before it is read; for whoever works here, nothing. What cannot be written down is
 * not answered. Fails: signed_out when the grant has ended, unavailable `view_not_recorded`.
 */
export const recordViews = async (context: WorkspaceContext, asked: readonly (View | null)[]): Promise<void> => {
  const views = asked.filter((view) => view !== null);
  const { ports, database, isGuest } = innerOf(context);
  if (!isGuest || views.length === 0) return;
  const { tokenHash, nowMs } = actorArgs(context, []);
  const ids = views.map(() => ports.newId());
  const outcome = await ports.databases.lane(database).write({
    commandId: ids[0] ?? '',
    statements: views.flatMap((view, i) => [
      viewRow(view, { commandId: ids[i] ?? '', tokenHash, nowMs }),
      MUST_BE_WRITTEN,
    ]),
  });
  if (outcome.outcome === 'saved') return;
  if (/malformed JSON/i.test(outcome.message)) throw new Failure('signed_out', 'signed_out');
  throw new Failure('unavailable', 'view_not_recorded');
};
