import { get, post } from '@mahalleh/http';
import { aimIndicator } from './commands/aim-indicator.ts';
import { amendIndicator } from './commands/amend-indicator.ts';
import { amendTarget } from './commands/amend-target.ts';
import { cascadeTarget } from './commands/cascade-target.ts';
import { correctMeasurement } from './commands/correct-measurement.ts';
import { defineIndicator } from './commands/define-indicator.ts';
import { dropTarget } from './commands/drop-target.ts';
import { measureIndicator } from './commands/measure-indicator.ts';
import { reportTarget } from './commands/report-target.ts';
import { retireIndicator } from './commands/retire-indicator.ts';
import { setTarget } from './commands/set-target.ts';
import { strikeMeasurement } from './commands/strike-measurement.ts';
import { listIndicatorUnits } from './queries/indicator-units.ts';
import { readIndicator } from './queries/indicator.ts';
import { chooseIndicators, listIndicators } from './queries/indicators.ts';
import { readUnitIndicators } from './queries/neighbourhood-indicators.ts';
import { readSeries } from './queries/series.ts';
import { proposeShares } from './queries/share-proposal.ts';
import { readTarget } from './queries/target.ts';
import { listTargets } from './queries/targets.ts';

const ID = '019aa5c2-7d10-7c3e-9a51-3f2b8c6d4e20';
const OTHER = '019aa5c2-7d10-7c3e-9a51-3f2b8c6d4e21';
const target = { targetId: ID, revision: 1 };
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
  milestones: [{ onDate: '1405-06-31', value: 150 }],
};
const indicator = { indicatorId: ID, revision: 1 };
const share = {
  key: 'solved_share',
  aim: 'capital',
  titleFa: 'سهم مسئله‌های حل‌شده',
  titleEn: 'Share of problems solved',
  source: 'نظام مسائل',
  frequency: 'month',
  population: 'things',
  unit: 'percent',
  direction: 'more',
  formula: "100 × total('problem.solved') ÷ total('problem.registered')",
};

/** Where targets and indicators are reached, below a province. */
export const indicatorsRoutes = [
  get('/targets', listTargets, { example: {} }),
  get('/targets/{targetId}', readTarget, { example: { targetId: ID } }),
  post('/targets', setTarget, { status: 201, example: mosques }),
  post('/targets/{targetId}/amend', amendTarget, { example: { ...target, goalValue: 280 } }),
  post('/targets/{targetId}/drop', dropTarget, { example: { ...target, reason: 'هدف استان تغییر کرد.' } }),
  post('/targets/{targetId}/report', reportTarget, { example: { ...target, value: 118 } }),
  get('/targets/{targetId}/shares', proposeShares, { example: { targetId: ID, by: 'population' } }),
  post('/targets/{targetId}/cascade', cascadeTarget, {
    example: { ...target, shares: [{ unitId: OTHER, baselineValue: 0, goalValue: 263 }] },
  }),

  get('/indicators', listIndicators, { example: {} }),
  get('/indicator-choices', chooseIndicators, { example: { q: 'امنیت' } }),
  get('/indicators/{indicatorId}', readIndicator, { example: { indicatorId: ID } }),
  get('/indicators/{indicatorId}/units', listIndicatorUnits, { example: { indicatorId: ID, period: '1405-07' } }),
  get('/indicators/{indicatorId}/series', readSeries, { example: { indicatorId: ID, unitId: OTHER } }),
  get('/neighbourhoods/{unitId}/indicators', readUnitIndicators, { example: { unitId: ID } }),
  post('/indicators', defineIndicator, { status: 201, example: share }),
  post('/indicators/{indicatorId}/amend', amendIndicator, {
    example: { ...indicator, direction: 'less', why: 'جهت وارونه ثبت شده بود.' },
  }),
  post('/indicators/{indicatorId}/retire', retireIndicator, {
    example: { ...indicator, reason: 'منبع آن دیگر منتشر نمی‌شود.' },
  }),
  post('/indicators/{indicatorId}/measurements', measureIndicator, {
    status: 201,
    example: { indicatorId: ID, values: [{ unitId: OTHER, period: '1405-07', value: 49, n: 210 }] },
  }),
  post('/indicators/{indicatorId}/aims', aimIndicator, {
    example: { indicatorId: ID, aims: [{ unitId: OTHER, baselineValue: 38, goalValue: 60, goalPeriod: '1405' }] },
  }),
  post('/measurements/{measurementId}/correct', correctMeasurement, {
    example: { measurementId: ID, revision: 1, value: 48, n: 210, reason: 'رقم جابه‌جا وارد شده بود.' },
  }),
  post('/measurements/{measurementId}/strike', strikeMeasurement, {
    example: { measurementId: ID, revision: 1, reason: 'از محله دیگری بود.' },
  }),
] as const;
