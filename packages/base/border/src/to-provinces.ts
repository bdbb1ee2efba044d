import type { Reader, Statement } from '@mahalleh/gate';
import type { LetterKind, SealedLetter } from './define-letter.ts';
import { sealLetter, unwrapSealKey } from './seal.ts';

/** The most letters that a province collects in one round. */
const MOST = 50;

/**
 * The statement that puts a letter on its way to provinces, in the batch of the nation's change: to those named, or to all that
 * are active. Each province has one row of numbers over all kinds. Fails: ZodError when the body is not what the kind declares.
 */
export const postToProvinces = <Body>(
  letter: LetterKind<string, Body>,
  body: Body,
  nowMs: number,
  provinces: readonly string[] | 'all',
): Statement => ({
  sql:
    'insert into letters_to_provinces (province, number, kind, body_json, written_at_ms)' +
    ' select p.slug, coalesce((select max(l.number) from letters_to_provinces l where l.province = p.slug), 0) + 1, ?, ?, ? from provinces p where ' +
    (provinces === 'all' ? "p.status = 'active'" : 'p.slug in (select value from json_each(?))'),
  args: [
    letter.kind,
    JSON.stringify(letter.body.parse(body)),
    nowMs,
    ...(provinces === 'all' ? [] : [JSON.stringify(provinces)]),
  ],
});

/** Travels with every group of saves of the nation: which provinces have letters to collect. */
export const waitingProbe: Statement = {
  sql: 'select distinct province from letters_to_provinces where collected_at_ms is null',
  args: [],
};

/** What the nation needs to hand out letters. */
export type HandingPorts = {
  readonly reader: Reader;
  /** Saves through the nation's lane. */
  readonly save: (statements: readonly Statement[]) => Promise<boolean>;
  /** The secret that wraps the nation's private key. */
  readonly secret: () => Promise<Uint8Array>;
  readonly nowMs: () => number;
};

/**
 * The letters for a province after the number that it has, sealed with the nation's key, in order. That a province asks for
 * what follows a number says that it has all up to it. Fails: what the database fails with.
 */
export const handOut = async (ports: HandingPorts, province: string, after: number): Promise<SealedLetter[]> => {
  const [keys, letters, waiting] = await ports.reader.batch([
    {
      sql: 'select key_id, wrapped_private from nation_keys where to_ms is null order by from_ms desc limit 1',
      args: [],
    },
    {
      sql: `select number, kind, body_json from letters_to_provinces where province = ? and number > ? order by number limit ${MOST}`,
      args: [province, after],
    },
    {
      sql: 'select 1 from letters_to_provinces where province = ? and number <= ? and collected_at_ms is null limit 1',
      args: [province, after],
    },
  ]);
  if (waiting?.rows.length)
    await ports.save([
      {
        sql: 'update letters_to_provinces set collected_at_ms = ? where province = ? and number <= ? and collected_at_ms is null',
        args: [ports.nowMs(), province, after],
      },
    ]);
  const key = keys?.rows[0];
  if (!key || !letters?.rows.length) return [];
  const opened = await unwrapSealKey(String(key[1]), await ports.secret());
  const sentAtMs = ports.nowMs();
  return Promise.all(
    letters.rows.map(([number, kind, bodyJson]) =>
      sealLetter(
        { province, epoch: 0, kind: String(kind), number: Number(number), sentAtMs, bodyJson: String(bodyJson) },
        String(key[0]),
        opened,
      ),
    ),
  );
};
