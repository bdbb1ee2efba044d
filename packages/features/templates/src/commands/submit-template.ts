import { postLetter, unwrapSealKey } from '@mahalleh/border';
import { sealKeys } from '@mahalleh/border/schema';
import { changeOf, defineCommand, maybe, one, type Blobs, type Change, type WriteDb } from '@mahalleh/gate';
import { isRefusal, refuse, type Refusal } from '@mahalleh/kernel';
import { desc, isNull, sql } from 'drizzle-orm';
import { SubmitTemplate } from '../draft-inputs.ts';
import { TemplateDraftChanged } from '../draft-outputs.ts';
import { canonicalText, checkDocument, digestOf, MOST, sealDigest, type Attachment } from '../document/index.ts';
import {
  byHandIn,
  composeDocument,
  filesOf,
  findingsIn,
  includedOf,
  mediaCredits,
  mediaIn,
  stateOf,
  whyNotSubmit,
} from '../drafting/index.ts';
import type { Submitted } from '../letters/letter-bodies.ts';
import { submittedLetter } from '../letters/template-letters.ts';
import { askNames, leaksIn, MUST_GO, namesAsked } from '../leaks/index.ts';
import {
  askFacts,
  askPhotos,
  askSignedFiles,
  askSignedMedia,
  firstSigned,
  resultsNow,
  type LivingPhoto,
} from '../project/index.ts';
import type { TemplateDocument } from '../document/template-document.ts';
import { askAuthor, askDraft, saveDraft, unitOfDraft, whyNotChange, type DraftRow } from './draft-change.ts';

const base64 = (bytes: Uint8Array): string => {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
};

const fileOf = async (photo: LivingPhoto | undefined, blobs: Blobs): Promise<Attachment | Refusal> => {
  const stored = photo ? await blobs.get(photo.blobKey) : null;
  if (!photo || !stored) return refuse('photo_not_attachable', { field: 'photos' });
  const bytes = new Uint8Array(await new Response(stored).arrayBuffer());
  if (bytes.length > MOST.attachmentBytes) return refuse('photo_too_large', { field: 'photos' });
  return { digest: await digestOf(bytes), mediaType: photo.contentType, bytes: bytes.length, data: base64(bytes) };
};

/** Every record that an element was made of, so that the next version and whoever adopts know it again. */
const rememberRows = (
  db: WriteDb<'province'>,
  { templateId, projectedJson }: DraftRow,
  { elements }: TemplateDocument,
): Change => {
  const there = new Set(elements.map(({ id }) => id));
  const rows = (JSON.parse(projectedJson) as { id: string; kind: string; rowKey: string | null }[])
    .filter(({ id, rowKey }) => rowKey !== null && there.has(id))
    .map(({ id, kind, rowKey }) => [id, kind, rowKey]);
  return {
    query: db.text(
      sql`insert or ignore into element_rows (template_id, element_id, kind, row_key) select ${templateId}, value ->> 0, value ->> 1, value ->> 2 from json_each(${JSON.stringify(rows)})`,
    ),
  };
};

/**
 * Submits a version to the ministry, sealed with the province's key: everything that was found in it has been decided by a person, and
 * nothing of it changes any more unless it is returned.
 */
export const submitTemplate = defineCommand({
  name: 'template.submit',
  permission: 'template.submit',
  input: SubmitTemplate,
  output: TemplateDraftChanged,
  load: (db, { templateDraftId }, { nowMs }) => {
    const unit = unitOfDraft(templateDraftId);
    return {
      draft: askDraft(db, templateDraftId),
      names: askNames(db, unit),
      photos: askPhotos(db, unit),
      signedMedia: askSignedMedia(db, templateDraftId),
      signedFiles: askSignedFiles(db, templateDraftId),
      facts: askFacts(db, unit, nowMs),
      author: askAuthor(db),
      previous: maybe(
        db.text<{ digest: string }>(
          sql`select t.digest from templates t join template_drafts d on d.template_id = t.template_id and t.version < d.version where d.id = ${templateDraftId} order by t.version desc limit 1`,
        ),
      ),
      key: one(
        db
          .select({ keyId: sealKeys.keyId, wrapped: sealKeys.wrappedPrivate, publicJwk: sealKeys.publicJwk })
          .from(sealKeys)
          .where(isNull(sealKeys.toMs))
          .orderBy(desc(sealKeys.fromMs))
          .limit(1),
        'seal_key_missing',
      ),
    };
  },
  compute: async (
    { draft, names, photos, signedMedia, signedFiles, facts, author, previous, key },
    { note = '' },
    computing,
  ) => {
    const { workspace, nowMs, blobs, secretFor } = computing;
    const why = whyNotChange(draft);
    if (why) return why;
    const state = stateOf(draft);
    const index = namesAsked(names);
    const included = includedOf(state.elements, state.leftOut, byHandIn(state));
    const refused = whyNotSubmit(state, included, findingsIn(state, included, index));
    if (refused) return refused;
    if (leaksIn(note, index).some(({ kind }) => MUST_GO.has(kind)))
      return refuse('personal_data_in_note', { field: 'note' });
    if (state.photos.length + mediaIn(included).length > MOST.attachments)
      return refuse('photos_too_many', { field: 'photos' });
    const files: Attachment[] = [];
    for (const { evidenceId } of state.photos) {
      const file = await fileOf(
        photos.find(({ id }) => id === evidenceId),
        blobs,
      );
      if (isRefusal(file)) return file;
      files.push(file);
    }
    const { templateId, version, setting, size, isSample } = draft;
    const results = resultsNow(facts, nowMs)
      .filter(({ key: figure }) => state.results.includes(figure))
      .map(({ key: _key, ...result }) => result);
    const province = workspace as TemplateDocument['province'];
    const credits = [...state.credits, ...mediaCredits(state, included, firstSigned(signedMedia), province)];
    const document = composeDocument(
      { ...state, credits },
      included,
      { templateId, version, previous: previous?.digest ?? null, province, setting, size, isSample },
      { results, files, signed: filesOf(included, signedFiles) },
    );
    const text = canonicalText(document);
    const checked = await checkDocument(text);
    if ('faults' in checked) return refuse('template_not_in_order', { faults: checked.faults });
    const digest = await digestOf(text);
    const opened = await unwrapSealKey(key.wrapped, await secretFor('seal-key'));
    const seal = await sealDigest(digest, { keyId: key.keyId, publicJwk: key.publicJwk, key: opened });
    const letter: Submitted = {
      ...{ templateId, version, digest, document: text, seal, note },
      ...{ ...author, submittedAtMs: nowMs },
    };
    return { letter, document };
  },
  decide: (_state, _input, _facts, computed) => computed,
  save: (db, { letter, document }, { draft }, { revision }, { nowMs }) => [
    saveDraft(db, { id: draft.id, revision }, { status: 'submitted', digest: letter.digest, note: letter.note }),
    rememberRows(db, draft, document),
    changeOf(postLetter(submittedLetter, letter, nowMs)),
  ],
  audit: (_decision, { draft }) => ({ subject: draft.id, unitId: draft.unitId, fields: ['submitted'] }),
  answer: (_decision, { draft }, { revision }) => ({ id: draft.id, revision: revision + 1 }),
});
