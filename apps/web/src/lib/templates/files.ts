import { refused, type CommandEvent, type FormAnswer } from '$lib/action';
import { api, read, type CallEvent } from '$lib/api';
import { leaveFlash } from '$lib/flash';
import { m } from '$lib/paraglide/messages';
import { queryOf } from '$lib/query';
import { workspaceOf } from '$lib/workspace/address';
import type { ProvinceApi } from '@mahalleh/api/client';
import { fail, redirect, type ActionFailure } from '@sveltejs/kit';

type Kept = ProvinceApi['GET /templates/{templateId}/file']['output'];
type Attachment = ProvinceApi['GET /templates/{templateId}/attachment']['output'];
type Changed = ProvinceApi['POST /templates/import']['output'];

const apiOf = (event: CallEvent): string =>
  `${workspaceOf(event.params?.['province']).api}/templates/${event.params?.['templateId'] ?? ''}`;

/** The file of a signed version, to be kept. */
export const templateFile = async (event: CallEvent): Promise<Response> => {
  const { filename, text } = await read<Kept>(event, `${apiOf(event)}/file${queryOf(event.url, 'version')}`);
  return new Response(text, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="${filename}"`,
      'cache-control': 'no-store',
    },
  });
};

/** Its digest says what it is, so that it never changes. A document is kept as a file: the page that holds it may run nothing, and no reader for it either. */
const answered = ({ mediaType, data }: Attachment, digest: string | null): Response => {
  const bytes = Uint8Array.from(atob(data), (char) => char.charCodeAt(0));
  const isDocument = mediaType === 'application/pdf';
  return new Response(bytes, {
    headers: {
      'content-type': mediaType,
      'content-disposition': isDocument ? `attachment; filename="${digest?.slice(0, 8) ?? 'document'}.pdf"` : 'inline',
      'cache-control': 'private, max-age=86400, immutable',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    },
  });
};

/** A photo or document of a signed version. */
export const templateAttachment = async (event: CallEvent): Promise<Response> =>
  answered(
    await read<Attachment>(event, `${apiOf(event)}/attachment${queryOf(event.url, 'version', 'digest')}`),
    event.url.searchParams.get('digest'),
  );

/** A photo or document of a version that was submitted and is being reviewed. */
export const submissionAttachment = async (event: CallEvent): Promise<Response> => {
  const digest = event.url.searchParams.get('digest') ?? '';
  const { api: base } = workspaceOf(undefined);
  const path = `${base}/template-submissions/${event.params?.['digest'] ?? ''}/attachment`;
  return answered(await read<Attachment>(event, `${path}?attachment=${encodeURIComponent(digest)}`), digest);
};

/** The form action that brings a template in from a file: as it is; the API looks at all of it. */
export const importAction = async (event: CommandEvent): Promise<FormAnswer | ActionFailure<FormAnswer>> => {
  const form = await event.request.formData();
  const chosen = form.get('file');
  const file = chosen instanceof File ? chosen : new File([], 'none');
  const { api: base, path } = workspaceOf(event.params['province']);
  const commandId = form.get('command_id');
  const answer = await api(event).call<Changed>('POST', `${base}/templates/import`, file, {
    contentType: 'application/json',
    ...(typeof commandId === 'string' && commandId !== '' ? { idempotencyKey: commandId } : {}),
  });
  if (!answer.ok) {
    const errors = answer.problem.errors.map((fault) =>
      fault.field === 'bytes'
        ? { ...fault, field: 'file', title: file.size === 0 ? m.templates_import_missing() : fault.title }
        : fault,
    );
    return fail(answer.problem.status, refused(event, form, { ...answer.problem, errors }));
  }
  leaveFlash(event.cookies, { text: m.templates_import_done() });
  redirect(303, `${path}/templates/${answer.data.templateId}?version=${answer.data.version}`);
};
