import type { TemplateDocument, TemplateElement } from '@mahalleh/templates/document';
import { kindNamed } from '@mahalleh/templates/kinds';
import type { Choice } from '../statuses.ts';
import { localState, type LocalAnswers, type LocalState } from '../local/index.ts';
import { threeWay, type Conflict, type Merged, type Offer } from '../merge/index.ts';
import type { UpgradeRow, VersionRow } from './ask-upgrade.ts';

/** The document of a stored version; nothing is stored that was not checked when it came. */
export const documentOf = ({ documentJson }: VersionRow): TemplateDocument =>
  JSON.parse(documentJson) as TemplateDocument;

/** What was decided in an upgrade: about conflicts and offers, and what new elements are mapped to (null: to nothing). */
export type Decided = {
  readonly decisions: Readonly<Record<string, Choice>>;
  readonly mapping: Readonly<Record<string, string | null>>;
};

/** Reads what was decided so far. */
export const decidedIn = ({
  decisionsJson,
  mappingJson,
}: Pick<UpgradeRow, 'decisionsJson' | 'mappingJson'>): Decided => ({
  decisions: JSON.parse(decisionsJson) as Record<string, Choice>,
  mapping: JSON.parse(mappingJson) as Record<string, string | null>,
});

/** Nothing is decided yet. */
export const NOTHING_DECIDED: Decided = { decisions: {}, mapping: {} };

/** An upgrade as it would be now: what is here brought together with the new version, and what is to be said yet. */
export type DrawnUp = {
  readonly state: LocalState;
  readonly document: TemplateDocument;
  readonly merged: Merged;
  /** New elements that are a choice of what there is. */
  readonly toMap: readonly TemplateElement[];
};

/** Draws an upgrade up from what is here now: whoever changed something meanwhile is seen. */
export const drawUp = (local: LocalAnswers, document: TemplateDocument, { decisions }: Decided): DrawnUp => {
  const state = localState(local);
  const mine = state.locals.map(({ held }) => held);
  const merged = threeWay({ base: state.base, mine, theirs: document.elements, decisions });
  const toMap = merged.comes.filter(({ kind }) => kindNamed(kind)?.lands === 'mapped');
  return { state, document, merged, toMap };
};

const said = (of: Conflict | Offer): string =>
  'element' in of
    ? JSON.stringify(of.element)
    : JSON.stringify([of.base, of.mine, of.theirs].map((fields) => fields && Object.entries(fields).sort()));

/** Of what was decided before, what was about the very same: an equal conflict, an offer or a choice of an equal element. */
export const carriedOver = (before: DrawnUp, decided: Decided, now: DrawnUp): Decided => {
  const open = new Map(
    [before, now].map((drawn) => [
      drawn,
      new Map([...drawn.merged.conflicts, ...drawn.merged.offers].map((of) => [of.key, said(of)])),
    ]),
  );
  const elements = new Map(now.document.elements.map((element) => [element.id, JSON.stringify(element)]));
  const was = new Map(before.document.elements.map((element) => [element.id, JSON.stringify(element)]));
  const same = <T>(record: Readonly<Record<string, T>>, isSame: (key: string) => boolean): Record<string, T> =>
    Object.fromEntries(Object.entries(record).filter(([key]) => isSame(key)));
  return {
    decisions: same(decided.decisions, (key) => {
      const meant = open.get(now)?.get(key);
      return meant !== undefined && meant === open.get(before)?.get(key);
    }),
    mapping: same(decided.mapping, (id) => elements.get(id) !== undefined && elements.get(id) === was.get(id)),
  };
};
