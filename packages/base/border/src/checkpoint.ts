import { sha256, type Reader, type SqlValue, type Statement } from '@mahalleh/gate';
import type { Intake } from './post-office.ts';
import { sealText, unwrapSealKey } from './seal.ts';

/** What a seal of a checkpoint says it is for. */
export const CHECKPOINT_SEAL = 'checkpoint';

/** How long a checkpoint is kept. Unit: milliseconds. */
const KEPT_MS = 400 * 86_400_000;
/** How many provinces one round takes on: their states are not small. */
const AT_ONCE = 4;

/** The rows of one national table that belong to a province. */
export type TableCopy = { readonly columns: readonly string[]; readonly rows: readonly (readonly SqlValue[])[] };

/** What a checkpoint holds: the letters reached, by kind and epoch, and what the tables said then. */
export type Checkpoint = {
  readonly province: string;
  readonly takenAtMs: number;
  readonly reached: readonly (readonly [kind: string, epoch: number, number: number])[];
  readonly tables: Readonly<Record<string, TableCopy>>;
};

/** What is needed to take a checkpoint. */
export type CheckpointPorts = {
  readonly reader: Reader;
  /** Saves through the nation's lane, all of it or nothing. */
  readonly save: (statements: readonly Statement[]) => Promise<boolean>;
  /** The secret that wraps the nation's private key. */
  readonly secret: () => Promise<Uint8Array>;
  readonly nowMs: () => number;
  readonly intakes: readonly Intake[];
};

/** The tables that a checkpoint copies: what state letters rebuild. Event letters are few and are all kept, so what they rebuild is replayed from the first. */
export const checkpointTables = (intakes: readonly Intake[]): readonly string[] => [
  ...new Set(intakes.filter(({ letter }) => letter.nature === 'state').flatMap(({ rebuilds = [] }) => rebuilds)),
];

/** The provinces that have no checkpoint of this month yet; some of them. */
export const dueCheckpoints = async (reader: Reader, month: string): Promise<string[]> => {
  const [due] = await reader.batch([
    {
      sql: `select p.slug from provinces p where p.status = 'active' and not exists (select 1 from checkpoints c where c.province = p.slug and c.month = ?) order by p.slug limit ${AT_ONCE}`,
      args: [month],
    },
  ]);
  return (due?.rows ?? []).map(([slug]) => String(slug));
};

/** Copies what the nation holds of a province, as of one instant, and seals it. Shape: whether it was saved. Fails: what the database fails with. */
export const takeCheckpoint = async (ports: CheckpointPorts, province: string, month: string): Promise<boolean> => {
  const tables = checkpointTables(ports.intakes);
  const [keys, reached, ...copies] = await ports.reader.batch([
    {
      sql: 'select key_id, wrapped_private from nation_keys where to_ms is null order by from_ms desc limit 1',
      args: [],
    },
    {
      sql: 'select kind, epoch, max(number) from letters_in where province = ? group by 1, 2 order by 1, 2',
      args: [province],
    },
    ...tables.map((table): Statement => ({ sql: `select * from ${table} where province = ?`, args: [province] })),
  ]);
  const key = keys?.rows[0];
  if (!key) return false;
  const takenAtMs = ports.nowMs();
  const body: Checkpoint = {
    province,
    takenAtMs,
    reached: (reached?.rows ?? []).map(([kind, epoch, number]) => [String(kind), Number(epoch), Number(number)]),
    tables: Object.fromEntries(
      tables.map((table, i) => [table, { columns: copies[i]?.columns ?? [], rows: copies[i]?.rows ?? [] }]),
    ),
  };
  const text = JSON.stringify(body);
  const digest = await sha256(text);
  const seal = await sealText(CHECKPOINT_SEAL, digest, await unwrapSealKey(String(key[1]), await ports.secret()));
  return ports.save([
    {
      sql: 'insert into checkpoints (province, month, taken_at_ms, body_json, digest, key_id, seal) values (?, ?, ?, ?, ?, ?, ?)',
      args: [province, month, takenAtMs, text, digest, String(key[0]), seal],
    },
    { sql: 'delete from checkpoints where taken_at_ms < ?', args: [takenAtMs - KEPT_MS] },
  ]);
};
