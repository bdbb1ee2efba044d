import { adoptionsReasons } from '@mahalleh/adoptions/reasons';
import { agenciesReasons } from '@mahalleh/agencies/reasons';
import { boardsReasons } from '@mahalleh/boards/reasons';
import { capacityReasons } from '@mahalleh/capacity/reasons';
import { councilsReasons } from '@mahalleh/councils/reasons';
import { evidenceReasons } from '@mahalleh/evidence/reasons';
import { exchangeReasons } from '@mahalleh/exchange/reasons';
import { experiencesReasons } from '@mahalleh/experiences/reasons';
import { findingReasons } from '@mahalleh/finding/reasons';
import { identityReasons } from '@mahalleh/identity/reasons';
import { indicatorsReasons } from '@mahalleh/indicators/reasons';
import { KERNEL_REASONS, type Reasons } from '@mahalleh/kernel';
import { lookinReasons } from '@mahalleh/lookin/reasons';
import { matchingReasons } from '@mahalleh/matching/reasons';
import { operationsReasons } from '@mahalleh/operations/reasons';
import { peopleReasons } from '@mahalleh/people/reasons';
import { problemsReasons } from '@mahalleh/problems/reasons';
import { reportsReasons } from '@mahalleh/reports/reasons';
import { responsibilityReasons } from '@mahalleh/responsibility/reasons';
import { rollupsReasons } from '@mahalleh/rollups/reasons';
import { stepsReasons } from '@mahalleh/steps/reasons';
import { templatesReasons } from '@mahalleh/templates/reasons';
import { undoReasons } from '@mahalleh/undo/reasons';
import { unitsReasons } from '@mahalleh/units/reasons';
import { volunteersReasons } from '@mahalleh/volunteers/reasons';
import { edgeReasons } from './edge-reasons.ts';

/** Every reason the API can give, in both languages. A reason that is raised and not here fails a test. */
export const reasons: Reasons = {
  ...KERNEL_REASONS,
  ...edgeReasons,
  ...identityReasons,
  ...peopleReasons,
  ...unitsReasons,
  ...agenciesReasons,
  ...councilsReasons,
  ...problemsReasons,
  ...evidenceReasons,
  ...capacityReasons,
  ...volunteersReasons,
  ...operationsReasons,
  ...reportsReasons,
  ...responsibilityReasons,
  ...matchingReasons,
  ...indicatorsReasons,
  ...stepsReasons,
  ...undoReasons,
  ...findingReasons,
  ...exchangeReasons,
  ...rollupsReasons,
  ...boardsReasons,
  ...experiencesReasons,
  ...lookinReasons,
  ...templatesReasons,
  ...adoptionsReasons,
};
