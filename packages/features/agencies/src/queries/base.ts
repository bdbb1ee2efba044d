import { and, eq } from 'drizzle-orm';
import { defineQuery, isMyUnit, one } from '@mahalleh/gate';
import { BaseById, BaseDetail } from '../model.ts';
import { bases } from '../schema.ts';
import { fromBases } from './base-row.ts';
import { askHistory, historyOf } from './history.ts';

/** One base with its history. */
export const baseDetail = defineQuery({
  name: 'base',
  permission: 'base.read',
  input: BaseById,
  output: BaseDetail,
  ask: (db, { baseId }) => ({
    base: one(fromBases(db, and(eq(bases.id, baseId), isMyUnit(bases.unitId))), 'base_unknown'),
    history: askHistory(db, baseId),
  }),
  shape: ({ base, history }) => ({ base, history: historyOf(history) }),
});
