import { defineQuery, many } from '@mahalleh/gate';
import { wantedOf } from '@mahalleh/gate/wanted';
import { sql } from 'drizzle-orm';
import { bestTables, fixesSql } from '../found-sql.ts';
import { FOUND_KINDS, Search, SearchResult } from '../model.ts';
import { correctedOf, foundOf, wantedWords } from '../rules.ts';
import { saidOf, SHOWN, type ShownRow } from '../shown-sql.ts';

const SIZE = 5;
/** So many finds of a kind are weighed for each that is shown. */
const WEIGHED = 12;

/** What the actor may see and is called like what was typed, by kind, the best first; slips of the fingers are put right. */
export const search = defineQuery({
  name: 'search',
  permission: 'search.read',
  input: Search,
  output: SearchResult,
  ask: (db, { q, kinds = FOUND_KINDS, size = SIZE }) => {
    const wanted = wantedOf(q);
    return {
      rows: many(db.text<ShownRow>(sql`with ${bestTables(wanted, kinds, size, size * WEIGHED)} ${SHOWN}`)),
      fixes: many(db.text<{ clause: number; typed: string; word: string }>(fixesSql(wanted))),
    };
  },
  shape: ({ rows, fixes }, { q, kinds = FOUND_KINDS, size = SIZE }) => {
    const wanted = wantedOf(q);
    const corrected = correctedOf(
      wanted,
      rows.map(({ text }) => text),
      fixes,
    );
    const words = wantedWords(wanted, corrected);
    return {
      groups: FOUND_KINDS.flatMap((kind) => {
        const ofKind = rows.filter((row) => row.kind === kind);
        const count = ofKind[0]?.many;
        if (count === undefined) return [];
        const shown = kinds.includes(kind)
          ? ofKind.flatMap((row) => foundOf({ ...row, kind }, saidOf(row), words))
          : [];
        return [{ kind, count, isMore: count >= size * WEIGHED, rows: shown }];
      }),
      corrected: corrected.map(({ typed, word }) => ({ typed, word })),
    };
  },
});
