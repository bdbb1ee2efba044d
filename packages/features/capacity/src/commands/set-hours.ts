import { defineHours } from '../define-hours.ts';
import { weeklyOf } from '../hours-rules.ts';
import { SetHours } from '../model.ts';

/** Sets the weekly opening hours of a capacity. */
export const setHours = defineHours({
  input: SetHours,
  field: 'hours',
  decide: ({ exceptions }, { week }) => ({ weekly: weeklyOf(week), exceptions }),
});
