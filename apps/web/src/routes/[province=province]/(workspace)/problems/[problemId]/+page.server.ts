import { command, refused, type CommandEvent } from '$lib/action';
import type { Origin } from '$lib/adoptions/model';
import { read, readIfAllowed } from '$lib/api';
import { evidenceActions } from '$lib/evidence/attach';
import type { Ground } from '$lib/maps/ground';
import { useCapacity } from '$lib/matching/use';
import type { ProblemMatches } from '$lib/matching/model';
import { m } from '$lib/paraglide/messages';
import { sameCode, voteBody, whysBody } from '$lib/problems/amendment';
import type { Problem } from '$lib/problems/model';
import { workspaceOf } from '$lib/workspace/address';
import type { OperationList } from '@mahalleh/operations/model';
import { verbsFor } from '@mahalleh/problems/rules';
import { fail } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { api } = workspaceOf(event.params.province);
  const id = event.params.problemId;
  const [problem, operations, ground, matches, origin] = await Promise.all([
    read<Problem>(event, `${api}/problems/${id}`),
    readIfAllowed<(typeof OperationList)['_output']>(event, `${api}/operations?problemId=${id}&size=50`),
    read<Ground>(event, `${api}/ground?problemId=${id}`),
    readIfAllowed<ProblemMatches>(event, `${api}/problems/${id}/matches?size=5`),
    readIfAllowed<Origin>(event, `${api}/record-origin?kind=problem&key=${id}`),
  ]);
  const verbs: readonly string[] = verbsFor(problem);
  return { matches, origin, problem, verbs, operations: operations?.rows ?? [], ground, nowMs: Date.now() };
};

const apiOf = ({ params }: CommandEvent): string => workspaceOf(params['province']).api;
const idOf = ({ params }: CommandEvent): string => params['problemId'] ?? '';
const to =
  (verb: string) =>
  (event: CommandEvent): string =>
    `${apiOf(event)}/problems/${idOf(event)}/${verb}`;
const otherOf = (form: FormData): string => encodeURIComponent(String(form.get('otherId') ?? ''));
const listOf = ({ params }: CommandEvent): string => `${workspaceOf(params['province']).path}/problems`;
const undoes = true;

export const actions: Actions = {
  triage: command({ to: to('triage'), body: whysBody, says: () => m.problems_triage_done(), undoes }),
  reprioritise: command({ to: to('reprioritise'), clearable: ['rank'], says: () => m.records_saved(), undoes }),
  merge: command({ to: to('merge'), says: () => m.problems_merge_done(), undoes }),
  relate: command({
    // "Caused by" is said of the other one.
    to: (event, form) =>
      form.get('kind') === 'caused_by' ? `${apiOf(event)}/problems/${otherOf(form)}/relate` : to('relate')(event),
    body: (body, _form, event) => (body['kind'] === 'caused_by' ? { otherId: idOf(event), kind: 'causes' } : body),
    says: () => m.problems_relate_done(),
    undoes,
  }),
  unrelate: command({ to: to('unrelate'), says: () => m.problems_unrelate_done(), undoes }),
  score: command({
    to: to('score'),
    body: (body) => ({ ...body, side: 'experts' }),
    says: () => m.problems_score_done(),
    undoes,
  }),
  vote: command({ to: to('score'), body: voteBody, says: () => m.problems_vote_done(), undoes }),
  escalate: command({ to: to('escalate'), says: () => m.problems_escalate_done(), undoes }),
  answer: command({ to: to('answer'), says: () => m.problems_answer_done(), undoes }),
  start: command({ to: to('start'), says: () => m.problems_start_done(), undoes }),
  solve: command({ to: to('solve'), says: () => m.problems_solve_done(), undoes }),
  confirm: command({ to: to('confirm'), says: () => m.problems_confirm_done(), undoes }),
  close: command({ to: to('close'), says: () => m.problems_close_done(), undoes }),
  reopen: command({ to: to('reopen'), says: () => m.problems_reopen_done(), undoes }),
  discard: command({
    to: to('discard'),
    then: (_data, event) => listOf(event),
    says: () => m.problems_discard_done(),
    undoes,
  }),
  redact: async (event) => {
    const form = await event.request.clone().formData();
    const typed = String(form.get('_typed') ?? '');
    if (sameCode(typed, String(form.get('_code') ?? '')))
      return command({ to: to('redact'), says: () => m.problems_redact_done() })(event);
    const title = m.problems_redact_not_typed();
    const errors = [{ field: '_typed', reason: 'not_typed', title }];
    return fail(422, refused(event, form, { status: 422, reason: 'not_typed', title, trace: '', errors }));
  },
  useCapacity,
  ...evidenceActions(({ params }) => ({ kind: 'problem', id: params['problemId'] ?? '' })),
};
