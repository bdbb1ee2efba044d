import { get, post } from '@mahalleh/http';
import { amendTarget } from './commands/amend-target.ts';
import { dropTarget } from './commands/drop-target.ts';
import { reportTarget } from './commands/report-target.ts';
import { setTarget } from './commands/set-target.ts';
import { readTarget } from './queries/target.ts';
import { listTargets } from './queries/targets.ts';

const ID = '019aa5c2-7d10-7c3e-9a51-3f2b8c6d4e20';
const edit = { targetId: ID, revision: 1 };
const mosques = {
  unitId: ID,
  titleFa: 'فعال‌سازی ۲۶۳ مسجد',
  titleEn: 'Activate 263 mosques',
  metricKey: 'base.active',
  metricDims: 'kind=mosque',
  baselineValue: 0,
  goalValue: 263,
  fromOn: '1405-01-01',
  dueOn: '1405-12-29',
};

/** Where targets are reached, below a province. */
export const indicatorsRoutes = [
  get('/targets', listTargets, { example: {} }),
  get('/targets/{targetId}', readTarget, { example: { targetId: ID } }),
  post('/targets', setTarget, { status: 201, example: mosques }),
  post('/targets/{targetId}/amend', amendTarget, { example: { ...edit, goalValue: 280 } }),
  post('/targets/{targetId}/drop', dropTarget, { example: { ...edit, reason: 'هدف استان تغییر کرد.' } }),
  post('/targets/{targetId}/report', reportTarget, { example: { ...edit, value: 118 } }),
] as const;
