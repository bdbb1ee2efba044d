import { many, type ReadDb } from '@mahalleh/gate';
import { Failure } from '@mahalleh/kernel';
import { sql, type SQL } from 'drizzle-orm';
import * as z from 'zod';

/** The pinned moment that a question asks for; undefined: as it is now. */
export type At = string | undefined;

type ProvinceRow = { slug: string; code: string; nameFa: string; nameEn: string; status: string };
type CountyRow = { code: string; province: string; nameFa: string; nameEn: string | null; endedOn: string | null };
type CoverageRow = {
  metric: string;
  province: string;
  epoch: number;
  asOfMs: number;
  counties: number;
  neighbourhoods: number;
};
type PinRow = { id: string; atMs: number; byName: string };

/** The cells of the nation: as they are, or as they were when the moment was pinned. */
export const cellsFrom = (at: At): SQL =>
  at === undefined
    ? sql`national_cells`
    : sql`(select metric, period, province, county, dims, value, epoch, letter_number, sent_at_ms from pinned_cells where pin = ${at})`;

/** Those cells added up per province and, for a flow, per Jalali year. */
export const sumsFrom = (at: At): SQL =>
  at === undefined
    ? sql`national_sums`
    : sql`(select metric, substr(period, 1, 4) as span, province, dims, sum(value) as value from pinned_cells where pin = ${at} group by 1, 2, 3, 4)`;

/** The flows among those cells added up per province and month. */
export const monthSumsFrom = (at: At): SQL =>
  at === undefined
    ? sql`national_month_sums`
    : sql`(select metric, period, province, dims, sum(value) as value from pinned_cells where pin = ${at} and period <> '' group by 1, 2, 3, 4)`;

/** What each province covers: now, or at the moment. */
export const coverageFrom = (at: At): SQL =>
  at === undefined ? sql`coverage` : sql`(select * from pinned_coverage where pin = ${at})`;

/** The counties: now, or at the moment. */
export const countiesFrom = (at: At): SQL =>
  at === undefined
    ? sql`counties`
    : sql`(select code, province, name_fa, name_en, ended_on from pinned_places where pin = ${at} and kind = 'county')`;

const provincesFrom = (at: At): SQL =>
  at === undefined
    ? sql`provinces`
    : sql`(select key as slug, code, name_fa, name_en, status from pinned_places where pin = ${at} and kind = 'province')`;

type Db = ReadDb<'national'>;

/** Asks for the provinces. */
export const askProvinces = (db: Db, at: At, where: SQL = sql`true`) =>
  many(
    db.text<ProvinceRow>(
      sql`select slug, code, name_fa as "nameFa", name_en as "nameEn", status from ${provincesFrom(at)} where ${where} order by slug`,
    ),
  );

/** Asks for counties. */
export const askCounties = (db: Db, at: At, where: SQL = sql`true`) =>
  many(
    db.text<CountyRow>(
      sql`select code, province, name_fa as "nameFa", name_en as "nameEn", ended_on as "endedOn" from ${countiesFrom(at)} where ${where} order by code`,
    ),
  );

/** Asks for coverage. */
export const askCoverage = (db: Db, at: At, where: SQL = sql`true`) =>
  many(
    db.text<CoverageRow>(
      sql`select metric, province, epoch, as_of_ms as "asOfMs", counties, neighbourhoods from ${coverageFrom(at)} where ${where}`,
    ),
  );

/** Asks which moment was pinned under the id. */
export const askPin = (db: Db, at: At) =>
  many(
    db.text<PinRow>(
      sql`select m.id, m.at_ms as "atMs", coalesce((select p.full_name from people p where p.id = m.person_id), '') as "byName" from pins m where m.id = ${at ?? ''}`,
    ),
  );

/** The pinned moment that figures are of; null: they are of now. */
export const PinOutput = z
  .object({ id: z.string(), atMs: z.int(), byName: z.string() })
  .nullable()
  .describe('The pinned moment that the figures are of, and who pinned it; null: they are of now');

/** The moment that was asked for, or null. Fails: not_found when nothing was pinned under the id. */
export const pinOf = (at: At, rows: readonly PinRow[]): PinRow | null => {
  if (at === undefined) return null;
  const [pin] = rows;
  if (!pin) throw new Failure('not_found', 'moment_unknown');
  return pin;
};
