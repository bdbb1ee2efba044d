import { command, type CommandEvent } from '$lib/action';
import { read } from '$lib/api';
import { m } from '$lib/paraglide/messages';
import { queryOf } from '$lib/query';
import type { Report } from '$lib/reports/model';
import { workspaceOf } from '$lib/workspace/address';
import { mayDo } from '$lib/workspace/me';
import { formatNumber } from '@mahalleh/kernel/digits';
import type { Actions, PageServerLoad } from './$types';

const VERBS = ['draft', 'annotate', 'sign', 'unsign', 'submit', 'supersede', 'comment'];

export const load: PageServerLoad = async (event) => {
  const { api } = workspaceOf(event.params.province);
  const [report, { me }] = await Promise.all([
    read<Report>(event, `${api}/reports/${event.params.period}${queryOf(event.url, 'version')}`),
    event.parent(),
  ]);
  return { report, verbs: VERBS.filter((verb) => mayDo(me, `report.${verb}`)) };
};

const to =
  (verb: string) =>
  ({ params }: CommandEvent): string =>
    `${workspaceOf(params['province']).api}/reports/${params['period'] ?? ''}/${verb}`;
const pageOf = ({ params }: CommandEvent): string =>
  `${workspaceOf(params['province']).path}/reports/${params['period'] ?? ''}`;

export const actions: Actions = {
  write: command({ to: to('write'), says: () => m.reports_written() }),
  annotate: command({ to: to('annotate'), says: () => m.reports_note_saved() }),
  sign: command({ to: to('sign'), says: () => m.reports_signed() }),
  unsign: command({ to: to('unsign'), says: () => m.reports_unsigned() }),
  submit: command({ to: to('submit'), says: () => m.reports_submitted() }),
  supersede: command<{ version: number }>({
    to: to('supersede'),
    lists: ['figures'],
    says: ({ version }, { locals }) => m.reports_superseded({ n: formatNumber(version, locals.locale) }),
    then: (_data, event) => pageOf(event),
  }),
  comment: command({ to: to('comment'), says: () => m.reports_commented() }),
};
