import { command, refused, type CommandEvent } from '$lib/action';
import { api, type Answer, type CallEvent } from '$lib/api';
import { leaveFlash } from '$lib/flash';
import { m } from '$lib/paraglide/messages';
import { queryOf } from '$lib/query';
import { workspaceOf } from '$lib/workspace/address';
import { fail, redirect } from '@sveltejs/kit';
import type { EvidenceRef } from '@mahalleh/evidence/model';

/** What evidence is attached to. */
export type Subject = { readonly kind: 'problem' | 'task' | 'operation'; readonly id: string };
type Ref = (typeof EvidenceRef)['_output'];
/** What can be said with a photo, by the names of the API. */
const WORDS = ['note', 'takenOn', 'takenTime', 'phase', 'latitude', 'longitude'] as const;
type Said = { readonly [K in (typeof WORDS)[number]]?: string } & { readonly commandId?: string };

/** Sends one photo as it is; the API looks at its content and cleans it. */
export const sendPhoto = (
  event: CallEvent & { params: CommandEvent['params'] },
  subject: Subject,
  photo: File,
  { commandId, ...said }: Said = {},
): Promise<Answer<Ref>> => {
  const query = new URLSearchParams({ subjectKind: subject.kind, subjectId: subject.id });
  for (const [name, value] of Object.entries(said)) if (value !== '') query.set(name, value);
  const path = `${workspaceOf(event.params['province']).api}/evidence?${query.toString()}`;
  return api(event).call<Ref>('POST', path, photo, {
    contentType: photo.type === '' ? 'application/octet-stream' : photo.type,
    ...(commandId === undefined ? {} : { idempotencyKey: commandId }),
  });
};

const text = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
};

/** The photo of a form, when one was chosen. */
export const photoOf = (form: FormData): File | undefined => {
  const photo = form.get('photo');
  return photo instanceof File && photo.size > 0 ? photo : undefined;
};

/** The field that holds the picture is called otherwise in a form than in the API. */
const asField = (field: string): string => (field === 'bytes' ? 'photo' : field);

/** The three form actions of evidence, for the record that the form or the address names. */
export const evidenceActions = (subjectOf: (event: CommandEvent, form: FormData) => Subject) => ({
  addNote: command({
    to: ({ params }) => `${workspaceOf(params['province']).api}/evidence/notes`,
    body: ({ note, takenOn, phase }, form, event) => {
      const { kind, id } = subjectOf(event, form);
      return {
        subjectKind: kind,
        subjectId: id,
        note,
        ...(takenOn === undefined ? {} : { takenOn }),
        ...(phase === undefined ? {} : { phase }),
      };
    },
    says: () => m.records_evidence_added(),
  }),
  addPhoto: async (event: CommandEvent) => {
    const form = await event.request.formData();
    const photo = photoOf(form) ?? new File([], 'photo');
    const commandId = text(form, 'command_id');
    const said = Object.fromEntries(WORDS.map((name) => [name, text(form, name)]));
    const answer = await sendPhoto(event, subjectOf(event, form), photo, {
      ...said,
      ...(commandId ? { commandId } : {}),
    });
    if (!answer.ok) {
      const errors = answer.problem.errors.map((fault) => ({ ...fault, field: asField(fault.field) }));
      return fail(answer.problem.status, refused(event, form, { ...answer.problem, errors }));
    }
    leaveFlash(event.cookies, { text: m.records_photo_added() });
    if (!event.request.headers.has('x-sveltekit-action')) redirect(303, event.url.pathname + queryOf(event.url));
    return { action: 'addPhoto', done: true, values: {}, errors: [] };
  },
  removeEvidence: command({
    to: ({ params }, form) =>
      `${workspaceOf(params['province']).api}/evidence/${encodeURIComponent(text(form, 'evidenceId'))}/remove`,
    body: () => ({}),
    says: () => m.records_evidence_removed(),
  }),
});
