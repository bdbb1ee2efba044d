import type { HeldGrant } from '@mahalleh/gate';
import type { TemplateDocument } from '@mahalleh/templates/document';
import { freshDomainKey } from '../landing/domain-rows.ts';
import { mayAdoptBy } from '../landing/may.ts';
import type { LocalState } from '../local/index.ts';
import type { Forbids } from '../merge/index.ts';
import type { LimitAnswers } from './ask-limits.ts';
import { changedElements, type ChangedElement, type Here } from './changed-elements.ts';
import type { Decided } from './draw-up.ts';
import { dutiesAfter, type DutiesAfter } from './duties-after.ts';
import { forbiddenPlaces } from './forbidden-places.ts';
import { meaningsAfter, type MeaningsAfter } from './meanings-after.ts';
import { promisesAfter, type Aimed } from './promises.ts';

type Would = Parameters<Forbids>[0];

/** What the changes come to that are more than other words: duties, meanings of indicators, promises. */
export type RuledChanges = Pick<DutiesAfter, 'replaced'> &
  Pick<MeaningsAfter, 'meanings'> & {
    readonly aimed: readonly Aimed[];
    readonly changes: readonly ChangedElement[];
    /** The duties that stand and the indicators that are known once they are made. */
    readonly duties: DutiesAfter['standing'];
    readonly indicators: MeaningsAfter['known'];
  };

/** Holds changes against the rules that the records' own commands keep, among everything that would change at once. */
export type Limits = {
  readonly forbids: Forbids;
  readonly ruled: (would: Would) => RuledChanges;
};

/** What an element is here, as far as it was said: in this upgrade, or before. */
const hereIn = (state: LocalState, document: TemplateDocument, { mapping }: Decided): Here => {
  const theirs = new Map(document.elements.map((element) => [element.id, element]));
  const known = new Set(state.locals.map(({ held }) => held.id));
  return (id) => {
    const target = mapping[id];
    const element = theirs.get(id);
    if (target === 'new' && element) return freshDomainKey(element);
    if (target !== undefined) return target;
    return known.has(id) ? (state.names.localFor(id) ?? null) : undefined;
  };
};

/** The rules that hold here, for whoever has these grants. */
export const limitsOf = (
  state: LocalState,
  document: TemplateDocument,
  { above, domains, duties, indicators, standings, aims }: LimitAnswers,
  decided: Decided,
  held: readonly Pick<HeldGrant, 'role' | 'unitId'>[],
): Limits => {
  const here = hereIn(state, document, decided);
  const mayAmend = mayAdoptBy(held, above)('indicatorAmend');
  const elements = new Map(document.elements.map((element) => [element.id, element]));
  const rowOf = new Map(state.locals.map((local) => [local.held.id, local.record?.rowKey ?? '']));
  const settle = ({ follows, comes, goes }: Would) => {
    const changes = changedElements(state, follows);
    const ended = new Set(goes.map((id) => rowOf.get(id) ?? ''));
    const meant = meaningsAfter(changes, indicators, comes, mayAmend);
    const renewed = new Set(meant.meanings.flatMap(({ indicatorId, isNew }) => (isNew ? [indicatorId] : [])));
    return {
      changes,
      duty: dutiesAfter(changes, duties, ended, here, domains),
      meant,
      promised: promisesAfter(changes, aims, state.startsOn, (id) => renewed.has(id)),
    };
  };
  return {
    forbids: (would) => {
      const { changes, duty, meant, promised } = settle(would);
      return new Map([
        ...forbiddenPlaces(changes, { domains, standings, here, elements }),
        ...[...duty.forbidden, ...meant.forbidden, ...promised.forbidden],
      ]);
    },
    ruled: (would) => {
      const { changes, duty, meant, promised } = settle(would);
      return {
        changes,
        ...{ replaced: duty.replaced, duties: duty.standing },
        ...{ meanings: meant.meanings, indicators: meant.known, aimed: promised.aimed },
      };
    },
  };
};
