import { defineQuery, one } from '@mahalleh/gate';
import { ReadSettings, WorkSettings } from '../model.ts';
import { workSettings } from '../schema.ts';

/** How this province counts work. */
export const readWorkSettings = defineQuery({
  name: 'work_settings',
  permission: 'operation.read',
  input: ReadSettings,
  output: WorkSettings,
  ask: (db) => ({ settings: one(db.select().from(workSettings)) }),
  shape: ({ settings: { hourRial, weekend, revision } }) => ({ hourRial, weekend, revision }),
});
