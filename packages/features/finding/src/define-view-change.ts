import { defineCommand, guarded, many, type Facts } from '@mahalleh/gate';
import type { Permission } from '@mahalleh/access';
import { isRefusal, type Refusal } from '@mahalleh/kernel';
import { and, eq, sql } from 'drizzle-orm';
import type * as z from 'zod';
import { savedViews } from './schema.ts';
import { ViewChanged } from './view-model.ts';
import { viewOf } from './view-reach.ts';

type Row = typeof savedViews.$inferSelect;
type Edit = { readonly viewId: string; readonly revision: number };

/** Declares a change of one saved view; it can be taken back. */
export const defineViewChange = <In extends Edit>(spec: {
  readonly verb: 'amend' | 'share' | 'unshare' | 'drop';
  readonly permission: Permission | null;
  readonly input: z.ZodType<In>;
  /** A unit named in the input must be one where the actor may share. */
  readonly unitOf?: (input: In) => string;
  readonly decide: (view: Row, input: In, facts: Facts, above: readonly string[]) => Partial<Row> | Refusal;
}) =>
  defineCommand({
    name: `view.${spec.verb}`,
    permission: spec.permission,
    input: spec.input,
    output: ViewChanged,
    load: (db, input) => ({
      view: viewOf(db, input.viewId),
      above: many(
        db.text<{ id: string }>(
          sql`select c.ancestor_id as id from unit_closure c where c.unit_id = coalesce(${spec.unitOf?.(input) ?? null}, (select v.unit_id from saved_views v where v.id = ${input.viewId}))`,
        ),
      ),
    }),
    decide: ({ view, above }, input, facts) => {
      const change = spec.decide(
        view,
        input,
        facts,
        above.map(({ id }) => id),
      );
      return isRefusal(change) ? change : { change };
    },
    save: (db, { change }, _state, { viewId, revision }) => [
      guarded(
        db
          .update(savedViews)
          .set({ ...change, revision: revision + 1 })
          .where(and(eq(savedViews.id, viewId), eq(savedViews.revision, revision))),
      ),
    ],
    reversal: ({ change }, { view }, { revision }) => ({
      trash: spec.verb === 'drop',
      label: view.name,
      steps: [
        {
          table: savedViews,
          id: view.id,
          revision: revision + 1,
          set: Object.fromEntries(Object.keys(change).map((key) => [key, view[key as keyof Row]])),
        },
      ],
    }),
    audit: ({ change }, { view }) => ({
      subject: view.id,
      unitId: change.unitId ?? view.unitId,
      fields: Object.keys(change),
    }),
    answer: (_decision, { view }, { revision }) => ({ id: view.id, revision: revision + 1 }),
  });
