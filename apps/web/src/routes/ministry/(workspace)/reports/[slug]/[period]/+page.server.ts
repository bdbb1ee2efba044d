import { command, type CommandEvent } from '$lib/action';
import { read } from '$lib/api';
import { m } from '$lib/paraglide/messages';
import { queryOf } from '$lib/query';
import type { SubmittedReport } from '$lib/reports/model';
import { workspaceOf } from '$lib/workspace/address';
import { mayDo } from '$lib/workspace/me';
import type { Actions, PageServerLoad } from './$types';

const { api } = workspaceOf(undefined);
const VERBS = ['accept', 'return', 'answer'];

export const load: PageServerLoad = async (event) => {
  const { slug, period } = event.params;
  const [report, { me }] = await Promise.all([
    read<SubmittedReport>(event, `${api}/reports/${slug}/${period}${queryOf(event.url, 'version')}`),
    event.parent(),
  ]);
  return { report, verbs: VERBS.filter((verb) => mayDo(me, `report.${verb}`)) };
};

const to =
  (verb: string) =>
  ({ params }: CommandEvent): string =>
    `${api}/reports/${params['slug'] ?? ''}/${params['period'] ?? ''}/${verb}`;

/** The figures that were ticked, each with its county and what was asked about it. */
const linesOf = (form: FormData): { figure: string; county?: string; body: string }[] =>
  form.getAll('return').map((figure) => {
    const county = String(form.get(`_county_${String(figure)}`) ?? '');
    const body = String(form.get(`_why_${String(figure)}`) ?? '');
    return { figure: String(figure), ...(county === '' ? {} : { county }), body };
  });

export const actions: Actions = {
  accept: command({ to: to('accept'), says: () => m.reports_accepted() }),
  return: command({
    to: to('return'),
    lists: ['return'],
    body: ({ return: _ticked, ...body }, form) => ({ ...body, lines: linesOf(form) }),
    says: () => m.reports_returned(),
  }),
  comment: command({ to: to('answer'), says: () => m.reports_commented() }),
};
