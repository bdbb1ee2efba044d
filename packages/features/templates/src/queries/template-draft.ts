import { defineQuery, many, one } from '@mahalleh/gate';
import { sql } from 'drizzle-orm';
import type * as z from 'zod';
import { askDraft, unitOfDraft } from '../commands/draft-change.ts';
import { DraftById } from '../draft-inputs.ts';
import { TemplateDraftRead, type DraftComment, type DraftElement } from '../draft-outputs.ts';
import { elementsById, MOST, nameOf, type TemplateElement } from '../document/index.ts';
import { byHandIn, findingsIn, includedOf, missingIn, stateOf, type DraftState } from '../drafting/index.ts';
import { kindNamed } from '../kinds/index.ts';
import { askNames, namesAsked } from '../leaks/index.ts';
import { askFacts, askPhotos, askSignedMedia, firstSigned, resultsNow, type LivingPhoto } from '../project/index.ts';

/** By the element's own domain, or by that of the operation or problem that it belongs to. */
const isSensitive = ({ fields }: TemplateElement, byId: ReadonlyMap<string, TemplateElement>, depth = 0): boolean =>
  fields['isSensitive'] === true ||
  ['domainRef', 'problemRef', 'operationRef'].some((name) => {
    const to = fields[name];
    const other = typeof to === 'string' ? byId.get(to) : undefined;
    return other !== undefined && depth < 3 && isSensitive(other, byId, depth + 1);
  });

const elementsRead = (state: DraftState, included: readonly TemplateElement[]): DraftElement[] => {
  const byId = elementsById(state.elements);
  const made = new Map(state.projected.map((element) => [element.id, element.fields]));
  const [there, leftOut] = [new Set(included.map(({ id }) => id)), new Set(state.leftOut)];
  return state.elements.map((element) => {
    const { id, kind, fields } = element;
    const before = made.get(id);
    return {
      ...{ id, kind, fields: { ...fields } },
      part: kindNamed(kind)?.part ?? 'other',
      name: nameOf(element, byId),
      isLeftOut: leftOut.has(id),
      isIncluded: there.has(id),
      isByHand: before === undefined,
      isSensitive: isSensitive(element, byId),
      edited: before
        ? Object.keys(fields).filter((name) => JSON.stringify(fields[name]) !== JSON.stringify(before[name]))
        : [],
      removed: state.removed
        .filter(({ elementId }) => elementId === id)
        .map(({ field, what, n }) => ({ field, what, n })),
    };
  });
};

const photosRead = (state: DraftState, photos: readonly LivingPhoto[]) => {
  const ofRow = new Map(state.projected.map(({ id, rowKey }) => [rowKey, id]));
  const attached = new Map(state.photos.map((photo) => [photo.evidenceId, photo]));
  return photos.map(({ id, title, rowKey, bytes, phase }) => ({
    ...{ evidenceId: id, subject: title, phase, bytes },
    elementId: attached.get(id)?.forRef ?? ofRow.get(rowKey) ?? null,
    isTooLarge: bytes === 0 || bytes > MOST.attachmentBytes,
    isAttached: attached.has(id),
    title: attached.get(id)?.title ?? null,
  }));
};

/** A draft with what was removed, what was found and must be decided, what can be attached, and what reviewers wrote to it. */
export const readTemplateDraft = defineQuery({
  name: 'template_draft',
  permission: 'template.draft',
  input: DraftById,
  output: TemplateDraftRead,
  ask: (db, { templateDraftId }, { nowMs }) => {
    const unit = unitOfDraft(templateDraftId);
    return {
      draft: askDraft(db, templateDraftId),
      unit: one(
        db.text<{ unitNameFa: string; unitNameEn: string | null }>(
          sql`select name_fa as "unitNameFa", name_en as "unitNameEn" from units where id = ${unit}`,
        ),
        'template_draft_unknown',
      ),
      names: askNames(db, unit),
      photos: askPhotos(db, unit),
      media: askSignedMedia(db, templateDraftId),
      facts: askFacts(db, unit, nowMs),
      comments: many(
        db.text<z.infer<typeof DraftComment>>(
          sql`select c.id, c.part, c.element_id as "elementId", c.body, c.author, c.office, c.at_ms as "atMs" from template_comments c where c.digest = (select digest from template_drafts where id = ${templateDraftId}) order by c.at_ms, c.id`,
        ),
      ),
    };
  },
  shape: ({ draft, unit, names, photos, media, facts, comments }, _input, { nowMs }) => {
    const state = stateOf(draft);
    const included = includedOf(state.elements, state.leftOut, byHandIn(state));
    const findings = findingsIn(state, included, namesAsked(names));
    const { id, templateId, version, unitId, status, setting, size, digest, note, revision, amendedAtMs } = draft;
    const { title, summary, changes, tags } = state;
    return {
      ...{ id, templateId, version, unitId, status, setting, size, digest, note, revision, amendedAtMs },
      ...{ title, summary, changes, tags: [...tags], ...unit, comments },
      isEditable: status === 'drafting' || status === 'returned',
      elements: elementsRead(state, included),
      findings: findings.map(({ from: _from, to: _to, ...finding }) => finding),
      missing: missingIn(state, included, findings),
      results: resultsNow(facts, nowMs).map((result) => ({ ...result, isChosen: state.results.includes(result.key) })),
      photos: photosRead(state, photos),
      media: firstSigned(media),
    };
  },
});
