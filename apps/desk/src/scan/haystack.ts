import type { LetterKind } from '@mahalleh/border';
import { NATION, type Mark } from '@mahalleh/gate';
import { leavesOf } from './leaves.ts';
import type { MarkedColumn } from './marked-columns.ts';
import { publishedBy } from './published.ts';
import { rowsOf, tablesIn, type Ask } from './stored.ts';
import { placesToLook } from './words-of.ts';

/** Everything that the national database says, by what it could be recognised by; and where it says it. */
export type Haystack = {
  /** Where this trace of a person or a case stands. Shape: `letters_in: rollup.coverage counties[].nameFa`. */
  readonly find: (trace: string, mark: Mark) => string | undefined;
  readonly texts: number;
  readonly columns: number;
  /** What was left out, and by whose word. */
  readonly leftOut: readonly string[];
};

/** The tables whose body is a letter of the kind that the row names. */
const LETTER_TABLES: ReadonlySet<string> = new Set(['letters_in', 'letters_to_provinces', 'letters_out']);

const MARKS: readonly Mark[] = ['person', 'case'];

/** Reads the whole national database. The ministry's own people, columns that are marked at the nation, and what letters declare to be published are left out. */
export const readNation = async (
  ask: Ask,
  letters: readonly LetterKind[],
  marked: readonly MarkedColumn[],
): Promise<Haystack> => {
  const published = publishedBy(letters);
  const nations = marked.filter(({ homes }) => homes.includes('national'));
  const own = new Set(nations.map(({ table, column }) => `${table}.${column}`));
  // A table of people that every workspace has holds, at the nation, the ministry's own staff alone.
  const staff = new Set(
    nations.filter(({ mark, homes }) => mark === 'person' && homes.includes('province')).map(({ table }) => table),
  );
  const found = { person: new Map<string, string>(), case: new Map<string, string>() };
  const seen = { person: new Set<string>(), case: new Set<string>() };
  const leftOut = new Set<string>();
  let columnsRead = 0;
  for (const [table, all] of await tablesIn(ask, NATION)) {
    if (staff.has(table)) {
      leftOut.add(`${table} (the ministry's own people)`);
      continue;
    }
    for (const column of all) if (own.has(`${table}.${column}`)) leftOut.add(`${table}.${column} (marked there too)`);
    const columns = all.filter((column) => !own.has(`${table}.${column}`));
    columnsRead += columns.length;
    const isLetters = LETTER_TABLES.has(table);
    for await (const values of rowsOf(ask, NATION, table, columns)) {
      const kind = isLetters ? String(values[columns.indexOf('kind')]) : '';
      for (const [i, column] of columns.entries()) {
        const place = isLetters && column === 'body_json' ? kind : `${table}.${column}`;
        for (const { path, text } of leavesOf(values[i])) {
          const where = `${place} ${path}`.trim();
          const left = published(place, path);
          if (left.length > 0) leftOut.add(`${where} (${left.includes('person') ? 'published' : 'made general'})`);
          for (const mark of MARKS) {
            if (left.includes(mark) || seen[mark].has(text)) continue;
            seen[mark].add(text);
            for (const trace of placesToLook(text, mark))
              if (!found[mark].has(trace)) found[mark].set(trace, `${isLetters ? `${table}: ` : ''}${where}`);
          }
        }
      }
    }
  }
  return {
    find: (trace, mark) => found[mark].get(trace),
    texts: seen.person.size,
    columns: columnsRead,
    leftOut: [...leftOut].toSorted(),
  };
};
