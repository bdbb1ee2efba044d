import { addPeriods, periodOf } from '@mahalleh/kernel';
import { targetsUpkeep } from '@mahalleh/indicators';
import { at, edit, idOf, pick, type Verb } from './choose.ts';

const PLACES =
  "select * from units where kind in ('county', 'neighbourhood', 'village') and ended_on is null order by id";
const STANDING = 'select * from targets where dropped_at_ms is null order by id';

/** What happens to targets and indicators: set on a metric, an indicator or by report; reported, dropped, read each day; defined, measured, struck out, retired. */
export const aimVerbs: Record<string, Verb> = {
  setTarget: async (world, { a, b }) => {
    const unit = await pick(world, PLACES, a);
    const indicator = await pick(world, 'select * from indicators where retired_at_ms is null order by id', b);
    const measure = at(
      [
        { metricKey: 'base.active' },
        {},
        { metricKey: 'problem.open' },
        indicator ? { indicatorId: idOf(indicator) } : {},
      ],
      b,
    );
    return world.run('target.set', {
      unitId: idOf(unit),
      titleFa: `هدف ${a}`,
      ...measure,
      baselineValue: String(b % 3),
      goalValue: String((b % 3) + (a % 2 ? 6 : -2)),
      fromOn: world.dayFromNow(-(a % 9)),
      dueOn: world.dayFromNow(3 + (b % 20)),
      ...(a % 2 && b % 2 ? { milestones: [{ onDate: world.dayFromNow(2), value: String((b % 3) + 1) }] } : {}),
    });
  },
  reportTarget: async (world, { a, b }) => {
    const row = await pick(
      world,
      `${STANDING.replace('order', 'and metric_key is null and indicator_id is null order')}`,
      a,
    );
    return row && world.run('target.report', { ...edit(row, 'targetId'), value: String(b % 9) });
  },
  dropTarget: async (world, { a, b }) => {
    const row = b % 3 ? undefined : await pick(world, STANDING, a);
    return row && world.run('target.drop', { ...edit(row, 'targetId'), reason: 'هدف دیگری جای آن را گرفت' });
  },
  readTargets: async (world) => {
    await world.batch(targetsUpkeep(world.nowMs()));
    return true;
  },
  defineIndicator: async (world, { a, b }) =>
    world.run('indicator.define', {
      key: `indicator_${a % 7}`,
      aim: 'conditions',
      titleFa: `شاخص ${a}`,
      source: 'پیمایش استان',
      frequency: at(['month', 'season', 'year', 'once'], b),
      population: 'things',
      unit: 'count',
      direction: 'more',
    }),
  measure: async (world, { a, b }) => {
    const row = await pick(world, 'select * from indicators where retired_at_ms is null order by id', a);
    const unit = await pick(world, PLACES, b);
    const [year = '', month = ''] = addPeriods(periodOf(world.nowMs()), -(b % 3)).split('-');
    const period = at(
      [`${year}-${month}`, `${year}-s${Math.ceil(Number(month) / 3)}`, year, 'once'],
      ['month', 'season', 'year', 'once'].indexOf(String(row?.['frequency'])),
    );
    return (
      row &&
      world.run('indicator.measure', {
        indicatorId: idOf(row),
        values: [{ unitId: idOf(unit), period, value: String(a % 11) }],
        why: 'بازبینی شد',
      })
    );
  },
  strike: async (world, { a, b }) => {
    const row =
      b % 2 ? undefined : await pick(world, 'select * from measurements where struck_at_ms is null order by id', a);
    return row && world.run('indicator.strike', { ...edit(row, 'measurementId'), reason: 'دو بار ثبت شده بود' });
  },
  retireIndicator: async (world, { a, b }) => {
    const row =
      b % 5 ? undefined : await pick(world, 'select * from indicators where retired_at_ms is null order by id', a);
    return row && world.run('indicator.retire', { ...edit(row, 'indicatorId'), reason: 'دیگر دنبال نمی‌شود' });
  },
};
