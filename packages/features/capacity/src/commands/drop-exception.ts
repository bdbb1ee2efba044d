import { refuse } from '@mahalleh/kernel';
import { defineHours } from '../define-hours.ts';
import { DropException } from '../model.ts';

/** Makes a day as its weekday again. */
export const dropException = defineHours({
  input: DropException,
  field: 'exceptions',
  decide: (hours, { on }) =>
    hours.exceptions.some((one) => one.on === on)
      ? { ...hours, exceptions: hours.exceptions.filter((one) => one.on !== on) }
      : refuse('exception_unknown', { field: 'on' }),
});
