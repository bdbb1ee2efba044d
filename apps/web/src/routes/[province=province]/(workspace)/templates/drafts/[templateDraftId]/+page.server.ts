import { command, type CommandEvent } from '$lib/action';
import { read } from '$lib/api';
import { m } from '$lib/paraglide/messages';
import { rewordsIn } from '$lib/publishing/element-texts';
import type { TemplateDraft } from '$lib/publishing/model';
import { workspaceOf } from '$lib/workspace/address';
import type { Actions, PageServerLoad } from './$types';

const draftPath = (params: CommandEvent['params']): string =>
  `${workspaceOf(params['province']).api}/template-drafts/${params['templateDraftId'] ?? ''}`;
const draftsPage = (params: CommandEvent['params']): string =>
  `${workspaceOf(params['province']).path}/templates/drafts`;

export const load: PageServerLoad = async (event) => ({
  draft: await read<TemplateDraft>(event, draftPath(event.params)),
  view: event.url.searchParams.get('view') ?? 'words',
  edit: event.url.searchParams.get('edit') ?? '',
});

const listed = (text: FormDataEntryValue | null): string[] =>
  typeof text === 'string' ? text.split(' ').filter(Boolean) : [];
const ids = (form: FormData, name: string): string[] => form.getAll(name).filter((id) => typeof id === 'string');

type Body = Record<string, unknown>;
const amend = (body: (read: Body, form: FormData) => unknown, says = m.publishing_saved) =>
  command({ to: ({ params }) => `${draftPath(params)}/amend`, body, says: () => says(), undoes: true });

export const actions: Actions = {
  words: amend(({ tags, ...body }) => ({
    ...{ summary: '', changes: '', ...body },
    tags: String(tags ?? '')
      .split(/[،,]/)
      .map((tag) => tag.trim())
      .filter(Boolean),
  })),
  choose: amend(({ revision, takeInParts, leaveOutParts }, form) => {
    const [was, taken] = [listed(form.get('_was')), ids(form, '_taken')];
    if (takeInParts) return { revision, takeInParts: [takeInParts] };
    if (leaveOutParts) return { revision, leaveOutParts: [leaveOutParts] };
    return {
      revision,
      takeIn: taken.filter((id) => !was.includes(id)),
      leaveOut: was.filter((id) => !taken.includes(id)),
    };
  }),
  decide: amend(
    ({ revision }, form) => ({
      revision,
      keep: listed(form.get('keep')),
      replace: listed(form.get('replace')),
      reconsider: listed(form.get('reconsider')),
    }),
    m.publishing_decided,
  ),
  reword: async (event) => {
    const draft = await read<TemplateDraft>(event, draftPath(event.params));
    return amend(({ revision, expectedChange, expectedMonths }, form) => {
      const elementId = String(form.get('_element') ?? '');
      const element = draft.elements.find(({ id }) => id === elementId);
      return {
        revision,
        reword: element ? rewordsIn(form, element) : [],
        ...(element?.kind === 'indicator' ? { promise: [{ elementId, expectedChange, expectedMonths }] } : {}),
      };
    })(event);
  },
  add: amend(({ revision, ...element }) => ({ revision, add: [element] }), m.publishing_added),
  remove: amend(({ revision, remove }) => ({ revision, remove: [remove] }), m.publishing_element_removed),
  results: amend(({ revision }, form) => ({ revision, results: ids(form, 'results') })),
  attach: amend(
    ({ revision, ...photo }, form) => ({
      revision,
      attach: [{ ...photo, isNobodyRecognisable: form.has('isNobodyRecognisable') }],
    }),
    m.publishing_photo_done,
  ),
  detach: amend(({ revision, evidenceId }) => ({ revision, detach: [evidenceId] })),
  refresh: command({
    to: ({ params }) => `${draftPath(params)}/refresh`,
    says: () => m.publishing_refreshed(),
    undoes: true,
  }),
  discard: command({
    to: ({ params }) => `${draftPath(params)}/discard`,
    then: (_data, { params }) => draftsPage(params),
    says: () => m.publishing_discarded(),
    undoes: true,
  }),
  submit: command({ to: ({ params }) => `${draftPath(params)}/submit`, says: () => m.publishing_submitted() }),
};
