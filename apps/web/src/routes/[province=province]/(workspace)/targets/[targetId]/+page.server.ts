import { command, type CommandEvent } from '$lib/action';
import { read } from '$lib/api';
import { readDomains } from '$lib/choice/read';
import { m } from '$lib/paraglide/messages';
import { measureChoices } from '$lib/targets/measures';
import type { Target } from '$lib/targets/model';
import { workspaceOf } from '$lib/workspace/address';
import { mayDo } from '$lib/workspace/me';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { api } = workspaceOf(event.params.province);
  const { me } = await event.parent();
  const [target, domains] = await Promise.all([
    read<Target>(event, `${api}/targets/${event.params.targetId}`),
    readDomains(event),
  ]);
  const key = `${target.metricKey ?? ''}|${target.metricDims ?? ''}`;
  const measure = measureChoices(domains, event.locals.locale).find(({ value }) => value === key)?.label;
  const isStanding = target.droppedAtMs === null;
  const verbs = ['amend', 'report', 'drop'].filter(
    (verb) => isStanding && mayDo(me, `target.${verb}`) && !(verb === 'report' && target.metricKey !== null),
  );
  return { target, verbs, measure };
};

const to =
  (verb: string) =>
  ({ params }: CommandEvent): string =>
    `${workspaceOf(params['province']).api}/targets/${params['targetId'] ?? ''}/${verb}`;

export const actions: Actions = {
  amend: command({ to: to('amend'), says: () => m.records_saved() }),
  report: command({ to: to('report'), says: () => m.targets_report_done() }),
  drop: command({ to: to('drop'), says: () => m.targets_drop_done() }),
};
