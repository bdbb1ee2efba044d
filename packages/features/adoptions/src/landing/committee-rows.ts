import type { FieldFault } from '@mahalleh/kernel';
import { faultOf, wordsOf, type LandingContext } from './landing-model.ts';
import { keyOf, type LandingRows, type MakeRows } from './landing-rows.ts';

/** The progress council that adopting establishes, under the charter in force. */
export const councilRows = ({ ground, choice, councilId, today }: LandingContext): LandingRows['councils'] =>
  choice.establishesCouncil && !ground.council && ground.charter && councilId !== undefined
    ? [
        {
          id: councilId,
          kind: 'neighbourhood_progress',
          unitId: ground.unit.id,
          charterId: ground.charter.id,
          establishedOn: today,
        },
      ]
    : [];

/** Committees of the council, each of a kind that the province has or takes over from the template. */
export const committeeRows: MakeRows = (fresh, { ground, choice, settled, councilId, may, today }) => {
  const committees: LandingRows['committees'] = [];
  const committeeKinds: LandingRows['committeeKinds'] = [];
  const faults: FieldFault[] = [];
  const formed = new Map(ground.committees.map((committee) => [committee.kindKey, committee.id]));
  let ord = Math.max(0, ...ground.committeeKinds.map((kind) => kind.ord));
  for (const one of fresh) {
    const { element } = one;
    const own = wordsOf(element, 'key') ?? '';
    const chosen = choice.mapping[element.id];
    const isNew = chosen === 'new';
    const kindKey = isNew ? own : (chosen ?? own);
    const kind = ground.committeeKinds.find(({ key }) => key === kindKey);
    const titleFa = wordsOf(element, 'titleFa') ?? '';
    const titleEn = wordsOf(element, 'titleEn') ?? titleFa;
    const reason =
      councilId === undefined
        ? 'adoption_without_council'
        : !may('committee') || (isNew && !may('committeeKind'))
          ? 'adoption_not_permitted'
          : isNew && kind
            ? 'committee_kind_taken'
            : !isNew && (!kind || kind.retiredOn !== null)
              ? 'committee_kind_unknown'
              : formed.has(kindKey)
                ? 'committee_exists'
                : undefined;
    if (reason !== undefined || councilId === undefined) {
      faults.push(faultOf(element, reason ?? 'adoption_without_council'));
      continue;
    }
    if (isNew) {
      ord += 1;
      committeeKinds.push({ key: own, titleFa, titleEn, isEmergency: element.fields['isEmergency'] === true, ord });
    }
    const id = keyOf(one);
    formed.set(kindKey, id);
    committees.push({ id, councilId, unitId: ground.unit.id, kindKey, formedOn: today });
  }
  // A committee that is joined twice would be one record for two elements.
  const joined = [...settled.values()].filter(({ element, isJoined }) => element.kind === 'committee' && isJoined);
  for (const [i, one] of joined.entries())
    if (joined.findIndex(({ rowKey }) => rowKey === one.rowKey) < i)
      faults.push(faultOf(one.element, 'committee_exists'));
  return { rows: { committees, committeeKinds }, faults };
};
