import { sql, type SQL } from 'drizzle-orm';
import { evidence } from './schema.ts';

/** What a removed piece of evidence is left with. Its file must be removed from the store before. */
export const erased = (nowMs: number) => ({
  note: null,
  blobKey: null,
  latitude: null,
  longitude: null,
  removedAtMs: nowMs,
});

/** Keeps the rows with these ids. */
export const areThese = (ids: readonly string[]): SQL =>
  sql`${evidence.id} in (select value from json_each(${JSON.stringify(ids)}))`;
