import {
  defineCommand,
  guardedRows,
  many,
  type Asked,
  type Change as Held,
  type Facts,
  type ReadDb,
  type WriteDb,
} from '@mahalleh/gate';
import { isRefusal, refuse, type Refusal } from '@mahalleh/kernel';
import { sql } from 'drizzle-orm';
import type * as z from 'zod';
import type { Verb } from './course-rules.ts';
import { ManyChanged } from './outputs.ts';
import { isMineAmong, type ProblemRow } from './reach.ts';
import { setBack } from './reversals.ts';
import { problems } from './schema.ts';

type Many = { readonly records: readonly { readonly id: string; readonly revision: number }[] };
type Change = Partial<ProblemRow>;

/** For a change that need know nothing else. */
export const nothing = (db: ReadDb<'province'>) => many(db.text<{ n: number }>(sql`select 0 as n where false`));

/** SQL that gives the smallest unit that holds all of these problems. */
const unitAbove = (ids: readonly string[]) =>
  sql`with at(unit_id) as materialized (select distinct p.unit_id from problems p where p.id in (select value from json_each(${JSON.stringify(ids)}))) select c.ancestor_id as id from unit_closure c where c.unit_id in (select unit_id from at) group by 1 having count(*) = (select count(*) from at) order by (select count(*) from unit_closure d where d.unit_id = c.ancestor_id) desc limit 1`;

const SHOWN = 3;

/** What several problems are called together. */
const titlesOf = (found: readonly ProblemRow[]): string =>
  found
    .slice(0, SHOWN)
    .map(({ title }) => title)
    .join('، ') + (found.length > SHOWN ? '، …' : '');

/** Records whose change is the same, so that one statement makes it. */
const together = (decided: readonly { id: string; change: Change }[]): { ids: string[]; change: Change }[] => {
  const groups = new Map<string, { ids: string[]; change: Change }>();
  for (const { id, change } of decided) {
    const key = JSON.stringify(change);
    const group = groups.get(key) ?? { ids: [], change };
    group.ids.push(id);
    groups.set(key, group);
  }
  return [...groups.values()];
};

/**
 * Declares a change of many problems at once: all of them or none. The verb's permission and rule are those of the change of one;
 * a problem that refuses is named by its code.
 */
export const defineBulk = <In extends Many, More>(spec: {
  readonly verb: Verb;
  readonly input: z.ZodType<In>;
  /** What else the decision must know. */
  readonly more: (db: ReadDb<'province'>, input: In) => Asked<More>;
  readonly decide: (problem: ProblemRow, input: In, facts: Facts, more: More) => Change | Refusal;
  /** It puts them aside: whoever may do that there can bring them back. */
  readonly isTrash?: true;
  /** What must still hold when it is written. */
  readonly hold?: (db: WriteDb<'province'>, input: In) => readonly Held[];
}) =>
  defineCommand({
    name: `problem.${spec.verb}`,
    permission: `problem.${spec.verb}`,
    input: spec.input,
    output: ManyChanged,
    load: (db, input) => ({
      problems: many(
        db
          .select()
          .from(problems)
          .where(isMineAmong(input.records.map(({ id }) => id))),
      ),
      more: spec.more(db, input),
      above: many(db.text<{ id: string }>(unitAbove(input.records.map(({ id }) => id)))),
    }),
    decide: ({ problems: found, more }, input, facts) => {
      const byId = new Map(found.map((problem) => [problem.id, problem]));
      const decided: { id: string; change: Change }[] = [];
      for (const [i, { id, revision }] of input.records.entries()) {
        const problem = byId.get(id);
        if (!problem) return refuse('problem_unknown', { field: `records.${i}.id` });
        const change = spec.decide(problem, input, facts, more);
        if (isRefusal(change)) return { ...change, detail: { ...change.detail, code: problem.code } };
        if (problem.revision !== revision)
          return refuse('bulk_overtaken', { field: `records.${i}.revision`, detail: { code: problem.code } });
        decided.push({ id, change });
      }
      return { groups: together(decided) };
    },
    save: (db, { groups }, _state, input) => [
      ...groups.map(({ ids, change }) =>
        guardedRows(
          db
            .update(problems)
            .set({ ...change, revision: sql`${problems.revision} + 1` })
            .where(
              sql`(${problems.id}, ${problems.revision}) in (select json_extract(value, '$.id'), json_extract(value, '$.revision') from json_each(${JSON.stringify(input.records.filter(({ id }) => ids.includes(id)))}))`,
            ),
          ids.length,
        ),
      ),
      ...(spec.hold?.(db, input) ?? []),
    ],
    reversal: ({ groups }, { problems: found, above }, { records }) => ({
      ...(spec.isTrash ? { trash: true, label: titlesOf(found), unitId: above[0]?.id ?? null } : {}),
      steps: groups.flatMap(({ ids, change }) =>
        found
          .filter(({ id }) => ids.includes(id))
          .map((problem) =>
            setBack(problem, Object.keys(change), (records.find(({ id }) => id === problem.id)?.revision ?? 0) + 1),
          ),
      ),
    }),
    audit: ({ groups }, { problems: found }) => ({
      subject: found[0]?.id ?? '',
      // Of several units there is no one unit; the histories find it by its records.
      unitId: new Set(found.map(({ unitId }) => unitId)).size === 1 ? (found[0]?.unitId ?? null) : null,
      fields: [...new Set(groups.flatMap(({ change }) => Object.keys(change)))],
      also: found.map(({ id }) => id),
    }),
    answer: (_decision, { problems: found }) => ({ count: found.length }),
  });
