import { sha256, type Reader, type Statement } from '@mahalleh/gate';
import type { SealedLetter } from './define-letter.ts';
import type { Intake } from './post-office.ts';
import { sealHolds } from './seal.ts';
import { askReadable, readableLetters, readAgain, setAside } from './set-aside.ts';

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

type Keys = {
  readonly keys: Readonly<Record<string, string>>;
  readonly withdrawn: Readonly<Record<string, number>>;
};

const accepted = (body: unknown): never => body as never;

/** Why a letter is not taken in, or what it says. */
const opened = async (
  { province, intakes }: Pick<CollectingPorts, 'province' | 'intakes'>,
  letter: SealedLetter,
  { keys, withdrawn }: Keys,
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

/** What one round of collecting came to. `setAside`: letters of a later program, kept until this one is later too. */
export type Collected = {
  readonly taken: number;
  readonly setAside: number;
  readonly stoppedBy: string | null;
};

/**
 * Collects what the nation has written to this province since the last letter it has: in order, each once, each with its
 * seal checked against the nation's key. A letter that a later program wrote is set aside when its kind may be, and taken in by
 * the first round that can read it. A restored province collects again what it lost. Fails: what the wire fails with.
 */
export const collectLetters = async (ports: CollectingPorts): Promise<Collected> => {
  const [last, held, ended, readable] = await ports.reader.batch([
    { sql: 'select coalesce(max(number), 0) from letters_received', args: [] },
    { sql: "select value from meta where key = 'nation_keys'", args: [] },
    { sql: "select value from meta where key = 'nation_keys_withdrawn'", args: [] },
    askReadable(ports.intakes),
  ]);
  let after = Number(last?.rows[0]?.[0] ?? 0);
  const known: Keys = {
    keys: JSON.parse(String(held?.rows[0]?.[0] ?? '{}')) as Keys['keys'],
    withdrawn: JSON.parse(String(ended?.rows[0]?.[0] ?? '{}')) as Keys['withdrawn'],
  };
  let taken = 0;
  let aside = 0;
  for (const letter of readableLetters(ports.province, readable)) {
    const statements = await opened(ports, letter, known, letter.number);
    if (!(await ports.save(readAgain(ports, letter, statements))))
      return { taken, setAside: aside, stoppedBy: 'not_saved' };
    if (typeof statements !== 'string') taken++;
  }
  for (;;) {
    const letters = await ports.ask(after);
    if (letters.length === 0) return { taken, setAside: aside, stoppedBy: null };
    for (const letter of letters) {
      const outcome = await opened(ports, letter, known, after + 1);
      const statements = typeof outcome === 'string' ? setAside(ports, letter, outcome) : outcome;
      if (statements === null) return { taken, setAside: aside, stoppedBy: String(outcome) };
      const { number, kind, keyId, seal, bodyJson, sentAtMs } = letter;
      const isSaved = await ports.save([
        {
          sql: 'insert into letters_received (number, kind, key_id, digest, seal, body_json, sent_at_ms, received_at_ms) values (?, ?, ?, ?, ?, ?, ?, ?)',
          args: [number, kind, keyId, await sha256(bodyJson), seal, bodyJson, sentAtMs, ports.nowMs()],
        },
        ...statements,
      ]);
      if (!isSaved) return { taken, setAside: aside, stoppedBy: 'not_saved' };
      after = number;
      if (typeof outcome === 'string') aside++;
      else taken++;
    }
  }
};
