import { change, defineCommand, maybe } from '@mahalleh/gate';
import { refuse, type Refusal } from '@mahalleh/kernel';
import { sql } from 'drizzle-orm';
import { DraftTemplate } from '../draft-inputs.ts';
import { TemplateDraftChanged } from '../draft-outputs.ts';
import { carriedOver, columnsOf, stateOf, type DraftState } from '../drafting/index.ts';
import type { TemplateDocument, TemplateElement } from '../document/template-document.ts';
import { askLiving, generalise, livingOf } from '../project/index.ts';
import { templateDrafts } from '../schema.ts';
import { askLastDraft, type DraftRow } from './draft-change.ts';

type SignedRow = { version: number; documentJson: string; isEnded: number };

/** Under so many residents a neighbourhood is small, and under so many it is no large one. */
const [SMALL, MEDIUM] = [3000, 10_000];

/** What kind of neighbourhood it is. One whose residents nobody has counted is said to be in the middle. */
const whereItWorks = ({ kind, population }: { kind: string; population: number | null }) => ({
  setting: kind === 'village' ? ('rural' as const) : ('urban' as const),
  size: ((population ?? SMALL) < SMALL
    ? 'small'
    : (population ?? SMALL) < MEDIUM
      ? 'medium'
      : 'large') as DraftRow['size'],
});

const EMPTY: DraftState = {
  ...{ title: '', summary: '', changes: '', tags: [] },
  ...{ projected: [], elements: [], leftOut: [], removed: [], decisions: {}, results: [], photos: [], credits: [] },
};

/** A signed version whose draft is not here: what it says is kept, and what the neighbourhood has is laid under it. */
const fromSigned = ({ documentJson }: SignedRow): DraftState => {
  const { title, summary, tags, elements } = JSON.parse(documentJson) as TemplateDocument;
  return { ...EMPTY, title, summary, tags, elements: elements as TemplateElement[] };
};

type Before = { readonly state: DraftState; readonly version: number };

const beforeOf = (
  templateId: string | undefined,
  unitId: string,
  last: DraftRow | undefined,
  signed: SignedRow | undefined,
): Before | Refusal => {
  if (templateId === undefined) return { state: EMPTY, version: 0 };
  if (signed?.isEnded) return refuse('template_ended');
  if (last && last.unitId !== unitId) return refuse('template_of_other_unit', { field: 'unitId' });
  if (last && last.status !== 'signed') return refuse('template_draft_open');
  if (last && last.version >= (signed?.version ?? 0)) {
    const state = stateOf(last);
    return { state: { ...state, changes: '', credits: [], decisions: state.decisions }, version: last.version };
  }
  return signed
    ? { state: fromSigned(signed), version: signed.version }
    : refuse('template_not_own', { field: 'templateId' });
};

/** Begins a version of a template: a neighbourhood as it is, generalised. The next version goes on from what was said in the last. */
export const draftTemplate = defineCommand({
  name: 'template.draft',
  permission: 'template.draft',
  input: DraftTemplate,
  output: TemplateDraftChanged,
  load: (db, { unitId, templateId = '' }, { nowMs, workspace }) => ({
    ...askLiving(db, unitId, templateId, nowMs),
    last: askLastDraft(db, templateId),
    signed: maybe(
      db.text<SignedRow>(
        sql`select t.version, t.document_json as "documentJson", exists (select 1 from template_endings n where n.template_id = t.template_id and n.version = 0) as "isEnded" from templates t where t.template_id = ${templateId} and t.province = ${workspace} order by t.version desc limit 1`,
      ),
    ),
  }),
  decide: ({ last, signed, ...asked }, { unitId, templateId }, { nowMs, today, newId, personId }) => {
    const before = beforeOf(templateId, unitId, last, signed);
    if ('refused' in before) return before;
    const { state, version } = before;
    const living = livingOf(asked);
    const had = state.projected.flatMap(({ id, kind, rowKey }) =>
      rowKey === null ? [] : [{ elementId: id, kind, rowKey }],
    );
    const projection = generalise(living, had, { today, mint: newId });
    if (projection.elements.length === 0) return refuse('neighbourhood_empty', { field: 'unitId' });
    const draft: typeof templateDrafts.$inferInsert = {
      ...columnsOf({ ...state, ...carriedOver(state, projection) }),
      ...{ id: newId(), templateId: templateId ?? newId(), version: version + 1, unitId },
      ...whereItWorks(living.unit),
      ...{ status: 'drafting', isSample: asked.unit.isSample === 1 },
      ...{ writtenBy: personId, writtenAtMs: nowMs, amendedAtMs: nowMs },
    };
    return { draft };
  },
  save: (db, { draft }) => [change(db.insert(templateDrafts).values(draft))],
  audit: ({ draft }) => ({ subject: draft.id, unitId: draft.unitId, fields: ['draft'] }),
  answer: ({ draft }) => ({ id: draft.id, revision: 1 }),
  conflicts: { 'template_drafts.template_id': 'template_draft_open' },
});
