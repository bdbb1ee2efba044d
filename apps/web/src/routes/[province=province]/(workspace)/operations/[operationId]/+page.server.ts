import { command, type CommandEvent } from '$lib/action';
import type { Origin } from '$lib/adoptions/model';
import { read, readIfAllowed } from '$lib/api';
import { readAgencies, readPeople } from '$lib/choice/read';
import { withChosen } from '$lib/choice/with-chosen';
import { evidenceActions } from '$lib/evidence/attach';
import type { Operation } from '$lib/operations/model';
import { operationVerbs, taskVerbs } from '$lib/operations/verbs';
import { m } from '$lib/paraglide/messages';
import { workspaceOf } from '$lib/workspace/address';
import { mayDo } from '$lib/workspace/me';
import type { OperationEffect } from '@mahalleh/operations/effect';
import type { Overlaps } from '@mahalleh/operations/model';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { api } = workspaceOf(event.params.province);
  const at = `${api}/operations/${event.params.operationId}`;
  const [{ me }, operation, overlaps, effect, origin, people, agencies] = await Promise.all([
    event.parent(),
    read<Operation>(event, at),
    read<Overlaps>(event, `${at}/overlaps`),
    read<OperationEffect>(event, `${at}/effect`),
    readIfAllowed<Origin>(event, `${api}/record-origin?kind=operation&key=${event.params.operationId}`),
    readPeople(event),
    readAgencies(event),
  ]);
  const may = (verb: string): boolean => mayDo(me, verb);
  const verbs = operationVerbs(operation).filter(may);
  const task = operation.tasks.find(({ id }) => id === event.url.searchParams.get('task'));
  const onTask = task === undefined ? [] : taskVerbs(task, operation).filter(may);
  // What is used stays in the list even when it lies elsewhere: what is not ticked is no longer used.
  const named = new Map([...operation.capacities, ...operation.usable].map(({ id, name }) => [id, name]));
  const capacities = [...named].map(([value, label]) => ({ value, label }));
  const chosen = {
    people: withChosen(people, { value: task?.responsiblePersonId, label: task?.responsibleName }),
    agencies: withChosen(
      agencies,
      { value: operation.agencyId, label: operation.agencyName },
      { value: task?.agencyId, label: task?.agencyName },
    ),
  };
  return {
    takesPhotos: !operation.isSensitive,
    operation,
    overlaps,
    effect,
    origin,
    verbs,
    task,
    onTask,
    ...chosen,
    capacities,
  };
};

const apiOf = ({ params }: CommandEvent): string => workspaceOf(params['province']).api;
const on =
  (verb: string) =>
  (event: CommandEvent): string =>
    `${apiOf(event)}/operations/${event.params['operationId'] ?? ''}/${verb}`;
const onTask =
  (verb: string) =>
  (event: CommandEvent): string =>
    `${apiOf(event)}/tasks/${encodeURIComponent(event.url.searchParams.get('task') ?? '')}/${verb}`;
const given = (form: FormData): string => String(form.get('contributionId') ?? '');

export const actions: Actions = {
  approve: command({ to: on('approve'), lists: ['notedOverlaps'], says: () => m.overlaps_approved(), undoes: true }),
  start: command({ to: on('start'), says: () => m.operations_start_done() }),
  finish: command({ to: on('finish'), says: () => m.operations_finish_done() }),
  cancel: command({ to: on('cancel'), says: () => m.operations_cancel_done() }),
  amend: command({
    to: on('amend'),
    clearable: ['goal', 'measure', 'agencyId'],
    lists: ['capacityIds'],
    says: () => m.records_saved(),
  }),
  assign: command({ to: on('tasks'), clearable: ['agencyId'], says: () => m.operations_assign_done() }),
  contribute: command({ to: on('contributions'), says: () => m.operations_contribute_done() }),
  removeContribution: command({
    to: (event, form) => `${apiOf(event)}/contributions/${encodeURIComponent(given(form))}/remove`,
    body: () => ({}),
    says: () => m.operations_contribution_removed(),
  }),
  finishTask: command({ to: onTask('finish'), says: () => m.operations_task_finish_done() }),
  amendTask: command({ to: onTask('amend'), clearable: ['agencyId'], says: () => m.records_saved() }),
  postponeTask: command({ to: onTask('postpone'), says: () => m.operations_task_postpone_done() }),
  reopenTask: command({ to: onTask('reopen'), says: () => m.operations_task_reopen_done() }),
  cancelTask: command({ to: onTask('cancel'), says: () => m.operations_task_cancel_done() }),
  ...evidenceActions(({ params }, form) => {
    const taskId = form.get('taskId');
    return typeof taskId === 'string' && taskId !== ''
      ? { kind: 'task', id: taskId }
      : { kind: 'operation', id: params['operationId'] ?? '' };
  }),
};
