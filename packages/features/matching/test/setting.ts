import type { ProvinceContext } from '@mahalleh/gate';
import { openTestProvince, type TestWorkspace } from '@mahalleh/gate/testing';
import { newId } from '@mahalleh/kernel';

type Person = ProvinceContext & { personId: string };
type Row = Record<string, string | number | null>;

/** Where the sample problem is. A thousandth of a degree to the north is 111 metres. */
export const HERE = { latitude: 34.64, longitude: 50.88 } as const;

/** A county with two neighbourhoods, an agency that leads civil works there, and people at each. Today is Sunday, 1 Azar 1405. */
export type Setting = {
  readonly db: TestWorkspace<'province'>;
  readonly ids: Readonly<Record<'qom' | 'sheikhabad' | 'pardisan' | 'kahak' | 'fordo' | 'municipality', string>>;
  readonly dg: Person;
  readonly manager: Person;
  /** Puts a row in and gives its id. */
  problem(more?: Row): Promise<string>;
  capacity(more?: Row): Promise<string>;
  operation(problemId: string | null, status: string, capacityId: string): Promise<string>;
};

/** Opens a migrated province in a file and puts the sample rows into it. */
export const openSetting = async (): Promise<Setting> => {
  const db = await openTestProvince();
  const insert = (table: string, row: Row) =>
    db.sql(
      `insert into ${table} (${Object.keys(row).join(', ')}) values (${Object.keys(row)
        .map(() => '?')
        .join(', ')})`,
      Object.values(row),
    );
  const ids = {
    ...{ qom: newId(), sheikhabad: newId(), pardisan: newId() },
    ...{ kahak: newId(), fordo: newId(), municipality: newId() },
  };
  const unit = async (id: string, kind: string, name: string, county: string) => {
    const parent = id === county ? null : county;
    await insert('units', {
      ...{ id, kind, name_fa: name, name_en: name, name_folded: name, parent_id: parent, county_id: county },
      ...{ from_on: '2026-03-21', registered_at_ms: 0 },
    });
    for (const ancestor of parent ? [parent, id] : [id])
      await insert('unit_closure', { ancestor_id: ancestor, unit_id: id });
  };
  await unit(ids.qom, 'county', 'Qom', ids.qom);
  await unit(ids.sheikhabad, 'neighbourhood', 'Sheikhabad', ids.qom);
  await unit(ids.pardisan, 'neighbourhood', 'Pardisan', ids.qom);
  await unit(ids.kahak, 'county', 'Kahak', ids.kahak);
  await unit(ids.fordo, 'village', 'Fordo', ids.kahak);
  for (const [ord, [key, parent, isSensitive]] of (
    [
      ['civil_works', null, 0],
      ['lighting', 'civil_works', 0],
      ['health', null, 1],
      ['sport', null, 0],
    ] as const
  ).entries())
    await insert('domains', {
      ...{ key, title_fa: key, title_en: key, national_key: parent ?? key, parent_key: parent },
      ...{ is_sensitive: isSensitive, ord },
    });
  await insert('agencies', {
    ...{ id: ids.municipality, name: 'شهرداری', name_folded: 'شهرداری', kind: 'municipality' },
    ...{ unit_id: ids.qom, registered_at_ms: 0 },
  });
  await insert('responsibilities', {
    ...{ id: newId(), unit_id: ids.qom, domain_key: 'civil_works', agency_id: ids.municipality, role: 'lead' },
    ...{ from_on: '2026-03-21', declared_at_ms: 0 },
  });
  const dg = await db.as({ role: 'director_general', unitId: ids.qom });
  let n = 0;
  return {
    db,
    ids,
    dg,
    manager: await db.as({ role: 'neighbourhood_manager', unitId: ids.sheikhabad }),
    problem: async (more = {}) => {
      const id = newId();
      await insert('problems', {
        ...{ id, code: `M-${n++}`, unit_id: ids.sheikhabad, domain_key: 'civil_works', title: 'کوچه تاریک' },
        ...{ title_folded: 'کوچه تاریک', severity: 3, people_affected: 1_000, place_kind: 'point', ...HERE },
        ...{ status: 'triaged', registered_by: dg.personId, registered_at_ms: 0, ...more },
      });
      return id;
    },
    capacity: async (more = {}) => {
      const id = newId();
      await insert('capacities', {
        ...{ id, unit_id: ids.sheikhabad, kind: 'equipment', name: 'چراغ', name_folded: 'چراغ', quantity: 12 },
        ...{ domain_key: 'civil_works', registered_at_ms: 0, ...more },
      });
      return id;
    },
    operation: async (problemId, status, capacityId) => {
      const id = newId();
      await insert('operations', {
        ...{ id, code: `A-${n++}`, unit_id: ids.sheikhabad, problem_id: problemId, domain_key: 'civil_works' },
        ...{ title: 'نصب چراغ', title_folded: 'نصب چراغ', status, planned_at_ms: 0 },
        ...{ starts_on: '2026-11-01', ends_on: '2026-12-20' },
      });
      await insert('operation_capacities', { operation_id: id, capacity_id: capacityId });
      return id;
    },
  };
};

/** What a refused command says: its kind, reason and field. */
export const reasonOf = async (running: Promise<unknown>): Promise<string> => {
  try {
    await running;
  } catch (cause) {
    const { kind, reason, fields } = cause as {
      kind?: string;
      reason?: string;
      fields?: { field: string; reason: string }[];
    };
    if (!kind) throw cause;
    const faults = (fields ?? []).map((fault) =>
      fault.reason === reason ? fault.field : `${fault.field} ${fault.reason}`,
    );
    return [kind, reason, ...faults].join(' ');
  }
  return 'no refusal';
};
