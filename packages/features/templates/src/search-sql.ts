import { wantedOf } from '@mahalleh/gate/wanted';
import { sql, type SQL } from 'drizzle-orm';

/** One spelling as the index is asked for it: words that begin so; a letter alone must stand alone. */
const asked = (word: string): string => (word.length === 1 ? `"${word}"` : `"${word}"*`);

/** SQL that keeps the versions `t` which hold all that was typed, in whatever spelling. A text without words finds nothing. */
export const holdsWords = (typed: string): SQL => {
  const { clauses } = wantedOf(typed);
  if (clauses.length === 0) return sql`0`;
  const match = clauses.map(({ any }) => `(${any.map(asked).join(' OR ')})`).join(' AND ');
  return sql`t.digest in (select d.ref from template_docs d where d.n in (select rowid from template_index where template_index match ${match}))`;
};
