import { defineNationQuery, many } from '@mahalleh/gate';
import { provinces } from '@mahalleh/border/schema';
import { zInput } from '@mahalleh/kernel';
import { sql } from 'drizzle-orm';
import * as z from 'zod';

/** The health of every border: who has sent what up to which number, how long ago, and whether a number is missing. */
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
        sql`select l.province, l.epoch, l.kind, max(l.number) as number, count(*) as letters, max(l.received_at_ms) as "receivedAtMs", sum(length(l.body_json)) as bytes from letters_in l join provinces p on p.slug = l.province and p.epoch <= l.epoch group by 1, 2, 3`,
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
