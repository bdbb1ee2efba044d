import { addDays, daysBetween } from '@mahalleh/kernel';
import { defineHours } from '../define-hours.ts';
import { whyNotExcept, withExceptions, type Exception } from '../hours-rules.ts';
import { SetException } from '../model.ts';

/** Sets days on which a capacity is closed, or open at other hours. */
export const setException = defineHours({
  input: SetException,
  field: 'exceptions',
  decide: (hours, { on, until = on, hours: spans = [], note = null }, today) => {
    const days = Math.max(0, daysBetween(on, until)) + 1;
    const changed = Array.from({ length: Math.min(days, 100) }, (_, n): Exception => ({
      on: addDays(on, n),
      spans,
      note,
    }));
    const exceptions = withExceptions(hours, changed, today);
    return whyNotExcept(on, until, today, exceptions) ?? { ...hours, exceptions };
  },
});
