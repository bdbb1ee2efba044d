import { newId } from '@mahalleh/kernel';
import type { ProvinceWorld, Row } from './province-world.ts';

/** The living neighbourhoods and villages. */
export const NEIGHBOURHOODS =
  "select * from units where kind in ('neighbourhood', 'village') and ended_on is null order by id";
/** Some of the national domains. */
export const DOMAINS = ['civil_works', 'health', 'education', 'employment'];

/** What is tried, and numbers to choose with. */
export type Turn = { readonly verb: string; readonly a: number; readonly b: number };

/** The nth of a list, counted round. */
export const at = <T>(list: readonly T[], n: number): T | undefined => list[n % Math.max(list.length, 1)];
/** The id of a row; one that nothing has when there is no row. */
export const idOf = (row: Row | undefined): string => String(row?.['id'] ?? newId());

/** The nth row of a question. */
export const pick = async (world: ProvinceWorld, sql: string, n: number): Promise<Row | undefined> =>
  at(await world.rows(sql), n);

/** The id and revision of a row, under the name that a command gives its id. */
export const edit = (row: Row | undefined, name: string) => ({
  [name]: idOf(row),
  revision: Number(row?.['revision'] ?? 1),
});

/** One thing that can happen. */
export type Verb = (world: ProvinceWorld, turn: Turn) => Promise<unknown>;
