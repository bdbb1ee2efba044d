import { get, post } from '@mahalleh/http';
import { amendPassport } from './commands/amend-passport.ts';
import { amendUnit } from './commands/amend-unit.ts';
import { mergeUnits } from './commands/merge-units.ts';
import { moveUnit } from './commands/move-unit.ts';
import { registerUnit } from './commands/register-unit.ts';
import { retireUnit } from './commands/retire-unit.ts';
import { splitUnit } from './commands/split-unit.ts';
import { unitDetail } from './queries/unit.ts';
import { listUnits } from './queries/units.ts';

const A = '0192f0a0-0000-7000-8000-000000000001';
const B = '0192f0a0-0000-7000-8000-000000000002';
const onDate = '1405-08-01';

/** Where units are asked about and changed. */
export const unitsRoutes = [
  get('/units', listUnits, { example: { kind: 'neighbourhood', q: 'شیخ' } }),
  get('/units/{unitId}', unitDetail, { example: { unitId: A } }),
  post('/units', registerUnit, { status: 201, example: { parentId: A, kind: 'neighbourhood', nameFa: 'راه‌آهن' } }),
  post('/units/{unitId}/amend', amendUnit, {
    example: { unitId: A, revision: 1, nameFa: 'شیخ‌آباد', nameEn: 'Sheikhabad' },
  }),
  post('/units/{unitId}/move', moveUnit, { example: { unitId: A, revision: 1, parentId: B, onDate } }),
  post('/units/{unitId}/split', splitUnit, {
    example: { unitId: A, revision: 1, onDate, into: [{ nameFa: 'پردیسان شمالی' }, { nameFa: 'پردیسان جنوبی' }] },
  }),
  post('/units/{unitId}/merge', mergeUnits, {
    example: { unitId: A, revision: 1, others: [{ unitId: B, revision: 1 }], nameFa: 'پردیسان', onDate },
  }),
  post('/units/{unitId}/retire', retireUnit, { example: { unitId: A, revision: 1, onDate } }),
  post('/units/{unitId}/passport', amendPassport, {
    example: { unitId: A, revision: 1, population: '۱۲٬۴۰۰', latitude: 34.64, longitude: 50.87 },
  }),
] as const;
