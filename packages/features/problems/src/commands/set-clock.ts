import { defineCommand, guarded, maybe } from '@mahalleh/gate';
import { refuse } from '@mahalleh/kernel';
import { and, eq } from 'drizzle-orm';
import { askProvince } from '../domain-sql.ts';
import { ClockChanged, SetClock } from '../escalation-inputs.ts';
import { escalationClocks } from '../schema.ts';

/** Sets how long a level has to answer. What already waits keeps its day. */
export const setClock = defineCommand({
  name: 'clock.set',
  permission: 'clock.set',
  input: SetClock,
  output: ClockChanged,
  load: (db, { level }) => ({
    province: askProvince(db),
    clock: maybe(db.select().from(escalationClocks).where(eq(escalationClocks.level, level))),
  }),
  decide: ({ clock }) => (clock ? { days: clock.days } : refuse('escalation_without_clock', { field: 'level' })),
  save: (db, _decision, _state, { level, revision, days }) => [
    guarded(
      db
        .update(escalationClocks)
        .set({ days, revision: revision + 1 })
        .where(and(eq(escalationClocks.level, level), eq(escalationClocks.revision, revision))),
    ),
  ],
  reversal: ({ days }, _state, { level, revision }) => ({
    steps: [{ table: escalationClocks, id: { level }, revision: revision + 1, set: { days } }],
  }),
  audit: (_decision, { province }, { level }) => ({ subject: level, unitId: province.id, fields: ['days'] }),
  answer: (_decision, _state, { level, revision }) => ({ level, revision: revision + 1 }),
});
