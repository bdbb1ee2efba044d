import { defineCommand, guarded, one } from '@mahalleh/gate';
import { and, eq, sql } from 'drizzle-orm';
import { Settled, ValueWork } from '../model.ts';
import { workSettings } from '../schema.ts';

/** Says how this province counts work: what an hour is worth when nobody says otherwise, and which days are the weekend. What was valued before stays as it was. */
export const valueWork = defineCommand({
  name: 'work.value',
  permission: 'work.value',
  input: ValueWork,
  output: Settled,
  load: (db) => ({
    settings: one(db.select().from(workSettings)),
    province: one(db.text<{ id: string }>(sql`select id from units where kind = 'province' limit 1`), 'unit_unknown'),
  }),
  decide: (_state, { hourRial, weekend }) => ({ hourRial, weekend }),
  save: (db, set, { settings }, { revision }) => [
    guarded(
      db
        .update(workSettings)
        .set({ ...set, revision: revision + 1 })
        .where(and(eq(workSettings.id, settings.id), eq(workSettings.revision, revision))),
    ),
  ],
  reversal: (_set, { settings: { id, hourRial, weekend } }, { revision }) => ({
    steps: [{ table: workSettings, id: String(id), revision: revision + 1, set: { hourRial, weekend } }],
  }),
  audit: (_set, { province }) => ({ subject: province.id, unitId: province.id, fields: ['hourRial', 'weekend'] }),
  answer: (_set, _state, { revision }) => ({ revision: revision + 1 }),
});
