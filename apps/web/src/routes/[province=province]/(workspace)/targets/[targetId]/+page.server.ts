import { command, type CommandEvent } from '$lib/action';
import type { Origin } from '$lib/adoptions/model';
import { read, readIfAllowed } from '$lib/api';
import { readDomains } from '$lib/choice/read';
import { m } from '$lib/paraglide/messages';
import { measureChoices } from '$lib/targets/measures';
import { milestonesOf } from '$lib/targets/metric';
import type { Target } from '$lib/targets/model';
import { problemsOfRows, typedRows } from '$lib/targets/rows';
import { workspaceOf } from '$lib/workspace/address';
import { mayDo } from '$lib/workspace/me';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { api } = workspaceOf(event.params.province);
  const [target, domains, origin, { me }] = await Promise.all([
    read<Target>(event, `${api}/targets/${event.params.targetId}`),
    readDomains(event),
    readIfAllowed<Origin>(event, `${api}/record-origin?kind=target&key=${event.params.targetId}`),
    event.parent(),
  ]);
  const key = `${target.metricKey ?? ''}|${target.metricDims ?? ''}`;
  const measure = measureChoices(domains, [], event.locals.locale).find(({ value }) => value === key)?.label;
  const isStanding = target.droppedAtMs === null;
  const isMeasured = target.metricKey !== null || target.indicatorId !== null;
  const verbs = ['amend', 'report', 'drop'].filter(
    (verb) => isStanding && mayDo(me, `target.${verb}`) && !(verb === 'report' && isMeasured),
  );
  return { target, origin, verbs, measure, mayCascade: target.maySplit && mayDo(me, 'target.cascade') };
};

const to =
  (verb: string) =>
  ({ params }: CommandEvent): string =>
    `${workspaceOf(params['province']).api}/targets/${params['targetId'] ?? ''}/${verb}`;

export const actions: Actions = {
  amend: async (event) => {
    const form = await event.request.clone().formData();
    const answer = await command({
      to: to('amend'),
      body: ({ milestones: _milestones, ...body }, typed) => ({ ...body, milestones: milestonesOf(typed) }),
      says: () => m.records_saved(),
      undoes: true,
    })(event);
    if ('data' in answer)
      Object.assign(answer.data, {
        errors: problemsOfRows(answer.data.errors, 'milestones', typedRows(form, 'milestones')),
      });
    return answer;
  },
  report: command({ to: to('report'), says: () => m.targets_report_done(), undoes: true }),
  drop: command({ to: to('drop'), says: () => m.targets_drop_done(), undoes: true }),
};
