import { openTestProvince } from '@mahalleh/gate/testing';
import { newId } from '@mahalleh/kernel';
import { defineIndicator } from '../src/commands/define-indicator.ts';
import { measureIndicator } from '../src/commands/measure-indicator.ts';

/** How many neighbourhoods the county of Qazvin has here. */
const PLACES = 10;

/** A province with two counties, ten neighbourhoods in one and one in the other, and its director-general. */
export const openIndicators = async () => {
  const db = await openTestProvince('qazvin');
  const ids = { province: newId(), qazvin: newId(), alborz: newId(), far: newId() };
  const places = Array.from({ length: PLACES }, () => newId());
  const unit = async (
    id: string,
    kind: string,
    countyId: string | null,
    above: string[],
    population: number | null,
  ) => {
    await db.sql(
      'insert into units (id, kind, name_fa, name_folded, county_id, from_on, population, registered_at_ms) values (?, ?, ?, ?, ?, ?, ?, 0)',
      [
        id,
        kind,
        `${kind} ${population ?? ''}`,
        `${kind} ${String(population ?? 0).padStart(6, '0')}`,
        countyId,
        '2026-03-21',
        population,
      ],
    );
    for (const ancestor of [...above, id])
      await db.sql('insert into unit_closure (ancestor_id, unit_id) values (?, ?)', [ancestor, id]);
  };
  await unit(ids.province, 'province', null, [], null);
  await unit(ids.qazvin, 'county', ids.qazvin, [ids.province], null);
  await unit(ids.alborz, 'county', ids.alborz, [ids.province], null);
  for (const [i, id] of places.entries())
    await unit(id, 'neighbourhood', ids.qazvin, [ids.province, ids.qazvin], 1000 + i * 100);
  await unit(ids.far, 'neighbourhood', ids.alborz, [ids.province, ids.alborz], 5000);
  const dg = await db.as({ role: 'director_general', unitId: ids.province });
  const fact = (unitId: string, metric: string, dims: string, value: number, period = '') =>
    db.sql('insert into facts (unit_id, county_id, metric, dims, period, value) values (?, ?, ?, ?, ?, ?)', [
      unitId,
      unitId === ids.far ? ids.alborz : ids.qazvin,
      metric,
      dims,
      period,
      value,
    ]);
  return { db, ids, places, dg, fact };
};

/** The setting of a test. */
export type Setting = Awaited<ReturnType<typeof openIndicators>>;

/** An indicator of things, measured by month, unless said. */
export const lamps = (more: object = {}) => ({
  key: 'lamps',
  aim: 'conditions',
  titleFa: 'چراغ‌های روشن',
  titleEn: 'Lamps lit',
  source: 'شهرداری',
  frequency: 'month',
  population: 'things',
  addsUp: true,
  unit: 'count',
  direction: 'more',
  ...more,
});

/** Defines one, and gives its id. */
export const defined = async ({ dg }: Setting, more: object = {}): Promise<string> =>
  (await defineIndicator.run(dg, lamps(more))).id;

/** Enters values of one unit by period. */
export const measured = async (
  { dg }: Setting,
  indicatorId: string,
  unitId: string | undefined,
  values: Readonly<Record<string, number>>,
  more: object = {},
): Promise<void> => {
  await measureIndicator.run(dg, {
    indicatorId,
    values: Object.entries(values).map(([period, value]) => ({ unitId: String(unitId), period, value, ...more })),
    why: 'نمونه آزمون',
  });
};

/** How a request ended: its kind, its reason, and each field with its own. */
export const reasonOf = async (running: Promise<unknown>): Promise<string> => {
  try {
    await running;
  } catch (cause) {
    const failure = cause as { kind?: string; reason?: string; fields?: { field: string; reason: string }[] };
    if (!failure.kind) throw cause;
    const fields = (failure.fields ?? []).map(({ field, reason }) =>
      reason === failure.reason ? field : `${field} ${reason}`,
    );
    return [failure.kind, failure.reason, ...fields].join(' ');
  }
  return 'no refusal';
};
