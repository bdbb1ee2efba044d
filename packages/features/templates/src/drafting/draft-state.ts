import type { Credit, TemplateElement } from '../document/template-document.ts';
import type { ProjectedElement, Removed } from '../project/index.ts';
import type { templateDrafts } from '../schema.ts';

/** Somebody decided that what was found is no personal datum. */
export type Decision = { readonly how: 'kept'; readonly by: string; readonly atMs: number };

/** An evidence photo that goes with the template; `id` is that of its element. */
export type DraftPhoto = {
  readonly id: string;
  readonly evidenceId: string;
  readonly title: string;
  /** The element that it shows; null for the whole. */
  readonly forRef: string | null;
  /** Who confirmed that nobody is recognisable in it, and when. */
  readonly confirmedBy: string;
  readonly confirmedAtMs: number;
};

/** What of a draft is put together by hand. */
export type DraftState = {
  readonly title: string;
  readonly summary: string;
  readonly changes: string;
  readonly tags: readonly string[];
  /** As generalising made them. */
  readonly projected: readonly ProjectedElement[];
  /** As they are to be published, those that are left out too. */
  readonly elements: readonly TemplateElement[];
  readonly leftOut: readonly string[];
  readonly removed: readonly Removed[];
  readonly decisions: Readonly<Record<string, Decision>>;
  /** Keys of the results that are attached. */
  readonly results: readonly string[];
  readonly photos: readonly DraftPhoto[];
  readonly credits: readonly Credit[];
};

type Columns = Pick<
  typeof templateDrafts.$inferSelect,
  | 'title'
  | 'summary'
  | 'changes'
  | 'tagsJson'
  | 'projectedJson'
  | 'elementsJson'
  | 'leftOutJson'
  | 'removedJson'
  | 'decisionsJson'
  | 'resultsJson'
  | 'mediaJson'
  | 'creditsJson'
>;

/** A draft as it is stored, read. The casts are safe: only `columnsOf` writes these columns. */
export const stateOf = (row: Columns): DraftState => ({
  ...{ title: row.title, summary: row.summary, changes: row.changes },
  tags: JSON.parse(row.tagsJson) as string[],
  projected: JSON.parse(row.projectedJson) as ProjectedElement[],
  elements: JSON.parse(row.elementsJson) as TemplateElement[],
  leftOut: JSON.parse(row.leftOutJson) as string[],
  removed: JSON.parse(row.removedJson) as Removed[],
  decisions: JSON.parse(row.decisionsJson) as Record<string, Decision>,
  results: JSON.parse(row.resultsJson) as string[],
  photos: JSON.parse(row.mediaJson) as DraftPhoto[],
  credits: JSON.parse(row.creditsJson) as Credit[],
});

/** A draft as it is stored. */
export const columnsOf = (state: DraftState): Columns => ({
  ...{ title: state.title, summary: state.summary, changes: state.changes },
  tagsJson: JSON.stringify(state.tags),
  projectedJson: JSON.stringify(state.projected),
  elementsJson: JSON.stringify(state.elements),
  leftOutJson: JSON.stringify(state.leftOut),
  removedJson: JSON.stringify(state.removed),
  decisionsJson: JSON.stringify(state.decisions),
  resultsJson: JSON.stringify(state.results),
  mediaJson: JSON.stringify(state.photos),
  creditsJson: JSON.stringify(state.credits),
});
