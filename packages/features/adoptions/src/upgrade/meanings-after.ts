import { dependentsRefusal, isNewMeaning, meantRefusal, readsFor, type Meant, type Read } from '@mahalleh/indicators';
import { DIRECTIONS, FREQUENCIES, POPULATIONS, UNITS } from '@mahalleh/indicators/codes';
import { isRefusal } from '@mahalleh/kernel';
import type { Fields, TemplateElement } from '@mahalleh/templates/document';
import { meantBy } from '../landing/indicator-rows.ts';
import type { KnownIndicator } from '../landing/landing-model.ts';
import { forbid, type ChangedElement, type Forbidden } from './changed-elements.ts';

/** What an indicator is to mean. `reads`: what its formula reads, when it means something else than before. */
export type Meaning = {
  readonly elementId: string;
  readonly indicatorId: string;
  readonly meant: Meant;
  readonly isNew: boolean;
  readonly reads: readonly Read[];
};

/** What indicators come to: those that change, all that are known then, and what cannot be. */
export type MeaningsAfter = {
  readonly meanings: readonly Meaning[];
  readonly known: readonly KnownIndicator[];
  readonly forbidden: Forbidden;
};

const MEANING = ['unit', 'direction', 'formula'] as const;
/** The words and the meaning of an indicator: what belongs to the whole province. */
const OF_PROVINCE = [...MEANING, 'titleFa', 'titleEn', 'aim', 'about', 'ofFa', 'ofEn', 'source', 'addsUp'] as const;

const among = <const T extends string>(list: readonly T[], value: unknown, otherwise: T): T =>
  list.find((one) => one === value) ?? otherwise;

const meantIn = (fields: Fields): Meant => ({
  key: String(fields['key']),
  frequency: among(FREQUENCIES, fields['frequency'], 'year'),
  population: among(POPULATIONS, fields['population'], 'things'),
  unit: among(UNITS, fields['unit'], 'count'),
  direction: among(DIRECTIONS, fields['direction'], 'neutral'),
  addsUp: fields['addsUp'] === true,
  formula: typeof fields['formula'] === 'string' ? fields['formula'] : null,
});

const isOfProvince = ({ kind, said }: ChangedElement): boolean =>
  kind === 'indicator' && OF_PROVINCE.some((field) => Object.hasOwn(said, field));

/** Brings indicators to what a version says, all at once: formulas are read among what everything means then. */
export const meaningsAfter = (
  changes: readonly ChangedElement[],
  indicators: readonly KnownIndicator[],
  comes: readonly TemplateElement[],
  mayAmend: boolean,
): MeaningsAfter => {
  const moving = changes.filter(isOfProvince);
  if (!mayAmend)
    return {
      ...{ meanings: [], known: indicators },
      forbidden: moving.flatMap((change) => forbid(change, OF_PROVINCE, 'not_permitted')),
    };
  const meant = new Map(
    moving.map(({ local, said }) => [local.record?.rowKey ?? '', meantIn({ ...local.now, ...said })] as const),
  );
  const known = indicators.map((one) => {
    const then = meant.get(one.id);
    return then ? { ...one, unit: then.unit, direction: then.direction, formula: then.formula } : one;
  });
  const keys = new Set(known.map(({ key }) => key));
  const coming = comes
    .filter(({ kind }) => kind === 'indicator')
    .map((element) => ({ ...meantBy(element), id: element.id, retiredAtMs: null }))
    .filter(({ key }) => !keys.has(key));
  const meanings: Meaning[] = [];
  const forbidden: Forbidden[number][] = [];
  for (const change of moving) {
    const { id, local } = change;
    const indicatorId = local.record?.rowKey ?? '';
    const then = meant.get(indicatorId) ?? meantIn(local.now);
    const now = meantIn(local.now);
    const isNew = isNewMeaning(now, then);
    const reads = isNew ? readsFor(then, [...known, ...coming]) : [];
    if (meantRefusal(then)) forbidden.push(...forbid(change, ['addsUp', 'unit', 'formula'], 'additive'));
    else if (isRefusal(reads)) forbidden.push(...forbid(change, ['unit', 'formula'], 'formula'));
    else if (then.unit !== now.unit && dependentsRefusal(then, known))
      forbidden.push(...forbid(change, ['unit'], 'unit_read'));
    else meanings.push({ elementId: id, indicatorId, meant: then, isNew, reads });
  }
  return { meanings, known, forbidden };
};
