import type { ProvinceContext } from '@mahalleh/gate';
import { openTestProvince, type TestWorkspace } from '@mahalleh/gate/testing';
import { newId, WEEK } from '@mahalleh/kernel';
import { registerCapacity, setHours } from '../src/index.ts';

type Person = ProvinceContext & { personId: string };

/** A county with two neighbourhoods, an agency, a domain, and people at each. */
export type Setting = {
  readonly province: TestWorkspace<'province'>;
  readonly county: string;
  readonly here: string;
  readonly there: string;
  readonly agency: string;
  readonly retiredAgency: string;
  readonly manager: Person;
  readonly neighbour: Person;
  /** Registers a sample capacity and gives its id. */
  register(more?: object): Promise<string>;
  /** Registers something that opens every day, and gives its id. Its revision is 2. */
  open(more?: object, hours?: string): Promise<string>;
  row(id: string): Promise<Record<string, string | number | null>>;
};

/** Opens a migrated province in a file and puts the sample rows into it. */
export const openSetting = async (): Promise<Setting> => {
  const province = await openTestProvince();
  const { sql } = province;
  const [county, here, there, agency, retiredAgency] = [newId(), newId(), newId(), newId(), newId()];
  const unit = async (id: string, kind: string, name: string, parent: string | null) => {
    await sql(
      "insert into units (id, kind, name_fa, name_folded, parent_id, county_id, from_on, registered_at_ms) values (?, ?, ?, ?, ?, ?, '2026-03-21', 0)",
      [id, kind, name, name, parent, county],
    );
    for (const ancestor of parent ? [parent, id] : [id])
      await sql('insert into unit_closure (ancestor_id, unit_id) values (?, ?)', [ancestor, id]);
  };
  await unit(county, 'county', 'قم', null);
  await unit(here, 'neighbourhood', 'شیخ‌آباد', county);
  await unit(there, 'neighbourhood', 'پردیسان', county);
  for (const [id, retired] of [
    [agency, null],
    [retiredAgency, 1],
  ] as const)
    await sql(
      "insert into agencies (id, name, name_folded, kind, unit_id, registered_at_ms, retired_at_ms) values (?, 'شهرداری قم', 'شهرداری قم', 'municipality', ?, 0, ?)",
      [id, county, retired],
    );
  await sql(
    "insert into domains (key, title_fa, title_en, national_key, is_sensitive, ord) values ('civil_works', 'عمران', 'Civil works', 'civil_works', 0, 1)",
  );
  const manager = await province.as({ role: 'neighbourhood_manager', unitId: here });
  const register = async (more = {}) =>
    (await registerCapacity.run(manager, { unitId: here, kind: 'place', name: 'زمین خاکی کنار مدرسه', ...more })).id;
  return {
    province,
    county,
    here,
    there,
    agency,
    retiredAgency,
    manager,
    neighbour: await province.as({ role: 'neighbourhood_manager', unitId: there }),
    register,
    open: async (more = {}, hours = '08:00-20:00') => {
      const capacityId = await register(more);
      const week = Object.fromEntries(WEEK.map((day) => [day, hours]));
      await setHours.run(manager, { capacityId, revision: 1, week });
      return capacityId;
    },
    row: async (id) => (await sql('select * from capacities where id = ?', [id]))[0] ?? {},
  };
};
