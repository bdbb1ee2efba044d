import { meantRefusal, readsFor, type Known, type Meant, type Read } from '@mahalleh/indicators';
import { AIM_GROUPS, DIRECTIONS, FREQUENCIES, POPULATIONS, UNITS } from '@mahalleh/indicators/codes';
import { periodAt } from '@mahalleh/indicators/periods';
import { addDays, foldText, isRefusal, type CivilDate, type FieldFault } from '@mahalleh/kernel';
import type { TemplateElement } from '@mahalleh/templates/document';
import { faultOf, numberOf, wordsOf, type KnownIndicator, type LandingContext, type Settled } from './landing-model.ts';
import { keyOf, type LandingRows, type MakeRows } from './landing-rows.ts';

const among = <const T extends readonly string[]>(list: T, value: unknown, otherwise: T[number]): T[number] =>
  list.find((one) => one === value) ?? otherwise;

/** What an element says that an indicator means. */
export const meantBy = (element: TemplateElement): Meant => ({
  key: wordsOf(element, 'key') ?? '',
  frequency: among(FREQUENCIES, element.fields['frequency'], 'year'),
  population: among(POPULATIONS, element.fields['population'], 'things'),
  unit: among(UNITS, element.fields['unit'], 'count'),
  direction: among(DIRECTIONS, element.fields['direction'], 'neutral'),
  addsUp: element.fields['addsUp'] === true,
  formula: wordsOf(element, 'formula'),
});

/** Whether an indicator of the province means the same: computed alike, in the same unit, better in the same direction. */
export const meansTheSame = (element: TemplateElement, known: KnownIndicator): boolean => {
  const meant = meantBy(element);
  return meant.unit === known.unit && meant.direction === known.direction && meant.formula === known.formula;
};

const rowsOf = (one: Settled, meant: Meant, reads: readonly Read[], nowMs: number) => {
  const { element } = one;
  const id = keyOf(one);
  const titleFa = wordsOf(element, 'titleFa') ?? '';
  const titleEn = wordsOf(element, 'titleEn');
  const { key, frequency, population, addsUp, unit, direction, formula } = meant;
  return {
    indicator: {
      ...{ id, key, frequency, population, addsUp, titleFa, titleEn },
      aim: among(AIM_GROUPS, element.fields['aim'], 'conditions'),
      titleFolded: foldText(`${titleFa} ${titleEn ?? ''}`),
      about: wordsOf(element, 'about'),
      ofFa: wordsOf(element, 'ofFa'),
      ofEn: wordsOf(element, 'ofEn'),
      source: wordsOf(element, 'source') ?? '',
      definedAtMs: nowMs,
    },
    version: { indicatorId: id, version: 1, unit, direction, formula, sinceMs: nowMs },
    inputs: reads.map((read) => ({ indicatorId: id, version: 1, ...read })),
  };
};

/** Indicators as they are defined, those that others read before them. */
export const indicatorRows: MakeRows = (fresh, { ground, may, nowMs }) => {
  const rows = { indicators: [], indicatorVersions: [], indicatorInputs: [] } as Pick<
    LandingRows,
    'indicators' | 'indicatorVersions' | 'indicatorInputs'
  >;
  const faults: FieldFault[] = [];
  const known: Known[] = [...ground.indicators];
  const keys = new Set(known.map(({ key }) => key));
  let open = fresh.filter(({ element }) => {
    const meant = meantBy(element);
    const no = meantRefusal(meant);
    const reason = !may('indicator')
      ? 'adoption_not_permitted'
      : keys.has(meant.key)
        ? 'indicator_key_taken'
        : (no?.refused ?? undefined);
    if (reason !== undefined) faults.push(faultOf(element, reason, { key: meant.key }));
    return reason === undefined;
  });
  // A formula is read once all that it reads is known; what cannot be read then never can.
  for (let progress = true; progress && open.length > 0;) {
    const left: Settled[] = [];
    for (const one of open) {
      const meant = meantBy(one.element);
      const reads = readsFor(meant, known);
      if (isRefusal(reads)) {
        left.push(one);
        continue;
      }
      const made = rowsOf(one, meant, reads, nowMs);
      rows.indicators.push(made.indicator);
      rows.indicatorVersions.push(made.version);
      rows.indicatorInputs.push(...made.inputs);
      known.push({ ...meant, id: keyOf(one), retiredAtMs: null });
    }
    progress = left.length < open.length;
    open = left;
  }
  for (const { element } of open) {
    const reads = readsFor(meantBy(element), known);
    if (isRefusal(reads)) faults.push(faultOf(element, reads.refused, reads.detail as Record<string, string | number>));
  }
  return { rows, faults };
};

const MONTH_DAYS = 30.4375;

/** The period in which what is promised of an indicator is to be reached, counted from the first day; null when nothing says when. */
export const goalPeriodOf = (element: TemplateElement, startsOn: CivilDate): string | null => {
  const months = numberOf(element, 'expectedMonths');
  if (months === null) return null;
  const { frequency } = meantBy(element);
  return periodAt(frequency === 'once' ? 'year' : frequency, addDays(startsOn, Math.round(months * MONTH_DAYS)));
};

/** What is promised of the indicators that are taken, as aims of this unit: from its last value on, where it has one. An aim that is there stays. */
export const aimRows = (
  taken: readonly Settled[],
  { ground, choice, nowMs }: LandingContext,
): LandingRows['indicatorAims'] =>
  taken.flatMap((one) => {
    const change = numberOf(one.element, 'expectedChange');
    if (change === null || one.rowKey === null || one.state !== 'landed') return [];
    if (ground.aimed.some(({ indicatorId }) => indicatorId === one.rowKey)) return [];
    const baseline = ground.readings.find(({ indicatorId }) => indicatorId === one.rowKey)?.value ?? null;
    return [
      {
        indicatorId: one.rowKey,
        unitId: ground.unit.id,
        baselineValue: baseline,
        goalValue: baseline === null ? null : baseline + change,
        goalPeriod: goalPeriodOf(one.element, choice.startsOn),
        setAtMs: nowMs,
      },
    ];
  });
