import type { Reader, ResultSet, SqlValue, Statement } from '@mahalleh/gate';
import { checkpointTables, type Checkpoint } from './checkpoint.ts';
import { whyCheckpointIsNoGood, whyLetterIsNoGood, type PublicKey, type StoredLetter } from './kept-letters.ts';
import type { Intake } from './post-office.ts';

/** An empty database with the nation's tables, in which letters are taken in again. */
export type Scratch = {
  readonly run: (statements: readonly Statement[]) => Promise<void>;
  readonly rows: (sql: string, args: readonly SqlValue[]) => Promise<readonly (readonly SqlValue[])[]>;
};

/** What a replay needs. */
export type ReplayPorts = {
  readonly nation: Reader;
  readonly scratch: Scratch;
  readonly intakes: readonly Intake[];
  /** Whether to begin with the first letter there is, whatever checkpoints say. */
  readonly isWhole: boolean;
};

/** Something that is not as the letters say, in words. `place`: a kind of letter, or a table. */
export type Discrepancy = { readonly place: string; readonly what: string };

/** What a replay came to. No discrepancy: the same letters give the same figures. */
export type Replayed = {
  readonly sinceMs: number | null;
  readonly letters: number;
  readonly rows: number;
  readonly discrepancies: readonly Discrepancy[];
};

const PAGE = 50;
const none: ResultSet['rows'] = [];

type Standing = {
  readonly checkpoint: Checkpoint | null;
  readonly keys: readonly PublicKey[];
  readonly upTo: number;
  readonly tables: ReadonlyMap<string, ResultSet>;
  readonly discrepancies: readonly Discrepancy[];
};

const tablesOf = (intakes: readonly Intake[]): readonly string[] => [
  ...new Set(intakes.flatMap(({ rebuilds = [] }) => rebuilds)),
];

/** What stands at the nation at one instant: figures, letters and keys read together, so that what arrives meanwhile is no discrepancy. */
const standing = async ({ nation, intakes, isWhole }: ReplayPorts, province: string): Promise<Standing> => {
  const tables = tablesOf(intakes);
  const [held, keys, nationKeys, counts, last, ...copies] = await nation.batch([
    {
      sql: 'select body_json, digest, key_id, seal from checkpoints where province = ? order by taken_at_ms desc limit 1',
      args: [province],
    },
    { sql: 'select key_id, public_jwk, from_ms, to_ms from province_keys where province = ?', args: [province] },
    { sql: 'select key_id, public_jwk, from_ms, to_ms from nation_keys', args: [] },
    {
      sql: 'select kind, epoch, count(*), min(number), max(number) from letters_in where province = ? group by 1, 2',
      args: [province],
    },
    { sql: 'select coalesce(max(rowid), 0) from letters_in where province = ?', args: [province] },
    ...tables.map((table): Statement => ({ sql: `select * from ${table} where province = ?`, args: [province] })),
  ]);
  const discrepancies: Discrepancy[] = [];
  for (const [kind, epoch, count, first, newest] of counts?.rows ?? none)
    if (Number(first) !== 1 || Number(count) !== Number(newest))
      discrepancies.push({
        place: String(kind),
        what: `of ${Number(newest)} letters of epoch ${Number(epoch)} ${Number(newest) - Number(count)} are missing`,
      });
  const row = isWhole ? undefined : held?.rows[0];
  const why = row ? await whyCheckpointIsNoGood(row.map(String), nationKeys?.rows ?? none) : null;
  if (why) discrepancies.push({ place: 'checkpoints', what: why });
  const checkpoint = row && !why ? (JSON.parse(String(row[0])) as Checkpoint) : null;
  for (const [kind, epoch, number] of checkpoint?.reached ?? []) {
    const now = counts?.rows.find((one) => one[0] === kind && Number(one[1]) === epoch);
    if (Number(now?.[4] ?? 0) < number)
      discrepancies.push({
        place: kind,
        what: `letters of epoch ${epoch} up to ${number} were there at the checkpoint`,
      });
  }
  return {
    checkpoint,
    keys: (keys?.rows ?? none).map(([keyId, publicJwk, fromMs, toMs]) => ({
      keyId: String(keyId),
      publicJwk: String(publicJwk),
      fromMs: Number(fromMs),
      toMs: toMs === null || toMs === undefined ? null : Number(toMs),
    })),
    upTo: Number(last?.rows[0]?.[0] ?? 0),
    tables: new Map(tables.map((table, i) => [table, copies[i] ?? { columns: [], rows: [], affected: 0 }])),
    discrepancies,
  };
};

/** Puts what the checkpoint copied into the scratch. Later tables of the list follow from earlier ones by triggers and are replaced by their copies. */
const begin = async (scratch: Scratch, { province, tables }: Checkpoint, order: readonly string[]): Promise<void> => {
  for (const table of order) {
    const copy = tables[table];
    if (!copy) continue;
    const cells = copy.columns.map((_, i) => `json_extract(value, '$[${i}]')`).join(', ');
    await scratch.run([
      { sql: `delete from ${table} where province = ?`, args: [province] },
      {
        sql: `insert into ${table} (${copy.columns.join(', ')}) select ${cells} from json_each(?)`,
        args: [JSON.stringify(copy.rows)],
      },
    ]);
  }
};

/** Rows as texts, but for those of nothing: a zero that stands and one that does not are the same figure. */
const rowTexts = (columns: readonly string[], rows: readonly (readonly SqlValue[])[]): Map<string, string> => {
  const [value, metric] = [columns.indexOf('value'), columns.indexOf('metric')];
  return new Map(
    rows
      .filter((row) => value < 0 || Number(row[value]) !== 0)
      .map((row) => [JSON.stringify(row), metric < 0 ? '' : String(row[metric])]),
  );
};

const compared = async (scratch: Scratch, { tables }: Standing, province: string) => {
  const discrepancies: Discrepancy[] = [];
  let rows = 0;
  for (const [table, { columns, rows: held }] of tables) {
    const list = columns.join(', ');
    const rebuilt = rowTexts(
      columns,
      await scratch.rows(`select ${list} from ${table} where province = ?`, [province]),
    );
    const stands = rowTexts(columns, held);
    rows += stands.size;
    const odd = new Map<string, number>();
    for (const [one, other] of [
      [rebuilt, stands],
      [stands, rebuilt],
    ] as const)
      for (const [row, metric] of one) if (!other.has(row)) odd.set(metric, (odd.get(metric) ?? 0) + 1);
    for (const [metric, count] of odd)
      discrepancies.push({
        place: table,
        what: `${metric === '' ? '' : `${metric}: `}${count} rows are not what the letters say`,
      });
  }
  return { rows, discrepancies };
};

/**
 * Takes in again, in an empty database, every letter of a province since its last checkpoint, in the order in which they were
 * taken in, each with its digest, seal and number checked; then compares what they come to with what stands.
 */
export const replayProvince = async (ports: ReplayPorts, province: string): Promise<Replayed> => {
  const { nation, scratch, intakes } = ports;
  const stands = await standing(ports, province);
  const discrepancies = [...stands.discrepancies];
  if (stands.checkpoint) await begin(scratch, stands.checkpoint, checkpointTables(intakes));
  const reached = new Map(
    (stands.checkpoint?.reached ?? []).map(([kind, epoch, number]) => [`${kind} ${epoch}`, number]),
  );
  let letters = 0;
  for (let after = 0; after < stands.upTo;) {
    const [page] = await nation.batch([
      {
        sql: `select rowid, epoch, kind, number, key_id, digest, seal, body_json, sent_at_ms from letters_in where province = ? and rowid > ? and rowid <= ? order by rowid limit ${PAGE}`,
        args: [province, after, stands.upTo],
      },
    ]);
    if (!page?.rows.length) break;
    for (const row of page.rows) {
      after = Number(row[0]);
      const letter: StoredLetter = {
        province,
        epoch: Number(row[1]),
        kind: String(row[2]),
        number: Number(row[3]),
        keyId: String(row[4]),
        digest: String(row[5]),
        seal: String(row[6]),
        bodyJson: String(row[7]),
        sentAtMs: Number(row[8]),
      };
      const intake = intakes.find((known) => known.letter.kind === letter.kind);
      const isOld = letter.number <= (reached.get(`${letter.kind} ${letter.epoch}`) ?? 0);
      if (isOld && intake?.letter.nature !== 'event') continue;
      letters++;
      const outcome = await whyLetterIsNoGood(letter, intake, stands.keys);
      if (typeof outcome === 'string') {
        discrepancies.push({
          place: letter.kind,
          what: `letter ${letter.number} of epoch ${letter.epoch}: ${outcome}`,
        });
        continue;
      }
      await scratch.run(outcome);
    }
  }
  const { rows, discrepancies: differing } = await compared(scratch, stands, province);
  return {
    sinceMs: stands.checkpoint?.takenAtMs ?? null,
    letters,
    rows,
    discrepancies: [...discrepancies, ...differing],
  };
};
