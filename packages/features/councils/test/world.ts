import type { Role } from '@mahalleh/access';
import { openTestProvince } from '@mahalleh/gate/testing';
import { foldText, newId } from '@mahalleh/kernel';
import { foundingRows } from '../src/index.ts';

/** A province with one county and two neighbourhoods, its charters, and nobody appointed. */
export const openWorld = async (slug = 'qom') => {
  const province = await openTestProvince(slug);
  const unit = { province: newId(), county: newId(), sheikhabad: newId(), pardisan: newId() };
  await province.sql('pragma synchronous = off');
  const addUnit = async (id: string, kind: string, nameFa: string, above: string[], countyId: string | null) => {
    await province.sql(
      'insert into units (id, kind, name_fa, name_folded, parent_id, county_id, from_on, is_model, is_sample, registered_at_ms) values (?, ?, ?, ?, ?, ?, ?, 0, 1, 0)',
      [id, kind, nameFa, foldText(nameFa), above.at(-1) ?? null, countyId, '2020-01-01'],
    );
    for (const ancestor of [...above, id])
      await province.sql('insert into unit_closure (ancestor_id, unit_id) values (?, ?)', [ancestor, id]);
  };
  await addUnit(unit.province, 'province', 'قم', [], null);
  await addUnit(unit.county, 'county', 'شهرستان قم', [unit.province], unit.county);
  await addUnit(unit.sheikhabad, 'neighbourhood', 'شیخ‌آباد', [unit.province, unit.county], unit.county);
  await addUnit(unit.pardisan, 'neighbourhood', 'پردیسان', [unit.province, unit.county], unit.county);
  const { charters, seats, committeeKinds } = foundingRows(slug);
  for (const c of charters)
    await province.sql(
      'insert into charters (id, kind, version, title_fa, title_en, origin, from_on, superseded_on) values (?, ?, ?, ?, ?, ?, ?, ?)',
      [c.id, c.kind, c.version, c.titleFa, c.titleEn, c.origin, c.fromOn, c.supersededOn],
    );
  for (const s of seats)
    await province.sql(
      'insert into charter_seats (id, charter_id, key, ord, title_fa, title_en, office, is_required, is_chair, is_secretary) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
      [
        s.id,
        s.charterId,
        s.key,
        s.ord,
        s.titleFa,
        s.titleEn,
        s.office,
        Number(s.isRequired),
        Number(s.isChair),
        Number(s.isSecretary),
      ],
    );
  for (const k of committeeKinds)
    await province.sql(
      'insert into committee_kinds (key, title_fa, title_en, is_emergency, ord) values (?, ?, ?, ?, ?)',
      [k.key, k.titleFa, k.titleEn, Number(k.isEmergency), k.ord],
    );

  const person = async (name = 'شخص نمونه') => {
    const id = newId();
    await province.sql(
      'insert into people (id, full_name, name_folded, is_sample, registered_at_ms) values (?, ?, ?, 1, 0)',
      [id, name, name],
    );
    return id;
  };
  const council = async (kind: string, unitId: string, charterId: string, establishedOn = '2026-09-03') => {
    const id = newId();
    await province.sql('insert into councils (id, kind, unit_id, charter_id, established_on) values (?, ?, ?, ?, ?)', [
      id,
      kind,
      unitId,
      charterId,
      establishedOn,
    ]);
    return id;
  };
  const appointment = async (a: {
    councilId: string;
    unitId: string;
    seatId: string;
    personId: string;
    fromOn: string;
    toOn?: string | null;
    swornOn?: string | null;
    endedOn?: string | null;
  }) => {
    const id = newId();
    await province.sql(
      'insert into appointments (id, council_id, unit_id, seat_id, person_id, decree_number, from_on, to_on, sworn_on, ended_on) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
      [
        id,
        a.councilId,
        a.unitId,
        a.seatId,
        a.personId,
        '12403',
        a.fromOn,
        a.toOn ?? null,
        a.swornOn ?? null,
        a.endedOn ?? null,
      ],
    );
    return id;
  };
  const as = (role: Role, unitId = unit.province) => province.as({ role, unitId });
  const lastAudit = async () => (await province.audit()).at(-1);
  return { ...province, as, unit, charters, seats, person, council, appointment, lastAudit };
};

/** A world that a test plays in. */
export type World = Awaited<ReturnType<typeof openWorld>>;

/** The civil day that the test clock stands at: 1 Azar 1405. */
export const TODAY = '2026-11-22';

/** The nth thing of a list that is known to be there. */
export const nth = <T>(list: readonly T[], n: number): T => {
  const found = list[n];
  if (found === undefined) throw new Error(`the list has no ${n}`);
  return found;
};
