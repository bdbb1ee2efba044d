import { by, plain } from './asked-by.ts';
import type { RightRequests } from './right-identity.ts';
import { fresh, type Workspace } from './world.ts';

/** The Jalali year in which every test runs has begun. */
const PERIOD = '1405-01';

let keys = 0;
const definition = () => ({
  key: `lamps_${Date.now().toString(36)}_${keys++}`,
  aim: 'conditions',
  titleFa: fresh('شاخص'),
  source: 'شهرداری',
  frequency: 'month',
  population: 'things',
  unit: 'count',
  direction: 'more',
});
const indicator = (w: Workspace) => w.make('/indicators', definition());
type Made = { id: string };
const entry = (unit: Made) => ({ unitId: unit.id, period: PERIOD, value: 12 });

/** The id of a measurement that was just made. */
const measurement = async (w: Workspace, unit: Made): Promise<string> => {
  const { id } = await indicator(w);
  await w.make(`/indicators/${id}/measurements`, { values: [entry(unit)] });
  const page = (await w.get(`/indicators/${id}/series`, { unitId: unit.id })) as { measurements: Made[] };
  return String(page.measurements[0]?.id);
};

/** The right requests of targets and indicators. */
export const rightInIndicators: RightRequests = {
  'GET /targets': plain('dg'),
  'GET /targets/{targetId}': by('dg', async (m) => ({ targetId: (await m.target()).id })),
  'POST /targets': by('dg', (m) => m.aim()),
  'POST /targets/{targetId}/amend': by('dg', async (m) => ({
    ...m.edit(await m.target(), 'targetId'),
    goalValue: 280,
  })),
  'POST /targets/{targetId}/drop': by('dg', async (m) => ({
    ...m.edit(await m.target(), 'targetId'),
    reason: 'هدف تغییر کرد.',
  })),
  'POST /targets/{targetId}/report': by('dg', async (m) => ({ ...m.edit(await m.target(), 'targetId'), value: 18 })),
  'GET /targets/{targetId}/shares': by('dg', async (m) => ({ targetId: (await m.target()).id, by: 'equal' })),
  'POST /targets/{targetId}/cascade': by('dg', async (m) => ({
    ...m.edit(await m.target(), 'targetId'),
    shares: [{ unitId: (await m.county()).id, baselineValue: 0, goalValue: 100 }],
  })),

  'GET /indicators': plain('dg', { aim: 'conditions' }),
  'GET /indicator-choices': plain('dg', { q: 'چراغ' }),
  'GET /indicators/{indicatorId}': by('dg', async (_m, w) => ({ indicatorId: (await indicator(w)).id })),
  'GET /indicators/{indicatorId}/units': by('dg', async (_m, w) => ({ indicatorId: (await indicator(w)).id, size: 1 })),
  'GET /indicators/{indicatorId}/series': by('dg', async (m, w) => ({
    indicatorId: (await indicator(w)).id,
    unitId: (await m.neighbourhood()).id,
  })),
  'GET /neighbourhoods/{unitId}/indicators': by('dg', async (m) => ({ unitId: (await m.neighbourhood()).id })),
  'POST /indicators': by('dg', () => Promise.resolve(definition())),
  'POST /indicators/{indicatorId}/amend': by('dg', async (m, w) => ({
    ...m.edit(await indicator(w), 'indicatorId'),
    titleFa: fresh('شاخص'),
  })),
  'POST /indicators/{indicatorId}/retire': by('dg', async (m, w) => ({
    ...m.edit(await indicator(w), 'indicatorId'),
    reason: 'دیگر منتشر نمی‌شود.',
  })),
  'POST /indicators/{indicatorId}/measurements': by('dg', async (m, w) => ({
    indicatorId: (await indicator(w)).id,
    values: [entry(await m.neighbourhood())],
  })),
  'POST /indicators/{indicatorId}/aims': by('dg', async (m, w) => ({
    indicatorId: (await indicator(w)).id,
    aims: [{ unitId: (await m.neighbourhood()).id, baselineValue: 3, goalValue: '۶۰' }],
  })),
  'POST /measurements/{measurementId}/correct': by('dg', async (m, w) => ({
    measurementId: await measurement(w, await m.neighbourhood()),
    revision: 1,
    value: 13,
    reason: 'رقم جابه‌جا بود.',
  })),
  'POST /measurements/{measurementId}/strike': by('dg', async (m, w) => ({
    measurementId: await measurement(w, await m.neighbourhood()),
    revision: 1,
    reason: 'از محله دیگری بود.',
  })),
};
