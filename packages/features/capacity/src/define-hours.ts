import { defineCommand, guarded, one } from '@mahalleh/gate';
import { isRefusal, type CivilDate, type Refusal } from '@mahalleh/kernel';
import type * as z from 'zod';
import { hoursOf, openDaysOf, type Hours } from './hours-rules.ts';
import { Changed } from './outputs.ts';
import { isAt, isMine } from './reach.ts';
import { whyNotChange, whyNotOpen } from './rules.ts';
import { capacities } from './schema.ts';

type Edit = { readonly capacityId: string; readonly revision: number };

/** What is kept of opening hours. */
const columnsOf = ({ weekly, exceptions, isClosedOnHolidays }: Hours) => ({
  hoursJson: weekly.length === 0 ? null : JSON.stringify(weekly),
  exceptionsJson: exceptions.length === 0 ? null : JSON.stringify(exceptions),
  openDays: openDaysOf(weekly),
  isClosedOnHolidays,
});

/** Declares a change of a capacity's opening hours. Bookings made before stand, whatever the hours become. */
export const defineHours = <In extends Edit>(spec: {
  readonly input: z.ZodType<In>;
  readonly field: 'hours' | 'exceptions';
  readonly decide: (hours: Hours, input: In, today: CivilDate) => Hours | Refusal;
}) =>
  defineCommand({
    name: 'capacity.amend',
    permission: 'capacity.amend',
    input: spec.input,
    output: Changed,
    load: (db, { capacityId }) => ({
      capacity: one(db.select().from(capacities).where(isMine(capacityId)), 'capacity_unknown'),
    }),
    decide: ({ capacity }, input, { today }) => {
      const no = whyNotChange(capacity) ?? whyNotOpen(capacity.kind);
      if (no) return no;
      const hours = spec.decide(hoursOf(capacity), input, today);
      return isRefusal(hours) ? hours : { change: columnsOf(hours) };
    },
    save: (db, { change }, _state, { capacityId, revision }) => [
      guarded(
        db
          .update(capacities)
          .set({ ...change, revision: revision + 1 })
          .where(isAt(capacityId, revision)),
      ),
    ],
    reversal: (_decision, { capacity }, { capacityId, revision }) => ({
      steps: [
        {
          table: capacities,
          id: capacityId,
          revision: revision + 1,
          set: {
            hoursJson: capacity.hoursJson,
            exceptionsJson: capacity.exceptionsJson,
            openDays: capacity.openDays,
            isClosedOnHolidays: capacity.isClosedOnHolidays,
          },
        },
      ],
    }),
    audit: (_decision, { capacity }) => ({ subject: capacity.id, unitId: capacity.unitId, fields: [spec.field] }),
    answer: (_decision, _state, { capacityId, revision }) => ({ id: capacityId, revision: revision + 1 }),
  });
