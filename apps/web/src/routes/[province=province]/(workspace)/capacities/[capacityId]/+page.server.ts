import { command, type CommandEvent } from '$lib/action';
import { read } from '$lib/api';
import { bookingSaid, cancelledSaid } from '$lib/capacities/said';
import type { Capacity } from '$lib/capacities/model';
import { readAgencies, readDomains } from '$lib/choice/read';
import { withChosen } from '$lib/choice/with-chosen';
import type { CapacityMatches } from '$lib/matching/model';
import { m } from '$lib/paraglide/messages';
import { queryOf } from '$lib/query';
import { workspaceOf } from '$lib/workspace/address';
import type { Booked, Cancelled } from '@mahalleh/capacity/model';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { api } = workspaceOf(event.params.province);
  const [capacity, domains, agencies, matches] = await Promise.all([
    read<Capacity>(event, `${api}/capacities/${event.params.capacityId}${queryOf(event.url, 'week')}`),
    readDomains(event),
    readAgencies(event),
    read<CapacityMatches>(event, `${api}/capacities/${event.params.capacityId}/matches?size=5`),
  ]);
  const { agencyId, agencyName } = capacity;
  return {
    capacity,
    matches,
    domains,
    agencies: withChosen(agencies, { value: agencyId, label: agencyName }),
    nowMs: Date.now(),
  };
};

/** A fund has an amount and no quantity, everything else the reverse: what the form hides is not sent. */
const measuredByKind = (body: Record<string, unknown>) => ({
  ...body,
  ...(body['kind'] === 'fund' ? { quantity: null } : { amountRial: null }),
});

const to =
  (verb: string) =>
  ({ params }: CommandEvent): string =>
    `${workspaceOf(params['province']).api}/capacities/${params['capacityId'] ?? ''}/${verb}`;

export const actions: Actions = {
  amend: command({
    to: to('amend'),
    body: measuredByKind,
    clearable: ['note', 'agencyId', 'quantity', 'amountRial', 'domainKey', 'availableNote', 'latitude', 'longitude'],
    says: () => m.records_saved(),
    undoes: true,
  }),
  withdraw: command({ to: to('withdraw'), says: () => m.capacities_withdraw_done(), undoes: true }),
  hours: command({
    to: to('hours'),
    flags: ['isClosedOnHolidays'],
    // An empty week is a week of closed days.
    body: (body) => ({ week: {}, ...body }),
    says: () => m.hours_saved(),
    undoes: true,
  }),
  except: command({ to: to('exceptions'), says: () => m.hours_exception_saved(), undoes: true }),
  dropException: command({ to: to('exceptions/drop'), says: () => m.hours_exception_dropped(), undoes: true }),
  book: command<(typeof Booked)['_output']>({
    to: to('bookings'),
    flags: ['skips'],
    says: bookingSaid,
    undoes: true,
  }),
  cancel: command<(typeof Cancelled)['_output']>({
    to: ({ params }, form) =>
      `${workspaceOf(params['province']).api}/bookings/${String(form.get('_bookingId') ?? '')}/cancel`,
    flags: ['rest'],
    says: cancelledSaid,
    undoes: true,
  }),
};
