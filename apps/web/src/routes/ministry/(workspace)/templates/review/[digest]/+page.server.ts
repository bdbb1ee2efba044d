import { command, type CommandEvent } from '$lib/action';
import { read } from '$lib/api';
import { m } from '$lib/paraglide/messages';
import type { Submission } from '$lib/templates/model';
import { workspaceOf } from '$lib/workspace/address';
import { mayDo } from '$lib/workspace/me';
import type { Actions, PageServerLoad } from './$types';

const { api } = workspaceOf(undefined);
const VERBS = ['comment', 'return', 'sign'];

export const load: PageServerLoad = async (event) => {
  const [submission, { me }] = await Promise.all([
    read<Submission>(event, `${api}/template-submissions/${event.params.digest}`),
    event.parent(),
  ]);
  return { submission, verbs: VERBS.filter((verb) => mayDo(me, `template.${verb}`)) };
};

const to =
  (verb: string) =>
  ({ params }: CommandEvent): string =>
    `${api}/template-submissions/${params['digest'] ?? ''}/${verb}`;

/** The parts that were ticked, each with its reason. */
const mandatesOf = (form: FormData): { part: string; reason: string }[] =>
  form.getAll('mandate').map((part) => ({
    part: String(part),
    reason: String(form.get(`_why_${String(part)}`) ?? ''),
  }));

export const actions: Actions = {
  comment: command({
    to: to('comment'),
    body: ({ about, body }) => {
      const [what, of] = String(about ?? '').split(':');
      return {
        body,
        ...(what === 'part' && { part: of }),
        ...(what === 'element' && { elementId: of }),
      };
    },
    says: () => m.templates_comment_done(),
  }),
  return: command({ to: to('return'), says: () => m.templates_returned_done() }),
  sign: command({
    to: to('sign'),
    lists: ['mandate'],
    flags: ['leaksSeen'],
    body: ({ mandate: _ticked, ...body }, form) => ({ ...body, mandates: mandatesOf(form) }),
    says: () => m.templates_signed_done(),
  }),
};
