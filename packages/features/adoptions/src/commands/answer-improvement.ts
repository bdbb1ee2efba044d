import { postLetter } from '@mahalleh/border';
import { change, changeOf, defineCommand, guarded, maybe } from '@mahalleh/gate';
import { refuse, type Refusal } from '@mahalleh/kernel';
import { columnsOf, stateOf, type DraftState } from '@mahalleh/templates/drafting';
import type { Credit, ElementChange, TemplateDocument } from '@mahalleh/templates/document';
import { keepAnswer, proposalAnsweredLetter, type ProposalAnswered } from '@mahalleh/templates/letters';
import { templateDrafts } from '@mahalleh/templates/schema';
import { and, eq, sql } from 'drizzle-orm';
import {
  askDrafted,
  askLastSigned,
  askProposal,
  askWriter,
  templateOf,
  type ProposalRow,
} from '../improvement/ask-improvement.ts';
import { takenIn } from '../improvement/take-in.ts';
import { AnswerImprovement, ImprovementChanged } from '../upgrade-model.ts';

type DraftRow = typeof templateDrafts.$inferSelect;
type Signed = { readonly version: number; readonly documentJson: string };
type Decision = {
  readonly answered: ProposalAnswered;
  readonly amended?: { readonly id: string; readonly revision: number; readonly state: DraftState };
  readonly begun?: typeof templateDrafts.$inferInsert;
};

const MOST_CREDIT = 600;

/** What a next version goes on from: the draft that is being written, else what was said last. */
const stateBefore = (drafted: DraftRow | undefined, signed: Signed): DraftState => {
  const document = JSON.parse(signed.documentJson) as TemplateDocument;
  if (drafted && drafted.status !== 'signed') return stateOf(drafted);
  const before = drafted && drafted.version >= signed.version ? stateOf(drafted) : undefined;
  const { title, summary, tags } = document;
  return {
    ...{ title, summary, tags, changes: '', credits: [] },
    projected: before?.projected ?? [],
    elements: before?.elements ?? document.elements,
    leftOut: before?.leftOut ?? [],
    removed: before?.removed ?? [],
    decisions: before?.decisions ?? {},
    results: before?.results ?? [],
    photos: before?.photos ?? [],
  };
};

const creditOf = ({ fromProvince, note }: ProposalRow, taken: readonly ElementChange[]): Credit => ({
  // Only provinces propose.
  province: fromProvince as Credit['province'],
  note: note.slice(0, MOST_CREDIT),
  elementIds: [...new Set(taken.map(({ elementId }) => elementId))],
});

/** Answers a proposal: what is taken in goes into the next version that is being written, with the credit of whoever proposed it. */
export const answerImprovement = defineCommand({
  name: 'improvement.answer',
  permission: 'improvement.answer',
  input: AnswerImprovement,
  output: ImprovementChanged,
  load: (db, { improvementId }) => {
    const template = templateOf(improvementId);
    return {
      proposal: askProposal(db, improvementId),
      signed: askLastSigned(db, template),
      drafted: askDrafted(db, template),
      home: maybe(
        db.text<{ unitId: string }>(
          sql`select r.unit_id as "unitId" from element_rows e join operations r on r.id = e.row_key where e.template_id = ${template} and e.kind = 'operation' and not exists (select 1 from adopted_elements x where x.kind = 'operation' and x.row_key = e.row_key) group by 1 order by count(*) desc limit 1`,
        ),
      ),
      writer: askWriter(db),
    };
  },
  decide: (state, { taken = [], answer = '' }, { workspace, nowMs, newId, personId }): Decision | Refusal => {
    const { proposal, signed, drafted, home, writer } = state;
    if (proposal.toProvince !== workspace) return refuse('improvement_not_ours');
    if (proposal.outcome !== null) return refuse('improvement_answered');
    const changes = JSON.parse(proposal.changesJson) as ElementChange[];
    if (taken.some((key) => !changes.some((change) => change.key === key)))
      return refuse('improvement_change_unknown', { field: 'taken' });
    const accepted = changes.filter(({ key }) => taken.includes(key));
    const answered: ProposalAnswered = {
      ...{ id: proposal.id, taken: [...taken], answer, ...writer, atMs: nowMs },
      outcome: accepted.length === 0 ? 'declined' : accepted.length < changes.length ? 'partly' : 'accepted',
    };
    if (accepted.length === 0)
      return answer === '' ? refuse('improvement_answer_missing', { field: 'answer' }) : { answered };
    if (!signed) return refuse('template_unknown');
    if (drafted?.status === 'submitted') return refuse('improvement_draft_submitted');
    const before = stateBefore(drafted, signed);
    const next = takenIn(before, accepted);
    if ('unfit' in next) {
      const unfit = accepted.find(({ key }) => key === next.unfit);
      return refuse('improvement_does_not_fit', {
        field: `taken.${next.unfit}`,
        detail: { name: nameIn(unfit, before) },
      });
    }
    const draft = { ...before, ...next, credits: [...before.credits, creditOf(proposal, accepted)] };
    if (drafted && drafted.status !== 'signed')
      return { answered, amended: { id: drafted.id, revision: drafted.revision, state: draft } };
    const unitId = drafted?.unitId ?? home?.unitId;
    if (unitId === undefined) return refuse('improvement_without_home');
    const { setting, size, isSample } = JSON.parse(signed.documentJson) as TemplateDocument;
    return {
      answered,
      begun: {
        ...columnsOf(draft),
        ...{
          id: newId(),
          templateId: proposal.templateId,
          version: signed.version + 1,
          unitId,
          setting,
          size,
          isSample,
        },
        ...{ status: 'drafting', writtenBy: personId, writtenAtMs: nowMs, amendedAtMs: nowMs },
      },
    };
  },
  save: (db, { answered, amended, begun }, _state, _input, { workspace, nowMs }) => [
    ...keepAnswer(answered, workspace).map((statement) => guarded(changeOf(statement).query)),
    ...(amended
      ? [
          guarded(
            db
              .update(templateDrafts)
              .set({ ...columnsOf(amended.state), amendedAtMs: nowMs, revision: amended.revision + 1 })
              .where(and(eq(templateDrafts.id, amended.id), eq(templateDrafts.revision, amended.revision))),
          ),
        ]
      : []),
    ...(begun ? [change(db.insert(templateDrafts).values(begun))] : []),
    changeOf(postLetter(proposalAnsweredLetter, answered, nowMs)),
  ],
  audit: ({ answered }, { proposal, drafted, home }) => ({
    subject: proposal.id,
    unitId: drafted?.unitId ?? home?.unitId ?? null,
    fields: [answered.outcome],
  }),
  answer: ({ answered }) => ({ id: answered.id }),
  conflicts: { 'template_drafts.template_id': 'template_draft_open' },
});

const nameIn = (change: ElementChange | undefined, { elements }: DraftState): string => {
  const fields = elements.find(({ id }) => id === change?.elementId)?.fields;
  const added = change?.change === 'added' ? (JSON.parse(change.to ?? '{}') as Record<string, unknown>) : undefined;
  const of = fields ?? added ?? {};
  return String(of['title'] ?? of['titleFa'] ?? change?.kind ?? '');
};
