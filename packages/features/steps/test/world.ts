import type { Role } from '@mahalleh/access';
import { foundingRows, NATIONAL_CHARTERS } from '@mahalleh/councils';
import { openTestProvince } from '@mahalleh/gate/testing';
import { foldText, newId } from '@mahalleh/kernel';
import { refreshSql, type StoredMetric } from '@mahalleh/metric';
import { metrics } from '../src/index.ts';

type Value = string | number | null;

/** The civil day that the test clock stands at: 1 Azar 1405. */
export const TODAY = '2026-11-22';
/** The instant that the test clock stands at. */
export const NOW_MS = Date.parse('2026-11-22T08:00:00Z');

/** The seats that a neighbourhood council must have. */
export const REQUIRED = NATIONAL_CHARTERS[2].seats.filter(({ isRequired }) => isRequired);

/** A province with a county and three neighbourhoods, and short ways to put records into it. */
export const openWorld = async () => {
  const province = await openTestProvince('qom');
  await province.sql('pragma synchronous = off');
  await province.sql('pragma journal_mode = memory');
  const insert = async (table: string, row: Record<string, Value>): Promise<string> => {
    const names = Object.keys(row);
    await province.sql(
      `insert into ${table} (${names.join(', ')}) values (${names.map(() => '?').join(', ')})`,
      Object.values(row),
    );
    return String(row['id']);
  };
  const unit = { province: newId(), county: newId(), sheikhabad: newId(), pardisan: newId(), chaharmardan: newId() };
  const addUnit = async (
    id: string,
    kind: string,
    nameFa: string,
    above: string[],
    countyId: string | null,
    population: number | null = null,
  ) => {
    await insert('units', {
      id,
      kind,
      name_fa: nameFa,
      name_folded: foldText(nameFa),
      parent_id: above.at(-1) ?? null,
      county_id: countyId,
      from_on: '2020-01-01',
      population,
      is_sample: 1,
      registered_at_ms: 0,
    });
    for (const ancestor of [...above, id]) await insert('unit_closure', { ancestor_id: ancestor, unit_id: id });
  };
  await addUnit(unit.province, 'province', 'قم', [], null);
  await addUnit(unit.county, 'county', 'شهرستان قم', [unit.province], unit.county);
  const below = [unit.province, unit.county];
  await addUnit(unit.sheikhabad, 'neighbourhood', 'شیخ‌آباد', below, unit.county, 18_400);
  await addUnit(unit.pardisan, 'neighbourhood', 'پردیسان', below, unit.county, 90_000);
  await addUnit(unit.chaharmardan, 'neighbourhood', 'چهارمردان', below, unit.county);
  const { charters, seats } = foundingRows('qom');
  for (const c of charters)
    await insert('charters', {
      id: c.id,
      kind: c.kind,
      version: c.version,
      title_fa: c.titleFa,
      title_en: c.titleEn,
      origin: c.origin,
      from_on: c.fromOn,
      superseded_on: c.supersededOn,
    });
  for (const s of seats)
    await insert('charter_seats', {
      id: s.id,
      charter_id: s.charterId,
      key: s.key,
      ord: s.ord,
      title_fa: s.titleFa,
      title_en: s.titleEn,
      office: s.office,
      is_required: Number(s.isRequired),
      is_chair: Number(s.isChair),
      is_secretary: Number(s.isSecretary),
    });
  await insert('domains', {
    key: 'civil_works',
    title_fa: 'عمران',
    title_en: 'Civil works',
    national_key: 'civil_works',
    is_sensitive: 0,
    ord: 1,
  });
  const person = (name = 'شخص نمونه') =>
    insert('people', { id: newId(), full_name: name, name_folded: name, is_sample: 1, registered_at_ms: 0 });
  const someone = await person();

  const council = async (
    unitId: string,
    more: { filled?: number; sworn?: number; hasMet?: boolean; toOn?: string } = {},
  ) => {
    const { filled = REQUIRED.length, sworn = filled, hasMet = true } = more;
    const id = await insert('councils', {
      id: newId(),
      kind: 'neighbourhood_progress',
      unit_id: unitId,
      charter_id: NATIONAL_CHARTERS[2].id,
      established_on: '2026-10-06',
      first_meeting_on: hasMet ? '2026-10-06' : null,
    });
    for (const [i, { id: seatId }] of REQUIRED.slice(0, filled).entries())
      await insert('appointments', {
        id: newId(),
        council_id: id,
        unit_id: unitId,
        seat_id: seatId,
        person_id: someone,
        decree_number: '1',
        from_on: '2026-10-06',
        to_on: more.toOn ?? null,
        sworn_on: i < sworn ? '2026-10-06' : null,
      });
    return id;
  };
  const problem = (unitId: string, status = 'triaged', more: Record<string, Value> = {}) => {
    const id = newId();
    return insert('problems', {
      id,
      code: id,
      unit_id: unitId,
      domain_key: 'civil_works',
      title: 'تاریکی کوچه‌ها',
      title_folded: '',
      severity: 3,
      place_kind: 'whole',
      status,
      registered_by: someone,
      registered_at_ms: 0,
      ...more,
    });
  };
  const capacity = (unitId: string, withdrawnAtMs: number | null = null) =>
    insert('capacities', {
      id: newId(),
      unit_id: unitId,
      kind: 'place',
      name: 'زمین مدرسه',
      name_folded: '',
      registered_at_ms: 0,
      withdrawn_at_ms: withdrawnAtMs,
    });
  const operation = (unitId: string, status = 'running', more: Record<string, Value> = {}) => {
    const id = newId();
    return insert('operations', {
      id,
      code: id,
      unit_id: unitId,
      domain_key: 'civil_works',
      title: 'روشنایی معابر',
      title_folded: '',
      status,
      starts_on: '2026-10-01',
      ends_on: '2027-01-01',
      planned_at_ms: 0,
      ...more,
    });
  };
  const task = (operationId: string, unitId: string, status = 'open', more: Record<string, Value> = {}) =>
    insert('tasks', {
      id: newId(),
      operation_id: operationId,
      unit_id: unitId,
      title: 'نصب چراغ',
      responsible_person_id: someone,
      starts_on: '2026-10-01',
      due_on: '2026-12-01',
      status,
      ...more,
    });
  const evidence = (taskId: string, unitId: string, removedAtMs: number | null = null) =>
    insert('evidence', {
      id: newId(),
      subject_kind: 'task',
      subject_id: taskId,
      unit_id: unitId,
      kind: 'text',
      note: 'انجام شد',
      added_at_ms: 0,
      added_by: someone,
      removed_at_ms: removedAtMs,
    });

  /** Brings the stored figures of steps up to date, as the lane does after a write. The other features' figures are not looked at here. */
  const refresh = async () => {
    const stored = metrics.filter((metric): metric is StoredMetric => metric.kind !== 'ratio');
    for (const statement of refreshSql(['steps'], stored))
      await province.sql(statement.replaceAll(':today', `'${TODAY}'`).replaceAll(':now_ms', String(NOW_MS)));
    await province.sql("delete from dirty where feature <> 'steps'");
  };
  const as = (role: Role, unitId = unit.province) => province.as({ role, unitId });
  return {
    ...province,
    as,
    insert,
    unit,
    someone,
    person,
    council,
    problem,
    capacity,
    operation,
    task,
    evidence,
    refresh,
  };
};

/** A world that a test plays in. */
export type World = Awaited<ReturnType<typeof openWorld>>;
