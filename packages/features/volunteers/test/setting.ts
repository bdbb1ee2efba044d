import type { Role } from '@mahalleh/access';
import type { ProvinceContext } from '@mahalleh/gate';
import { openTestProvince, type TestWorkspace } from '@mahalleh/gate/testing';
import { newId } from '@mahalleh/kernel';
import { enrolVolunteer } from '../src/index.ts';
import { CURRENT_CONSENT } from '../src/model.ts';

type Person = ProvinceContext & { personId: string };

/** A whole consent as a form sends it. */
export const CONSENT = {
  consentGiven: 'on',
  consentVersion: CURRENT_CONSENT.version,
  consentChannel: 'paper',
  consentOn: '۱۴۰۵/۹/۱',
} as const;

/** What is said of a volunteer. */
export const MARYAM = {
  fullName: 'مريم صادقی‌نشان',
  phone: '۰۹۱۲ ۳۴۵ ۶۷۸۹',
  times: 'عصرها پس از چهار',
  note: 'دستگاه دوخت خودش را می‌آورد.',
  skills: ['sewing', 'cooking'],
  days: ['thursday', 'friday'],
};

/** A county with two neighbourhoods and their managers. */
export type Setting = {
  readonly province: TestWorkspace<'province'>;
  readonly county: string;
  readonly here: string;
  readonly there: string;
  readonly manager: Person;
  readonly neighbour: Person;
  as(role: Role, unitId: string, agencyId?: string): Promise<Person>;
  /** Enrols a volunteer and gives the id. */
  enrol(more?: object, who?: Person): Promise<string>;
  row(id: string): Promise<Record<string, string | number | null>>;
};

/** Opens a migrated province in a file and puts the sample rows into it. */
export const openSetting = async (): Promise<Setting> => {
  const province = await openTestProvince();
  const { sql } = province;
  const [county, here, there] = [newId(), newId(), newId()];
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
  const manager = await province.as({ role: 'neighbourhood_manager', unitId: here });
  return {
    province,
    county,
    here,
    there,
    manager,
    neighbour: await province.as({ role: 'neighbourhood_manager', unitId: there }),
    as: (role, unitId, agencyId) => province.as({ role, unitId, ...(agencyId === undefined ? {} : { agencyId }) }),
    enrol: async (more = {}, who = manager) =>
      (await enrolVolunteer.run(who, { unitId: here, ...MARYAM, ...CONSENT, ...more })).id,
    row: async (id) => (await sql('select * from volunteers where id = ?', [id]))[0] ?? {},
  };
};
