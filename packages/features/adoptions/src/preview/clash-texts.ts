import { councilsReasons } from '@mahalleh/councils/reasons';
import { indicatorsReasons } from '@mahalleh/indicators/reasons';
import { fillText, type Bilingual, type FieldFault, type Reasons } from '@mahalleh/kernel';
import { problemsReasons } from '@mahalleh/problems/reasons';
import { responsibilityReasons } from '@mahalleh/responsibility/reasons';
import { templatesReasons } from '@mahalleh/templates/reasons';
import { adoptReasons } from '../reasons/adopt-reasons.ts';

const TEXTS: Reasons = {
  ...councilsReasons,
  ...indicatorsReasons,
  ...problemsReasons,
  ...responsibilityReasons,
  ...templatesReasons,
  ...adoptReasons,
};

/** Why an element cannot land as it is, in both languages. */
export const clashText = ({ reason, params = {} }: FieldFault): Bilingual => {
  const text = TEXTS[reason] ?? adoptReasons.adoption_does_not_fit;
  return { fa: fillText(text.fa, params), en: fillText(text.en, params) };
};
