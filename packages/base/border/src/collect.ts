import { sha256, type Reader, type Statement } from '@mahalleh/gate';
import type { SealedLetter } from './define-letter.ts';
import type { Intake } from './post-office.ts';
import { sealHolds } from './seal.ts';

/** What a province needs to collect its letters. */
export type CollectingPorts = {
  readonly province: string;
  readonly reader: Reader;
  /** Saves through the lane of the province, all of it or nothing. */
  readonly save: (statements: readonly Statement[]) => Promise<boolean>;
  /** Asks the nation's lane for the letters after this number. Fails: any Error when it cannot be reached. */
  readonly ask: (after: number) => Promise<readonly SealedLetter[]>;
  readonly nowMs: () => number;
  readonly intakes: readonly Intake[];
};

type Keys = Readonly<Record<string, string>>;

const accepted = (body: unknown): never => body as never;

/** Why a letter is not taken in, or what it says. */
const opened = async (
  { province, intakes }: CollectingPorts,
  letter: SealedLetter,
  { keys, withdrawn }: { readonly keys: Keys; readonly withdrawn: Readonly<Record<string, number>> },
  expected: number,
): Promise<Statement[] | string> => {
  const intake = intakes.find((known) => known.letter.kind === letter.kind);
  const key = keys[letter.keyId];
  if (letter.province !== province || letter.number !== expected) return 'letter_out_of_order';
  if (!key || Object.hasOwn(withdrawn, letter.keyId)) return 'seal_key_unknown';
  if (!(await sealHolds(letter, key))) return 'seal_broken';
  if (!intake || intake.letter.to !== 'province') return 'letter_kind_unknown';
  const body = intake.letter.body.safeParse(JSON.parse(letter.bodyJson));
  if (!body.success || (await intake.check?.(letter, accepted(body.data), keys)) === false) return 'letter_malformed';
  return intake.apply(letter, accepted(body.data));
};

/**
 * Collects what the nation has written to this province since the last letter it has: in order, each once, each with its
 * seal checked against the nation's key. A restored province collects again what it lost. Shape: how many were taken in,
 * and why it stopped. Fails: what the wire fails with.
 */
export const collectLetters = async (
  ports: CollectingPorts,
): Promise<{ readonly taken: number; readonly stoppedBy: string | null }> => {
  const [last, held, ended] = await ports.reader.batch([
    { sql: 'select coalesce(max(number), 0) from letters_received', args: [] },
    { sql: "select value from meta where key = 'nation_keys'", args: [] },
    { sql: "select value from meta where key = 'nation_keys_withdrawn'", args: [] },
  ]);
  let after = Number(last?.rows[0]?.[0] ?? 0);
  const known = {
    keys: JSON.parse(String(held?.rows[0]?.[0] ?? '{}')) as Keys,
    withdrawn: JSON.parse(String(ended?.rows[0]?.[0] ?? '{}')) as Record<string, number>,
  };
  let taken = 0;
  for (;;) {
    const letters = await ports.ask(after);
    if (letters.length === 0) return { taken, stoppedBy: null };
    for (const letter of letters) {
      const statements = await opened(ports, letter, known, after + 1);
      if (typeof statements === 'string') return { taken, stoppedBy: statements };
      const { number, kind, keyId, seal, bodyJson, sentAtMs } = letter;
      const isSaved = await ports.save([
        {
          sql: 'insert into letters_received (number, kind, key_id, digest, seal, body_json, sent_at_ms, received_at_ms) values (?, ?, ?, ?, ?, ?, ?, ?)',
          args: [number, kind, keyId, await sha256(bodyJson), seal, bodyJson, sentAtMs, ports.nowMs()],
        },
        ...statements,
      ]);
      if (!isSaved) return { taken, stoppedBy: 'not_saved' };
      after = number;
      taken++;
    }
  }
};
