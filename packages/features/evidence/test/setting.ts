import type { ProvinceContext } from '@mahalleh/gate';
import { openTestProvince, type TestWorkspace } from '@mahalleh/gate/testing';
import { newId } from '@mahalleh/kernel';

/** Two neighbourhoods of one county, with a problem, an operation and a task of each sense in the first. */
export type Setting = {
  readonly province: TestWorkspace<'province'>;
  readonly manager: ProvinceContext & { personId: string };
  readonly neighbour: ProvinceContext & { personId: string };
  readonly here: string;
  readonly plain: { problem: string; operation: string; task: string };
  readonly sensitive: { problem: string; operation: string; task: string };
};

/** Opens a migrated province in a file and puts the sample rows into it. */
export const openSetting = async (): Promise<Setting> => {
  const province = await openTestProvince();
  const { sql } = province;
  const [county, here, there] = [newId(), newId(), newId()];
  const unit = async (id: string, kind: string, parent: string | null, above: string[]) => {
    await sql(
      "insert into units (id, kind, name_fa, name_folded, parent_id, county_id, from_on, registered_at_ms) values (?, ?, 'Sample', 'sample', ?, ?, '2026-03-21', 0)",
      [id, kind, parent, county],
    );
    for (const ancestor of [...above, id])
      await sql('insert into unit_closure (ancestor_id, unit_id) values (?, ?)', [ancestor, id]);
  };
  await unit(county, 'county', null, []);
  await unit(here, 'neighbourhood', county, [county]);
  await unit(there, 'neighbourhood', county, [county]);
  const manager = await province.as({ role: 'neighbourhood_manager', unitId: here });
  const neighbour = await province.as({ role: 'neighbourhood_manager', unitId: there });

  const rows = async (domain: string, isSensitive: number) => {
    const [problem, operation, task] = [newId(), newId(), newId()];
    await sql(
      "insert into domains (key, title_fa, title_en, national_key, is_sensitive, ord) values (?, 'x', 'x', ?, ?, 1)",
      [domain, domain, isSensitive],
    );
    await sql(
      "insert into problems (id, code, unit_id, domain_key, title, title_folded, severity, place_kind, status, registered_by, registered_at_ms) values (?, ?, ?, ?, 'Sample', 'sample', 3, 'whole', 'started', ?, 0)",
      [problem, domain, here, domain, manager.personId],
    );
    await sql(
      "insert into operations (id, code, unit_id, problem_id, domain_key, title, title_folded, status, starts_on, ends_on, planned_at_ms) values (?, ?, ?, ?, 'sport', 'Sample', 'sample', 'running', '2026-11-01', '2026-12-01', 0)",
      [operation, domain, here, problem],
    );
    await sql(
      "insert into tasks (id, operation_id, unit_id, title, responsible_person_id, starts_on, due_on, status) values (?, ?, ?, 'Sample', ?, '2026-11-01', '2026-11-20', 'open')",
      [task, operation, here, manager.personId],
    );
    return { problem, operation, task };
  };
  const plain = await rows('sport', 0);
  return { province, manager, neighbour, here, plain, sensitive: await rows('social_harms', 1) };
};
