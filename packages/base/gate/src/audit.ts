import { Failure } from '@mahalleh/kernel';
import { hmac, sha256 } from './crypto.ts';
import type { ResultSet, Statement } from './statement.ts';

/** How a command is recognised when it comes again. */
export type Replay = {
  readonly commandId: string;
  readonly action: string;
  readonly inputHash: string;
  readonly lookUp: Statement;
};

/** The same value always gives the same text: keys in order, a file by its digest. */
const canonical = async (value: unknown): Promise<string> => {
  const files: Uint8Array[] = [];
  const text = JSON.stringify(value, (_key, inner: unknown) => {
    if (inner instanceof Uint8Array) return { file: files.push(inner) };
    if (inner === null || typeof inner !== 'object' || Array.isArray(inner)) return inner;
    return Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
  return [text ?? 'null', ...(await Promise.all(files.map(sha256)))].join('\n');
};

/** Prepares the recognition of one command. The hash is keyed: an input may hold a password. */
export const replayOf = async (
  key: Uint8Array,
  commandId: string,
  action: string,
  input: unknown,
): Promise<Replay> => ({
  commandId,
  action,
  inputHash: await hmac(key, `${action}\n${await canonical(input)}`),
  lookUp: { sql: 'select actor_id, input_hash, result_json from audit_log where command_id = ?', args: [commandId] },
});

/** The first result of this command, if it has already run. Fails: conflict `command_id_reused` for other content or another actor. */
export const earlierResult = <Out>(found: ResultSet | undefined, replay: Replay, actorId: string): Out | undefined => {
  const row = found?.rows[0];
  if (!row) return undefined;
  if (row[0] !== actorId || row[1] !== replay.inputHash) throw new Failure('conflict', 'command_id_reused');
  const first = JSON.parse(String(row[2])) as Out | SavedFailure;
  if (isSavedFailure(first)) throw failureFrom(first);
  return first;
};

/** What is stored in place of a result when a change was saved and then failed on purpose (a wrong password is counted, then refused). */
export type SavedFailure = { readonly $failed: Pick<Failure, 'kind' | 'reason' | 'detail' | 'fields'> };

const moreOf = ({ detail, fields }: Pick<Failure, 'detail' | 'fields'>) => ({
  ...(detail ? { detail } : {}),
  ...(fields ? { fields } : {}),
});

/** The form in which a failure is stored. */
export const savedFailure = ({ kind, reason, ...more }: Failure): SavedFailure => ({
  $failed: { kind, reason, ...moreOf(more) },
});

/** Whether a stored result is a failure. */
export const isSavedFailure = (result: unknown): result is SavedFailure =>
  typeof result === 'object' && result !== null && '$failed' in result;

/** The failure that was stored. */
export const failureFrom = ({ $failed: { kind, reason, ...more } }: SavedFailure): Failure =>
  new Failure(kind, reason, moreOf(more));

/** The audit row of one command, always the first change of its batch. */
export const auditRow = (row: {
  replay: Replay;
  atMs: number;
  actor: { kind: string; id: string };
  entry: { subject: string; unitId: string | null; fields: readonly string[] };
  answer: unknown;
}): Statement => ({
  sql: 'insert into audit_log (command_id, at_ms, actor_kind, actor_id, action, subject, unit_id, input_hash, result_json, fields_json) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  args: [
    row.replay.commandId,
    row.atMs,
    row.actor.kind,
    row.actor.id,
    row.replay.action,
    row.entry.subject,
    row.entry.unitId,
    row.replay.inputHash,
    JSON.stringify(row.answer),
    JSON.stringify(row.entry.fields),
  ],
});

/** Names the further subjects of a command, after its audit row. */
export const alsoRow = (commandId: string, subjects: readonly string[]): Statement => ({
  sql: 'insert or ignore into audit_also (subject, seq) select value, (select seq from audit_log where command_id = ?) from json_each(?)',
  args: [commandId, JSON.stringify(subjects)],
});
