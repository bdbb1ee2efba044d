import { INDICATOR_TEXTS } from '../indicator-texts.ts';
import type { IndicatorTold } from './starter-text.ts';

/** What is promised of an indicator: so much, in its unit, after so many months. */
export type Promise = readonly [change: number, months: number];

/** An indicator of the library that the sample's provinces follow too, with what is promised of it. Fails: when there is no such indicator. */
export const followed = (key: string, promised?: Promise): IndicatorTold => {
  const found = INDICATOR_TEXTS.find((one) => one.key === key);
  if (!found) throw new Error(`The sample follows no indicator ${key}.`);
  const {
    course: _course,
    reads: _reads,
    about = null,
    ofFa = null,
    ofEn = null,
    titleEn = null,
    formula = null,
    ...told
  } = found;
  return {
    ...told,
    ...{ about, ofFa, ofEn, titleEn, formula },
    ...{ expectedChange: promised?.[0] ?? null, expectedMonths: promised?.[1] ?? null },
  };
};
