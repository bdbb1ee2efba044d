import { command, refused, type CommandEvent } from '$lib/action';
import { read } from '$lib/api';
import { readDomains } from '$lib/choice/read';
import { evidenceActions } from '$lib/evidence/attach';
import { m } from '$lib/paraglide/messages';
import type { Problem, Problems } from '$lib/problems/model';
import { problemBody, sameCode } from '$lib/problems/amendment';
import { workspaceOf } from '$lib/workspace/address';
import { mayDo } from '$lib/workspace/me';
import type { OperationList } from '@mahalleh/operations/model';
import { fail } from '@sveltejs/kit';
import { verbsFor } from '@mahalleh/problems/rules';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { api } = workspaceOf(event.params.province);
  const { me } = await event.parent();
  const id = event.params.problemId;
  const problem = await read<Problem>(event, `${api}/problems/${id}`);
  const verbs = verbsFor(problem).filter(
    (verb) => mayDo(me, `problem.${verb}`) && !(verb === 'redact' && problem.isRedacted),
  );
  const [operations, domains, neighbours] = await Promise.all([
    read<(typeof OperationList)['_output']>(event, `${api}/operations?problemId=${id}&size=50`),
    verbs.includes('amend') ? readDomains(event) : [],
    verbs.includes('merge')
      ? read<Problems>(event, `${api}/problems?unitId=${problem.unitId}&status=open&size=100`)
      : undefined,
  ]);
  const others = (neighbours?.rows ?? [])
    .filter((row) => row.id !== id && row.isSensitive === problem.isSensitive && row.unitId === problem.unitId)
    .map((row) => ({ value: row.id, label: `${row.title} (${row.code})` }));
  return { problem, verbs, operations: operations.rows, domains, others };
};

const to =
  (verb: string) =>
  ({ params }: CommandEvent): string =>
    `${workspaceOf(params['province']).api}/problems/${params['problemId'] ?? ''}/${verb}`;

export const actions: Actions = {
  amend: command({
    to: to('amend'),
    clearable: ['description', 'peopleAffected', 'placeNote', 'latitude', 'longitude', 'rootCause'],
    flags: ['dropPlace', 'dropPhotos'],
    body: problemBody,
    says: () => m.records_saved(),
  }),
  triage: command({ to: to('triage'), says: () => m.problems_triage_done() }),
  reprioritise: command({ to: to('reprioritise'), clearable: ['rank'], says: () => m.records_saved() }),
  merge: command({
    to: to('merge'),
    says: () => m.problems_merge_done(),
  }),
  start: command({ to: to('start'), says: () => m.problems_start_done() }),
  solve: command({ to: to('solve'), says: () => m.problems_solve_done() }),
  close: command({ to: to('close'), says: () => m.problems_close_done() }),
  reopen: command({ to: to('reopen'), says: () => m.problems_reopen_done() }),
  redact: async (event) => {
    const form = await event.request.clone().formData();
    const typed = String(form.get('_typed') ?? '');
    if (sameCode(typed, String(form.get('_code') ?? '')))
      return command({ to: to('redact'), says: () => m.problems_redact_done() })(event);
    const title = m.problems_redact_not_typed();
    const errors = [{ field: '_typed', reason: 'not_typed', title }];
    return fail(422, refused(event, form, { status: 422, reason: 'not_typed', title, trace: '', errors }));
  },
  ...evidenceActions(({ params }) => ({ kind: 'problem', id: params['problemId'] ?? '' })),
};
