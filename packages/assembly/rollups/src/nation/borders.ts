import { defineNationQuery, many } from '@mahalleh/gate';
import { borderFailures, provinces } from '@mahalleh/border/schema';
import { zInput } from '@mahalleh/kernel';
import { sql } from 'drizzle-orm';
import * as z from 'zod';

type Failure = { kind: string; number: number; reason: string; atMs: number };

/** A failure, and whether a later letter of its kind has come since. */
const failureOf = (failure: Failure | undefined, letters: readonly { kind: string; receivedAtMs: number }[]) => {
  if (!failure) return null;
  const { kind, number, reason, atMs } = failure;
  const isOver = letters.some((one) => one.kind === kind && one.receivedAtMs > atMs);
  return { kind, number, reason, atMs, isOver };
};

/** The health of every border: who has sent what up to which number, how long ago, whether a number is missing, what waits and what was refused. */
export const borderHealth = defineNationQuery({
  name: 'border.health',
  permission: 'border.read',
  input: zInput({}),
  output: z.object({
    nowMs: z.int(),
    borders: z.array(
      z.object({
        province: z.string(),
        nameFa: z.string(),
        nameEn: z.string(),
        status: z.string(),
        epoch: z.int(),
        keyId: z.string().nullable(),
        coveredAtMs: z.int().nullable(),
        checkpointAtMs: z.int().nullable(),
        waiting: z.int().describe('Letters of the nation that the province has not collected yet'),
        failure: z
          .object({ kind: z.string(), number: z.int(), reason: z.string(), atMs: z.int(), isOver: z.boolean() })
          .nullable()
          .describe('The last letter that could not be taken in; over once a later one of its kind was'),
        kinds: z.array(
          z.object({
            kind: z.string(),
            number: z.int(),
            letters: z.int(),
            gaps: z.int(),
            receivedAtMs: z.int(),
            bytes: z.int(),
          }),
        ),
      }),
    ),
  }),
  ask: (db) => ({
    provinces: many(db.select().from(provinces)),
    keys: many(
      db.text<{ province: string; keyId: string }>(
        sql`select province, key_id as "keyId" from province_keys where to_ms is null`,
      ),
    ),
    covered: many(
      db.text<{ province: string; atMs: number }>(
        sql`select province, min(as_of_ms) as "atMs" from coverage group by province`,
      ),
    ),
    checkpoints: many(
      db.text<{ province: string; atMs: number }>(
        sql`select province, max(taken_at_ms) as "atMs" from checkpoints group by province`,
      ),
    ),
    waiting: many(
      db.text<{ province: string; letters: number }>(
        sql`select province, count(*) as letters from letters_to_provinces where collected_at_ms is null group by province`,
      ),
    ),
    failures: many(db.select().from(borderFailures)),
    letters: many(
      db.text<{
        province: string;
        epoch: number;
        kind: string;
        number: number;
        letters: number;
        receivedAtMs: number;
        bytes: number;
      }>(
        sql`select l.province, l.epoch, l.kind, l.number, l.letters, l.received_at_ms as "receivedAtMs", l.bytes from border_tallies l join provinces p on p.slug = l.province and p.epoch <= l.epoch order by 1, 2, 3`,
      ),
    ),
  }),
  shape: (got, _input, { nowMs }) => ({
    nowMs,
    borders: got.provinces.map(({ slug, nameFa, nameEn, status, epoch }) => ({
      province: slug,
      nameFa,
      nameEn,
      status,
      epoch,
      keyId: got.keys.find(({ province }) => province === slug)?.keyId ?? null,
      coveredAtMs: got.covered.find(({ province }) => province === slug)?.atMs ?? null,
      checkpointAtMs: got.checkpoints.find(({ province }) => province === slug)?.atMs ?? null,
      waiting: got.waiting.find(({ province }) => province === slug)?.letters ?? 0,
      failure: failureOf(
        got.failures.find(({ province }) => province === slug),
        got.letters.filter(({ province }) => province === slug),
      ),
      kinds: got.letters
        .filter((row) => row.province === slug)
        .map(({ kind, number, letters, receivedAtMs, bytes }) => ({
          kind,
          number,
          letters,
          gaps: number - letters,
          receivedAtMs,
          bytes,
        })),
    })),
  }),
});
