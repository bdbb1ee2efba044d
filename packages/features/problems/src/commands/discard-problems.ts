import { many } from '@mahalleh/gate';
import { sql } from 'drizzle-orm';
import { defineBulk } from '../define-bulk.ts';
import { DiscardProblems } from '../escalation-inputs.ts';
import { discard } from '../rules.ts';
import { holdersOf } from './discard-problem.ts';

/** Puts many new problems aside that nothing was done about. All of them can be brought back from the trash, together. */
export const discardProblems = defineBulk({
  verb: 'discard',
  input: DiscardProblems,
  isTrash: true,
  more: (db, { records }) =>
    many(
      db.text<{ id: string; held: number }>(
        sql`select j.value as id, ${holdersOf(sql`j.value`)} as held from json_each(${JSON.stringify(records.map(({ id }) => id))}) j`,
      ),
    ),
  decide: (problem, _input, { nowMs }, more) =>
    discard(problem, more.find(({ id }) => id === problem.id)?.held ?? 0, nowMs),
});
