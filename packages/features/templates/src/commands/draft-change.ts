import { guarded, isMyUnit, maybe, one, type Change, type ReadDb, type Reversal, type WriteDb } from '@mahalleh/gate';
import { refuse, type Refusal } from '@mahalleh/kernel';
import { and, eq, sql } from 'drizzle-orm';
import { columnsOf, type DraftState } from '../drafting/index.ts';
import { templateDrafts } from '../schema.ts';

/** A draft as it is stored. */
export type DraftRow = typeof templateDrafts.$inferSelect;

/** A draft of a neighbourhood in the actor's scope. Fails: not_found `template_draft_unknown`. */
export const askDraft = (db: ReadDb<'province'>, id: string) =>
  one(
    db
      .select()
      .from(templateDrafts)
      .where(and(eq(templateDrafts.id, id), isMyUnit(templateDrafts.unitId))),
    'template_draft_unknown',
  );

/** SQL of the unit that a draft is taken from: empty for a draft that is not there. */
export const unitOfDraft = (id: string) => sql`(select unit_id from template_drafts where id = ${id})`;

/** What was submitted stands as it is; what was signed too. */
export const whyNotChange = ({ status }: Pick<DraftRow, 'status'>): Refusal | undefined => {
  if (status === 'submitted') return refuse('template_submitted');
  return status === 'signed' ? refuse('template_signed') : undefined;
};

/** Writes a draft as it is to be, if nobody else was faster. */
export const saveDraft = (
  db: WriteDb<'province'>,
  { id, revision }: { readonly id: string; readonly revision: number },
  set: Partial<DraftRow>,
): Change =>
  guarded(
    db
      .update(templateDrafts)
      .set({ ...set, revision: revision + 1 })
      .where(and(eq(templateDrafts.id, id), eq(templateDrafts.revision, revision))),
  );

/** The columns of a state that was amended now. */
export const amendedColumns = (state: DraftState, nowMs: number): Partial<DraftRow> => ({
  ...columnsOf(state),
  amendedAtMs: nowMs,
});

/**
 * How a draft gets back what a change took from it: what changed, and nothing else. Elements go with the records that they were made
 * of, so that whoever redacts one of those finds its words here too.
 */
export const draftReversal = (draft: DraftRow, state: DraftState, revision: number): Reversal => {
  const after = columnsOf(state);
  const changed = Object.keys(after).filter(
    (name) => draft[name as keyof typeof after] !== after[name as keyof typeof after],
  );
  const names = changed.includes('elementsJson') ? new Set([...changed, 'projectedJson']) : changed;
  const set = Object.fromEntries([...names, 'amendedAtMs'].map((name) => [name, draft[name as keyof DraftRow]]));
  return { steps: [{ table: templateDrafts, id: draft.id, revision: revision + 1, set }] };
};

/** Who is writing, and in which office. */
export const askAuthor = (db: Pick<ReadDb<'province'>, 'text'>) =>
  one(
    db.text<{ author: string; office: string }>(
      sql`select full_name as author, coalesce(job_title, '') as office from people where id = (select person_id from me)`,
    ),
  );

/** The last version of a template that was drafted here, if any was. */
export const askLastDraft = (db: ReadDb<'province'>, templateId: string) =>
  maybe(
    db
      .select()
      .from(templateDrafts)
      .where(
        and(
          eq(templateDrafts.templateId, templateId),
          sql`${templateDrafts.version} = (select max(version) from template_drafts where template_id = ${templateId})`,
        ),
      ),
  );
