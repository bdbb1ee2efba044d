import { command } from '$lib/action';
import type { Origin } from '$lib/adoptions/model';
import { read, readIfAllowed } from '$lib/api';
import { appoint, swear } from '$lib/councils/appoint';
import { dissolve } from '$lib/councils/dissolve';
import type { Council } from '$lib/councils/model';
import { m } from '$lib/paraglide/messages';
import { workspaceOf } from '$lib/workspace/address';
import type { zPeoplePage } from '@mahalleh/people/model';
import type { Actions, PageServerLoad } from './$types';

type People = (typeof zPeoplePage)['_output'];

export const load: PageServerLoad = async (event) => {
  const { api } = workspaceOf(event.params.province);
  const who = event.url.searchParams.get('who') ?? '';
  const search = who === '' ? '' : `&q=${encodeURIComponent(who)}`;
  const [council, people, origin] = await Promise.all([
    read<Council>(event, `${api}/councils/${event.params.councilId}`),
    readIfAllowed<People>(event, `${api}/people?size=100${search}`),
    readIfAllowed<Origin>(event, `${api}/record-origin?kind=council&key=${event.params.councilId}`),
  ]);
  return { council, origin, people: people?.rows ?? [], who };
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
    undoes: true,
    to: ({ params }, form) =>
      `${workspaceOf(params['province']).api}/appointments/${String(form.get('_appointmentId'))}/vacate`,
    then: (_data, { params }) => page(params),
    says: () => m.councils_vacate_done(),
  }),
  meeting: command({
    undoes: true,
    to: ({ params }) => `${at(params)}/first-meeting`,
    then: (_data, { params }) => page(params),
    says: () => m.councils_meeting_done(),
  }),
  committee: command({
    undoes: true,
    to: ({ params }) => `${at(params)}/committees`,
    then: (_data, { params }) => page(params),
    says: () => m.councils_committee_done(),
  }),
};
