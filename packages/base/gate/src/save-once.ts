import { Failure } from '@mahalleh/kernel';
import { alsoRow, auditRow, earlierResult, type Replay } from './audit.ts';
import { statementsOf, type Change } from './changes.ts';
import type { AuditEntry } from './define-command.ts';
import type { GatePorts } from './context.ts';
import { reversalRow, type Reversal } from './reversal.ts';
import type { WriteOutcome } from './statement.ts';

type Save<Out> = {
  ports: GatePorts;
  database: string;
  replay: Replay;
  entry: AuditEntry;
  actor: { kind: string; id: string };
  nowMs: number;
  answer: Out;
  changes: readonly Change[];
  reversal?: Reversal | undefined;
  conflicts: Readonly<Record<string, string>>;
};

/** What a failed save means to the caller. A trigger that holds a rule says `refused:` and the reason. */
const failureOf = (
  outcome: Extract<WriteOutcome, { outcome: 'failed' }>,
  conflicts: Readonly<Record<string, string>>,
): Failure => {
  if (/malformed JSON/i.test(outcome.message)) return new Failure('conflict', 'revision_conflict');
  const taken = /\brefused:([a-z_]+)/.exec(outcome.message)?.[1];
  if (taken) return new Failure('conflict', taken);
  const unique = /UNIQUE constraint failed: ([a-z_.0-9]+)/.exec(outcome.message)?.[1];
  if (unique) return new Failure('conflict', conflicts[unique] ?? 'already_there');
  if (/FOREIGN KEY constraint failed/.test(outcome.message)) return new Failure('conflict', 'reference_unknown');
  return new Failure('unavailable', 'database_unavailable', { detail: { code: outcome.code } });
};

const reversalOf = ({ replay, nowMs, actor, entry }: Save<unknown>, reversal: Reversal) =>
  reversalRow({
    reversal,
    commandId: replay.commandId,
    atMs: nowMs,
    actorId: actor.id,
    act: replay.action,
    subject: entry.subject,
    unitId: entry.unitId ?? reversal.unitId ?? null,
  });

/** Saves through the lane, and answers a repeated command with its first result. Fails: conflict, unavailable. */
export const saveOnce = async <Out>(save: Save<Out>): Promise<Out> => {
  const { replay } = save;
  const outcome = await save.ports.databases.lane(save.database).write({
    commandId: replay.commandId,
    statements: [
      auditRow({ replay, atMs: save.nowMs, actor: save.actor, entry: save.entry, answer: save.answer }),
      ...(save.entry.also?.length ? [alsoRow(replay.commandId, save.entry.also)] : []),
      ...statementsOf(save.changes),
      ...(save.reversal ? [reversalOf(save, save.reversal)] : []),
    ],
  });
  if (outcome.outcome === 'saved') return save.answer;
  if (/audit_log\.command_id/.test(outcome.message)) {
    const [found] = await save.ports.databases.reader(save.database).batch([replay.lookUp]);
    const first = earlierResult<Out>(found, replay, save.actor.id);
    if (first) return first;
  }
  throw failureOf(outcome, save.conflicts);
};
