import { defineHours } from '../define-hours.ts';
import { weeklyOf } from '../hours-rules.ts';
import { SetHours } from '../model.ts';

/** Sets the weekly opening hours of a capacity, and whether holidays are closed. */
export const setHours = defineHours({
  input: SetHours,
  field: 'hours',
  decide: (hours, { week, isClosedOnHolidays = hours.isClosedOnHolidays }) => ({
    weekly: weeklyOf(week),
    exceptions: hours.exceptions,
    isClosedOnHolidays,
  }),
});
