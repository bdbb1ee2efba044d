import { adoptionsRoutes } from '@mahalleh/adoptions/routes';
import { agenciesRoutes } from '@mahalleh/agencies/routes';
import { boardsRoutes } from '@mahalleh/boards/routes';
import { capacityRoutes } from '@mahalleh/capacity/routes';
import { councilsRoutes } from '@mahalleh/councils/routes';
import { evidenceRoutes } from '@mahalleh/evidence/routes';
import { exchangeRoutes } from '@mahalleh/exchange/routes';
import { experiencesNationRoutes, experiencesRoutes } from '@mahalleh/experiences/routes';
import { findingRoutes } from '@mahalleh/finding/routes';
import { together } from '@mahalleh/http';
import { guestRoutes, identityRoutes } from '@mahalleh/identity/routes';
import { indicatorsRoutes } from '@mahalleh/indicators/routes';
import { lookinNationRoutes, lookinRoutes } from '@mahalleh/lookin/routes';
import { matchingRoutes } from '@mahalleh/matching/routes';
import { operationsRoutes } from '@mahalleh/operations/routes';
import { peopleRoutes } from '@mahalleh/people/routes';
import { problemsRoutes } from '@mahalleh/problems/routes';
import { reportsNationRoutes, reportsRoutes } from '@mahalleh/reports/routes';
import { responsibilityRoutes } from '@mahalleh/responsibility/routes';
import { rollupsNationRoutes } from '@mahalleh/rollups/routes';
import { stepsRoutes } from '@mahalleh/steps/routes';
import { templatesNationRoutes, templatesRoutes } from '@mahalleh/templates/routes';
import { undoRoutes } from '@mahalleh/undo/routes';
import { unitsRoutes } from '@mahalleh/units/routes';
import { volunteersRoutes } from '@mahalleh/volunteers/routes';

/** Where the provinces' routes are mounted. */
export const PROVINCE_PREFIX = '/api/v1/provinces/{province}';
/** Where the ministry's routes are mounted. */
export const NATION_PREFIX = '/api/v1/nation';

const ofProvince = [
  ...identityRoutes,
  ...guestRoutes,
  ...peopleRoutes,
  ...unitsRoutes,
  ...agenciesRoutes,
  ...councilsRoutes,
  ...problemsRoutes,
  ...evidenceRoutes,
  ...capacityRoutes,
  ...volunteersRoutes,
  ...operationsRoutes,
  ...responsibilityRoutes,
  ...matchingRoutes,
  ...indicatorsRoutes,
  ...stepsRoutes,
  ...undoRoutes,
  ...findingRoutes,
  ...reportsRoutes,
  ...experiencesRoutes,
  ...lookinRoutes,
  ...templatesRoutes,
  ...adoptionsRoutes,
  ...exchangeRoutes,
] as const;
/** Every route of a province. */
export const provinceRoutes = [...ofProvince, together(ofProvince)] as const;
/** The province's routes as a type: what the typed client is made of. */
export type ProvinceRoutes = typeof provinceRoutes;

const ofNation = [
  ...identityRoutes,
  ...peopleRoutes,
  ...rollupsNationRoutes,
  ...reportsNationRoutes,
  ...boardsRoutes,
  ...experiencesNationRoutes,
  ...lookinNationRoutes,
  ...templatesNationRoutes,
] as const;
/** Every route of the ministry. */
export const nationRoutes = [...ofNation, together(ofNation)] as const;
/** The ministry's routes as a type. */
export type NationRoutes = typeof nationRoutes;
