import { defineNationCommand, guarded, one, type Facts } from '@mahalleh/gate';
import type { Permission } from '@mahalleh/access';
import { isRefusal, type Refusal } from '@mahalleh/kernel';
import { and, eq } from 'drizzle-orm';
import type * as z from 'zod';
import { BoardChanged } from './model.ts';
import { boards } from './schema.ts';

type Row = typeof boards.$inferSelect;
type Edit = { readonly boardId: string; readonly revision: number };

/** Declares a change of one board. */
export const defineBoardChange = <In extends Edit>(spec: {
  readonly verb: 'amend' | 'share' | 'unshare' | 'discard' | 'restore';
  readonly permission: Permission | null;
  readonly input: z.ZodType<In>;
  readonly decide: (board: Row, input: In, facts: Facts) => Partial<Row> | Refusal;
}) =>
  defineNationCommand({
    name: `board.${spec.verb}`,
    permission: spec.permission,
    input: spec.input,
    output: BoardChanged,
    load: (db, { boardId }) => ({
      board: one(db.select().from(boards).where(eq(boards.id, boardId)), 'board_unknown'),
    }),
    decide: ({ board }, input, facts) => {
      const change = spec.decide(board, input, facts);
      return isRefusal(change) ? change : { change };
    },
    save: (db, { change }, _state, { boardId, revision }) => [
      guarded(
        db
          .update(boards)
          .set({ ...change, revision: revision + 1 })
          .where(and(eq(boards.id, boardId), eq(boards.revision, revision))),
      ),
    ],
    audit: ({ change }, { board }) => ({ subject: board.id, unitId: null, fields: Object.keys(change) }),
    answer: (_decision, { board }, { revision }) => ({ id: board.id, revision: revision + 1 }),
  });
