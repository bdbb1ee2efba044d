import { defineCommand, guarded, many } from '@mahalleh/gate';
import { and, eq, sql } from 'drizzle-orm';
import { retireRefusal } from '../indicator-rules.ts';
import { indicatorOf, provinceOf } from '../indicator-scope.ts';
import { IndicatorChanged, RetireIndicator } from '../model.ts';
import { indicators } from '../schema.ts';

/** Stops following an indicator, with the reason; its measurements stay on record. */
export const retireIndicator = defineCommand({
  name: 'indicator.retire',
  permission: 'indicator.retire',
  input: RetireIndicator,
  output: IndicatorChanged,
  load: (db, { indicatorId }) => ({
    province: provinceOf(db),
    indicator: indicatorOf(db, indicatorId),
    readBy: many(
      db.text<{ titleFa: string }>(
        sql`select x.title_fa as "titleFa" from indicator_inputs i join indicators x on x.id = i.indicator_id and x.version = i.version where i.kind = 'indicator' and i.ref = ${indicatorId} and x.retired_at_ms is null order by x.key`,
      ),
    ),
  }),
  decide: ({ indicator, readBy }, { reason }, { nowMs }) =>
    retireRefusal(
      indicator,
      readBy.map(({ titleFa }) => titleFa),
    ) ?? { set: { retiredAtMs: nowMs, retireReason: reason } },
  save: (db, { set }, _state, { indicatorId, revision }) => [
    guarded(
      db
        .update(indicators)
        .set({ ...set, revision: revision + 1 })
        .where(and(eq(indicators.id, indicatorId), eq(indicators.revision, revision))),
    ),
  ],
  reversal: (_decision, { indicator }, { indicatorId, revision }) => ({
    trash: true,
    label: indicator.titleFa,
    steps: [
      {
        table: indicators,
        id: indicatorId,
        revision: revision + 1,
        set: { retiredAtMs: null, retireReason: null },
      },
    ],
  }),
  audit: ({ set }, { province, indicator }) => ({
    subject: indicator.id,
    unitId: province.id,
    fields: Object.keys(set),
  }),
  answer: (_decision, { indicator }, { revision }) => ({ id: indicator.id, revision: revision + 1 }),
});
