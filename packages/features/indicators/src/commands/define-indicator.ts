import { change, defineCommand } from '@mahalleh/gate';
import { foldText, isRefusal } from '@mahalleh/kernel';
import { DefineIndicator, IndicatorChanged } from '../model.ts';
import { meantRefusal, readsFor, type Meant } from '../indicator-rules.ts';
import { knownIndicators, provinceOf } from '../indicator-scope.ts';
import { indicatorInputs, indicators, indicatorVersions } from '../schema.ts';

/** Defines what is followed over time: measured by somebody, or computed by a formula. */
export const defineIndicator = defineCommand({
  name: 'indicator.define',
  permission: 'indicator.define',
  input: DefineIndicator,
  output: IndicatorChanged,
  load: (db) => ({ province: provinceOf(db), known: knownIndicators(db) }),
  decide: ({ known }, input, { newId, nowMs }) => {
    const meant: Meant = { ...input, addsUp: input.addsUp ?? false, formula: input.formula ?? null };
    const no = meantRefusal(meant);
    if (no) return no;
    const reads = readsFor(meant, known);
    return isRefusal(reads) ? reads : { id: newId(), meant, reads, nowMs };
  },
  save: (db, { id, meant, reads, nowMs }, _state, input) => [
    change(
      db.insert(indicators).values({
        id,
        key: meant.key,
        aim: input.aim,
        titleFa: input.titleFa,
        titleEn: input.titleEn ?? null,
        titleFolded: foldText(`${input.titleFa} ${input.titleEn ?? ''}`),
        about: input.about ?? null,
        ofFa: input.ofFa ?? null,
        ofEn: input.ofEn ?? null,
        source: input.source,
        frequency: meant.frequency,
        population: meant.population,
        addsUp: meant.addsUp,
        definedAtMs: nowMs,
      }),
    ),
    change(
      db.insert(indicatorVersions).values({
        indicatorId: id,
        version: 1,
        unit: meant.unit,
        direction: meant.direction,
        formula: meant.formula,
        sinceMs: nowMs,
      }),
    ),
    ...reads.map((read) => change(db.insert(indicatorInputs).values({ indicatorId: id, version: 1, ...read }))),
  ],
  // Steps go backwards: what the formula reads goes first, the indicator last; once it is measured or aimed at, nothing goes.
  reversal: ({ id, reads }, _state, { titleFa }) => ({
    label: titleFa,
    steps: [
      { table: indicators, id, at: { revision: 1 }, remove: true },
      { table: indicatorVersions, id: { indicatorId: id }, at: { version: 1 }, remove: true },
      ...reads.map((read) => ({
        table: indicatorInputs,
        id: { indicatorId: id, ...read },
        at: { version: 1 },
        remove: true as const,
      })),
    ],
  }),
  audit: ({ id }, { province }, input) => ({ subject: id, unitId: province.id, fields: Object.keys(input) }),
  answer: ({ id }) => ({ id, revision: 1 }),
  conflicts: { 'indicators.key': 'indicator_key_taken' },
});
