import { command, type CommandEvent } from '$lib/action';
import { read } from '$lib/api';
import { domainBody } from '$lib/domains/amendment';
import { m } from '$lib/paraglide/messages';
import type { Counts } from '$lib/problems/model';
import { workspaceOf } from '$lib/workspace/address';
import type { ClockList, DomainList } from '@mahalleh/problems/model';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { api } = workspaceOf(event.params.province);
  const [domains, counts, clocks] = await Promise.all([
    read<(typeof DomainList)['_output']>(event, `${api}/domains?all=true`),
    read<Counts>(event, `${api}/problem-counts`),
    read<(typeof ClockList)['_output']>(event, `${api}/clocks`),
  ]);
  return { domains: domains.rows, counts, clocks: clocks.rows };
};

const apiOf = ({ params }: CommandEvent): string => workspaceOf(params['province']).api;
const on =
  (verb: string) =>
  (event: CommandEvent, form: FormData): string =>
    `${apiOf(event)}/domains/${encodeURIComponent(String(form.get('_key') ?? ''))}/${verb}`;
const clock = (level: string) =>
  command({
    to: (event) => `${apiOf(event)}/clocks/${level}/set`,
    says: () => m.domains_clock_done(),
    undoes: true,
  });

export const actions: Actions = {
  register: command<{ key: string }>({
    to: (event) => `${apiOf(event)}/domains`,
    flags: ['isSensitive'],
    body: domainBody,
    then: ({ key }, { params }) => `${workspaceOf(params['province']).path}/domains?domain=${key}`,
    says: () => m.domains_register_done(),
    undoes: true,
  }),
  amend: command({
    to: on('amend'),
    flags: ['isSensitive', 'dropPlaces'],
    clearable: ['parentKey'],
    body: domainBody,
    says: () => m.records_saved(),
    undoes: true,
  }),
  retire: command({ to: on('retire'), says: () => m.domains_retire_done(), undoes: true }),
  clock_county: clock('county'),
  clock_province: clock('province'),
};
