import { command } from '$lib/action';
import { read } from '$lib/api';
import { appoint, swear } from '$lib/councils/appoint';
import { dissolve } from '$lib/councils/dissolve';
import type { Council } from '$lib/councils/model';
import { m } from '$lib/paraglide/messages';
import { workspaceOf } from '$lib/workspace/address';
import { mayDo } from '$lib/workspace/me';
import type { zPeoplePage } from '@mahalleh/people/model';
import type { Actions, PageServerLoad } from './$types';

type People = (typeof zPeoplePage)['_output'];
const NOBODY: Pick<People, 'rows' | 'total'> = { rows: [], total: 0 };

export const load: PageServerLoad = async (event) => {
  const { api } = workspaceOf(event.params.province);
  const [council, { me }] = await Promise.all([
    read<Council>(event, `${api}/councils/${event.params.councilId}`),
    event.parent(),
  ]);
  const who = event.url.searchParams.get('who') ?? '';
  const search = who === '' ? '' : `&q=${encodeURIComponent(who)}`;
  const isAsked = council.dissolvedOn === null && mayDo(me, 'seat.appoint') && mayDo(me, 'person.read');
  const people = isAsked ? await read<People>(event, `${api}/people?size=100${search}`) : NOBODY;
  return { council, people: { rows: people.rows, total: people.total }, who };
};

const at = (params: Readonly<Record<string, string | undefined>>): string =>
  `${workspaceOf(params['province']).api}/councils/${params['councilId'] ?? ''}`;
const page = (params: Readonly<Record<string, string | undefined>>): string =>
  `${workspaceOf(params['province']).path}/councils/${params['councilId'] ?? ''}`;

export const actions: Actions = {
  appoint,
  swear,
  dissolve,
  vacate: command({
    to: ({ params }, form) =>
      `${workspaceOf(params['province']).api}/appointments/${String(form.get('_appointmentId'))}/vacate`,
    then: (_data, { params }) => page(params),
    says: () => m.councils_vacate_done(),
  }),
  meeting: command({
    to: ({ params }) => `${at(params)}/first-meeting`,
    then: (_data, { params }) => page(params),
    says: () => m.councils_meeting_done(),
  }),
  committee: command({
    to: ({ params }) => `${at(params)}/committees`,
    then: (_data, { params }) => page(params),
    says: () => m.councils_committee_done(),
  }),
};
