import type { Intake, LetterKind } from '@mahalleh/border';
import { experienceIntakes, experienceProvinceIntakes } from '@mahalleh/experiences';
import { lookinIntakes, lookinProvinceIntakes } from '@mahalleh/lookin';
import { reportIntakes, reportProvinceIntakes } from '@mahalleh/reports';
import { peopleIntakes, rollupIntakes } from '@mahalleh/rollups';
import { templateIntakes, templateProvinceIntakes } from '@mahalleh/templates';

/** How the nation takes in each kind of letter from a province. */
export const nationIntakes: readonly Intake[] = [
  ...rollupIntakes,
  ...reportIntakes,
  ...peopleIntakes,
  ...experienceIntakes,
  ...lookinIntakes,
  ...templateIntakes,
];

/** How a province takes in each kind of letter from the nation. */
export const provinceIntakes: readonly Intake[] = [
  ...reportProvinceIntakes,
  ...experienceProvinceIntakes,
  ...lookinProvinceIntakes,
  ...templateProvinceIntakes,
];

/** Every kind of letter there is: the list that the statement of what leaves a province is generated from. */
export const allLetters: readonly LetterKind[] = [...nationIntakes, ...provinceIntakes].map(({ letter }) => letter);
