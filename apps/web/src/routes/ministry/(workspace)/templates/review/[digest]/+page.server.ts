import { command, type CommandEvent } from '$lib/action';
import { read } from '$lib/api';
import { m } from '$lib/paraglide/messages';
import type { Submission } from '$lib/templates/model';
import type { NationApi } from '@mahalleh/api/client';
import { workspaceOf } from '$lib/workspace/address';
import { mayDo } from '$lib/workspace/me';
import type { Actions, PageServerLoad } from './$types';

const { api } = workspaceOf(undefined);
type Changed = NationApi['POST /template-submissions/{digest}/comment']['output'];
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
  comment: command<Changed>({
    to: to('comment'),
    body: ({ about, body }) => {
      const [what, of] = String(about ?? '').split(':');
      return {
        body,
        ...(what === 'part' && { part: of }),
        ...(what === 'element' && { elementId: of }),
      };
    },
    says: ({ id = '' }, { url }) => ({
      text: m.templates_comment_done(),
      undo: { action: `${url.pathname}?/retract`, fields: { commentId: id } },
    }),
  }),
  retract: command<Changed>({
    to: to('retract'),
    body: ({ commentId }) => ({ commentId }),
    says: ({ id = '' }, { url }) => ({
      text: m.templates_comment_retracted_done(),
      undo: { action: `${url.pathname}?/restore`, fields: { commentId: id } },
    }),
  }),
  restore: command({
    to: to('restore'),
    body: ({ commentId }) => ({ commentId }),
    says: () => m.templates_comment_restored_done(),
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
