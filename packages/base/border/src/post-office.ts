import { sha256, type Reader, type Statement } from '@mahalleh/gate';
import type { LetterKind, Receipt, SealedLetter } from './define-letter.ts';
import { sealHolds } from './seal.ts';

/** How the nation takes in one kind of letter: the statements that apply its body. */
export type Intake = {
  readonly letter: LetterKind;
  readonly apply: (letter: SealedLetter, body: never) => Statement[];
  /**
   * Whether the body is what it says it is, where a shape cannot tell: a digest, a seal within it. What is not is refused as malformed.
   * `keys`: the public keys of the nation by their ids, in a province.
   */
  readonly check?: (letter: SealedLetter, body: never, keys: Readonly<Record<string, string>>) => Promise<boolean>;
  /**
   * Of a letter to a province whose shape or check fails: whether a later program wrote it, so that it may wait until this one is later
   * too. Only for a kind whose letters apply in any order. `reads`: the last format that is read here.
   */
  readonly later?: { readonly reads: number; readonly of: (bodyJson: string) => LaterLetter | null };
  /** The national tables (each with a column `province`) that letters alone write: the same letters give the same rows, and a replay compares them. */
  readonly rebuilds?: readonly string[];
};

/** What is told of a letter that waits for a later program: the format that it is written in, and what its feature shows of it. */
export type LaterLetter = { readonly needs: number; readonly about: Readonly<Record<string, string | number>> };

/** What the post office needs. */
export type PostOfficePorts = {
  readonly reader: Reader;
  /** Saves through the nation's lane under an id of its own. Shape: why it failed, or null. */
  readonly save: (id: string, statements: readonly Statement[]) => Promise<string | null>;
  readonly nowMs: () => number;
  readonly intakes: readonly Intake[];
};

/** The largest body that is taken in. Unit: characters. */
const LARGEST = 4_000_000;

/** What an intake's own schema has just accepted is what that intake applies; the list of intakes forgets which is which. */
const accepted = (body: unknown): never => body as never;

const received = async (ports: PostOfficePorts, letter: SealedLetter): Promise<Receipt> => {
  const { province, epoch, kind, number, bodyJson, sentAtMs, keyId, seal } = letter;
  const intake = ports.intakes.find((known) => known.letter.kind === kind);
  if (!intake || intake.letter.to !== 'nation') return { outcome: 'refused', reason: 'letter_kind_unknown' };
  if (bodyJson.length > LARGEST) return { outcome: 'refused', reason: 'letter_too_large' };
  const [keys, held, last] = await ports.reader.batch([
    {
      sql: 'select k.public_jwk, p.status, p.epoch from province_keys k join provinces p on p.slug = k.province where k.key_id = ? and k.province = ? and k.from_ms <= ? and (k.to_ms is null or k.to_ms >= ?)',
      args: [keyId, province, sentAtMs, sentAtMs],
    },
    {
      sql: 'select body_json from letters_in where province = ? and epoch = ? and kind = ? and number = ?',
      args: [province, epoch, kind, number],
    },
    {
      sql: 'select coalesce(max(number), 0) from letters_in where province = ? and epoch = ? and kind = ?',
      args: [province, epoch, kind],
    },
  ]);
  const key = keys?.rows[0];
  if (!key) return { outcome: 'refused', reason: 'seal_key_unknown' };
  if (key[1] !== 'active') return { outcome: 'refused', reason: 'province_suspended' };
  if (epoch < Number(key[2])) return { outcome: 'refused', reason: 'epoch_is_past' };
  if (!(await sealHolds(letter, String(key[0])))) return { outcome: 'refused', reason: 'seal_broken' };
  const before = held?.rows[0];
  if (before) return { outcome: 'had', bodyJson: String(before[0]) };
  const expected = Number(last?.rows[0]?.[0] ?? 0) + 1;
  if (number !== expected) return { outcome: 'expected', number: expected };
  const body = intake.letter.body.safeParse(JSON.parse(bodyJson));
  if (!body.success || (await intake.check?.(letter, accepted(body.data), {})) === false)
    return { outcome: 'refused', reason: 'letter_malformed' };
  const failure = await ports.save(`letter:${province}:${epoch}:${kind}:${number}`, [
    {
      sql: 'insert into letters_in (province, epoch, kind, number, key_id, digest, seal, body_json, sent_at_ms, received_at_ms) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
      args: [province, epoch, kind, number, keyId, await sha256(bodyJson), seal, bodyJson, sentAtMs, ports.nowMs()],
    },
    ...intake.apply(letter, accepted(body.data)),
  ]);
  if (failure === null) return { outcome: 'taken' };
  return { outcome: 'refused', reason: 'not_saved' };
};

/** What the page of the borders tells of a letter that was not taken in; the next failure takes its place. */
const noted = ({ province, kind, number }: SealedLetter, reason: string, nowMs: number): Statement => ({
  sql:
    'insert into border_failures (province, kind, number, reason, at_ms) select slug, ?, ?, ?, ? from provinces where slug = ?' +
    ' on conflict (province) do update set kind = excluded.kind, number = excluded.number, reason = excluded.reason, at_ms = excluded.at_ms',
  args: [kind, number, reason, nowMs, province],
});

/**
 * Takes in one letter: known province and key, seal, kind and shape, then its place in the sequence. Applied once, in
 * order; what came before is answered with what is held; what cannot be taken in is noted. Fails: what the database fails with.
 */
export const takeIn = async (ports: PostOfficePorts, letter: SealedLetter): Promise<Receipt> => {
  const receipt = await received(ports, letter);
  if (receipt.outcome === 'refused' || receipt.outcome === 'expected') {
    const { province, epoch, kind, number } = letter;
    const nowMs = ports.nowMs();
    const reason = receipt.outcome === 'refused' ? receipt.reason : 'letter_out_of_order';
    await ports.save(`refused:${province}:${epoch}:${kind}:${number}:${nowMs}`, [noted(letter, reason, nowMs)]);
  }
  return receipt;
};
