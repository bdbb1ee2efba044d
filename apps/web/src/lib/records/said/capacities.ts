import { m } from '$lib/paraglide/messages';
import type { Said } from '../actions';

/** What was done, for the lines of the history of a capacity. */
export const CAPACITIES_SAID: Said = {
  'act.undo': m.records_act_undo,
  'capacity.register': m.records_capacity_register,
  'capacity.amend': m.records_capacity_amend,
  'capacity.withdraw': m.records_capacity_withdraw,
  'booking.make': m.records_booking_make,
  'booking.cancel': m.records_booking_cancel,
  'volunteer.enrol': m.records_volunteer_enrol,
  'volunteer.amend': m.records_volunteer_amend,
  'volunteer.withdraw': m.records_volunteer_withdraw,
};
