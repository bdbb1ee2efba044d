import { defineQuery } from '@mahalleh/gate';
import { ClockList, ListClocks } from '../escalation-inputs.ts';
import { askClocks } from '../escalation-sql.ts';

/** How long each level has to answer what is taken to it. */
export const clockList = defineQuery({
  name: 'clock_list',
  permission: 'problem.read',
  input: ListClocks,
  output: ClockList,
  ask: (db) => ({ rows: askClocks(db) }),
  shape: ({ rows }) => ({ rows }),
});
