import { attachNote, attachPhoto } from '@mahalleh/evidence';
import type { ProvinceContext } from '@mahalleh/gate';
import { openTestProvince, type TestWorkspace } from '@mahalleh/gate/testing';
import { newId } from '@mahalleh/kernel';
import { nationalDomainRows } from '../src/domain.ts';
import { registerProblem } from '../src/index.ts';

/** A picture of one point. Source: made for this test. */
const PNG = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
  (char) => char.charCodeAt(0),
);

type Person = ProvinceContext & { personId: string };

/** A province with a county of two neighbourhoods, the national domains, and people at each. */
export type Setting = {
  readonly province: TestWorkspace<'province'>;
  readonly top: string;
  readonly county: string;
  readonly here: string;
  readonly there: string;
  readonly manager: Person;
  readonly neighbour: Person;
  readonly secretary: Person;
  readonly director: Person;
  /** Registers a sample problem and gives its id. */
  register(more?: object): Promise<string>;
  /** Attaches a note to a problem, or a photo: gives the id of the one, the key of the other's file. */
  note(subjectId: string, words?: string): Promise<string>;
  photo(subjectId: string): Promise<string>;
  row(id: string): Promise<Record<string, string | number | null>>;
  audit(): Promise<Record<string, string | number | null>>;
};

/** Opens a migrated province in a file and puts the sample rows into it. */
export const openSetting = async (): Promise<Setting> => {
  const province = await openTestProvince();
  const { sql } = province;
  const [top, county, here, there] = [newId(), newId(), newId(), newId()];
  const unit = async (id: string, kind: string, name: string, above: readonly string[]) => {
    const parent = above[0] ?? null;
    await sql(
      "insert into units (id, kind, name_fa, name_folded, parent_id, county_id, from_on, registered_at_ms) values (?, ?, ?, ?, ?, ?, '2026-03-21', 0)",
      [id, kind, name, name, parent, kind === 'province' ? null : county],
    );
    await sql(
      "insert into unit_memberships (id, unit_id, parent_id, county_id, from_on) values (?, ?, ?, ?, '2026-03-21')",
      [newId(), id, parent, kind === 'province' ? null : county],
    );
    for (const ancestor of [...above, id])
      await sql('insert into unit_closure (ancestor_id, unit_id) values (?, ?)', [ancestor, id]);
  };
  await unit(top, 'province', 'قم', []);
  await unit(county, 'county', 'قم', [top]);
  await unit(here, 'neighbourhood', 'شیخ‌آباد', [county, top]);
  await unit(there, 'neighbourhood', 'پردیسان', [county, top]);
  for (const d of nationalDomainRows)
    await sql(
      'insert into domains (key, title_fa, title_en, national_key, is_sensitive, ord) values (?, ?, ?, ?, ?, ?)',
      [d.key, d.titleFa, d.titleEn, d.nationalKey, Number(d.isSensitive), d.ord],
    );
  const manager = await province.as({ role: 'neighbourhood_manager', unitId: here });
  return {
    province,
    top,
    county,
    here,
    there,
    manager,
    neighbour: await province.as({ role: 'neighbourhood_manager', unitId: there }),
    secretary: await province.as({ role: 'county_secretary', unitId: county }),
    director: await province.as({ role: 'director_general', unitId: top }),
    register: async (more = {}) =>
      (
        await registerProblem.run(manager, {
          unitId: here,
          domainKey: 'civil_works',
          title: 'تاریکی کوچه‌ها',
          severity: 4,
          ...more,
        })
      ).id,
    note: async (subjectId, note = 'Seen by the council.') =>
      (await attachNote.run(manager, { subjectKind: 'problem', subjectId, note })).id,
    photo: async (subjectId) => {
      const input = { subjectKind: 'problem', subjectId, bytes: PNG, contentType: 'image/png' };
      return `qom/evidence/${(await attachPhoto.run(manager, input)).id}`;
    },
    row: async (id) => (await sql('select * from problems where id = ?', [id]))[0] ?? {},
    audit: async () => (await province.audit()).at(-1) ?? {},
  };
};
