import { get, post } from '@mahalleh/http';
import { assignResponsibility } from './commands/assign-responsibility.ts';
import { releaseResponsibility } from './commands/release-responsibility.ts';
import { agencyWork } from './queries/agency-work.ts';
import { responsibilityCell } from './queries/cell.ts';
import { responsibilityGaps } from './queries/gaps.ts';
import { responsibilityMatrix } from './queries/matrix.ts';

const UNIT = '01980000-0000-7000-8000-000000000003';
const AGENCY = '01980000-0000-7000-8000-000000000004';
const DUTY = '01980000-0000-7000-8000-000000000005';

/** Where it is asked and said who does what. */
export const responsibilityRoutes = [
  get('/responsibilities', responsibilityMatrix, { example: { page: 1 } }),
  get('/responsibilities/cell', responsibilityCell, { example: { unitId: UNIT, domainKey: 'civil_works' } }),
  get('/responsibilities/gaps', responsibilityGaps, { example: { severity: 4 } }),
  get('/agencies/{agencyId}/work', agencyWork, { example: { agencyId: AGENCY } }),
  post('/responsibilities', assignResponsibility, {
    status: 201,
    example: { unitId: UNIT, domainKey: 'civil_works', agencyId: AGENCY, role: 'lead', fromOn: '1405-07-01' },
  }),
  post('/responsibilities/{responsibilityId}/release', releaseResponsibility, {
    example: { responsibilityId: DUTY, revision: 1 },
  }),
] as const;
