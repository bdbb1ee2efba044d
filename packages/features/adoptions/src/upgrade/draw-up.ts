import type { HeldGrant } from '@mahalleh/gate';
import type { TemplateDocument, TemplateElement } from '@mahalleh/templates/document';
import { kindNamed } from '@mahalleh/templates/kinds';
import type { Choice } from '../statuses.ts';
import { localState, type LocalAnswers, type LocalState } from '../local/index.ts';
import { threeWay, type Conflict, type Merged, type Offer } from '../merge/index.ts';
import type { LimitAnswers } from './ask-limits.ts';
import type { UpgradeRow, VersionRow } from './ask-upgrade.ts';
import { limitsOf, type RuledChanges } from './limits.ts';

/** The document of a stored version; nothing is stored that was not checked when it came. */
export const documentOf = ({ documentJson }: VersionRow): TemplateDocument =>
  JSON.parse(documentJson) as TemplateDocument;

/** What was decided in an upgrade: about conflicts and offers, what new elements are mapped to (null: to nothing), and which records that were there are taken for them. */
export type Decided = {
  readonly decisions: Readonly<Record<string, Choice>>;
  readonly mapping: Readonly<Record<string, string | null>>;
  readonly joins: Readonly<Record<string, string>>;
};

/** How a record that is taken for a new element is told from what an element is mapped to. */
export const JOIN = 'join:';

/** Reads what was decided so far. */
export const decidedIn = ({
  decisionsJson,
  mappingJson,
}: Pick<UpgradeRow, 'decisionsJson' | 'mappingJson'>): Decided => {
  const said = Object.entries(JSON.parse(mappingJson) as Record<string, string | null>);
  return {
    decisions: JSON.parse(decisionsJson) as Record<string, Choice>,
    mapping: Object.fromEntries(said.filter(([, target]) => target?.startsWith(JOIN) !== true)),
    joins: Object.fromEntries(
      said.flatMap(([id, target]) => (target?.startsWith(JOIN) ? [[id, target.slice(JOIN.length)]] : [])),
    ),
  };
};

/** What was decided, as it is kept. */
export const keptAs = ({ decisions, mapping, joins }: Decided) => ({
  decisionsJson: JSON.stringify(decisions),
  mappingJson: JSON.stringify({
    ...mapping,
    ...Object.fromEntries(Object.entries(joins).map(([id, key]) => [id, `${JOIN}${key}`])),
  }),
});

/** Nothing is decided yet. */
export const NOTHING_DECIDED: Decided = { decisions: {}, mapping: {}, joins: {} };

/** An upgrade as it would be now: what is here brought together with the new version, and what is to be said yet. */
export type DrawnUp = {
  readonly state: LocalState;
  readonly document: TemplateDocument;
  readonly merged: Merged;
  /** New elements that are a choice of what there is. */
  readonly toMap: readonly TemplateElement[];
  /** What of it is more than other words, as the rules of the records have it. */
  readonly ruled: RuledChanges;
};

/** What is asked to draw an upgrade up. */
export type DrawAnswers = LocalAnswers & LimitAnswers;

/** Draws an upgrade up from what is here now: whoever changed something meanwhile is seen. `held`: who draws it up may do so much. */
export const drawUp = (
  answers: DrawAnswers,
  document: TemplateDocument,
  decided: Decided,
  held: readonly Pick<HeldGrant, 'role' | 'unitId'>[],
): DrawnUp => {
  const state = localState(answers);
  const mine = state.locals.map((local) => local.held);
  const { forbids, ruled } = limitsOf(state, document, answers, decided, held);
  const { decisions } = decided;
  const merged = threeWay({ base: state.base, mine, theirs: document.elements, decisions, forbids });
  const toMap = merged.comes.filter(({ kind }) => kindNamed(kind)?.lands === 'mapped');
  return { state, document, merged, toMap, ruled: ruled({ ...merged, goes: merged.goes.map(({ id }) => id) }) };
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
  const isSame = (id: string): boolean => elements.get(id) !== undefined && elements.get(id) === was.get(id);
  return {
    decisions: same(decided.decisions, (key) => {
      const meant = open.get(now)?.get(key);
      return meant !== undefined && meant === open.get(before)?.get(key);
    }),
    mapping: same(decided.mapping, isSame),
    joins: same(decided.joins, isSame),
  };
};
