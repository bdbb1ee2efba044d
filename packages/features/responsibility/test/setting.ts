import type { ProvinceContext } from '@mahalleh/gate';
import { openTestProvince, type TestWorkspace } from '@mahalleh/gate/testing';
import { foldText, newId } from '@mahalleh/kernel';
import { assignResponsibility } from '../src/index.ts';

type Person = ProvinceContext & { personId: string };
type Value = string | number | null;

/** A province of two counties with three neighbourhoods, four agencies, a small tree of domains, and people at each level. Today is 1 Azar 1405 (2026-11-22). */
export type Setting = {
  readonly db: TestWorkspace<'province'>;
  readonly ids: Readonly<Record<'province' | 'qom' | 'kahak' | 'sheikhabad' | 'pardisan' | 'fordo', string>>;
  readonly agencies: Readonly<Record<'municipality' | 'basij' | 'health' | 'power', string>>;
  readonly dg: Person;
  readonly governor: Person;
  readonly manager: Person;
  /** Puts so many districts without neighbourhoods into the county of Qom. */
  districts(count: number): Promise<void>;
  /** Puts an open problem into the registry. */
  problem(unitId: string, domainKey: string, more?: Record<string, Value>): Promise<string>;
  /** Puts an operation in, which is running. */
  operation(unitId: string, domainKey: string, agencyId: string | null, more?: Record<string, Value>): Promise<string>;
  /** Declares a lead as the director-general. */
  lead(unitId: string, domainKey: string, agencyId: string, more?: object): Promise<{ id: string; revision: number }>;
  row(id: string): Promise<Record<string, Value>>;
};

const insertInto = (db: TestWorkspace<'province'>, table: string, row: Record<string, Value>) =>
  db.sql(
    `insert into ${table} (${Object.keys(row).join(', ')}) values (${Object.keys(row)
      .map(() => '?')
      .join(', ')})`,
    Object.values(row),
  );

/** Opens a migrated province in a file and puts the sample rows into it. */
export const openSetting = async (): Promise<Setting> => {
  const db = await openTestProvince();
  const [province, qom, kahak] = [newId(), newId(), newId()];
  const [sheikhabad, pardisan, fordo] = [newId(), newId(), newId()];
  const ids = { province, qom, kahak, sheikhabad, pardisan, fordo };
  const unit = async (id: string, kind: string, nameFa: string, nameEn: string, above: readonly string[]) => {
    const countyId = kind === 'province' ? null : (above[1] ?? id);
    await insertInto(db, 'units', {
      id,
      kind,
      name_fa: nameFa,
      name_en: nameEn,
      name_folded: foldText(nameFa),
      parent_id: above.at(-1) ?? null,
      county_id: countyId,
      from_on: '2026-03-21',
      registered_at_ms: 0,
    });
    for (const ancestor of [...above, id]) await insertInto(db, 'unit_closure', { ancestor_id: ancestor, unit_id: id });
  };
  await unit(province, 'province', 'قم', 'Qom', []);
  await unit(qom, 'county', 'شهرستان قم', 'Qom county', [province]);
  await unit(kahak, 'county', 'کهک', 'Kahak', [province]);
  await unit(sheikhabad, 'neighbourhood', 'شیخ‌آباد', 'Sheikhabad', [province, qom]);
  await unit(pardisan, 'neighbourhood', 'پردیسان', 'Pardisan', [province, qom]);
  await unit(fordo, 'village', 'فردو', 'Fordo', [province, kahak]);
  const domain = (key: string, parent: string | null, ord: number, isSensitive = 0) =>
    insertInto(db, 'domains', {
      key,
      title_fa: key,
      title_en: key,
      national_key: parent ?? key,
      parent_key: parent,
      is_sensitive: isSensitive,
      ord,
    });
  await domain('civil_works', null, 1);
  await domain('health', null, 2, 1);
  await domain('sport', null, 3);
  await domain('lighting', 'civil_works', 4);
  const agencies = { municipality: newId(), basij: newId(), health: newId(), power: newId() };
  for (const [name, id] of Object.entries(agencies))
    await insertInto(db, 'agencies', {
      id,
      name,
      name_folded: name,
      kind: 'municipality',
      unit_id: province,
      registered_at_ms: 0,
    });
  const dg = await db.as({ role: 'director_general', unitId: province });
  let code = 0;
  return {
    db,
    ids,
    agencies,
    dg,
    governor: await db.as({ role: 'county_governor', unitId: kahak }),
    manager: await db.as({ role: 'neighbourhood_manager', unitId: sheikhabad }),
    districts: async (count) => {
      for (let n = 0; n < count; n++) await unit(newId(), 'district', `بخش ${n}`, `District ${n}`, [province, qom]);
    },
    problem: async (unitId, domainKey, more = {}) => {
      const id = newId();
      await insertInto(db, 'problems', {
        id,
        code: `M-${code++}`,
        unit_id: unitId,
        domain_key: domainKey,
        title: `مسئله ${code}`,
        title_folded: 'م',
        severity: 3,
        people_affected: 100,
        place_kind: 'whole',
        status: 'triaged',
        registered_by: dg.personId,
        registered_at_ms: Date.parse('2026-11-12T08:00:00Z'),
        ...more,
      });
      return id;
    },
    operation: async (unitId, domainKey, agencyId, more = {}) => {
      const id = newId();
      await insertInto(db, 'operations', {
        id,
        code: `A-${code++}`,
        unit_id: unitId,
        domain_key: domainKey,
        agency_id: agencyId,
        title: `عملیات ${code}`,
        title_folded: 'ع',
        status: 'running',
        starts_on: '2026-11-01',
        ends_on: '2026-12-20',
        planned_at_ms: 0,
        ...more,
      });
      return id;
    },
    lead: (unitId, domainKey, agencyId, more = {}) =>
      assignResponsibility.run(dg, { unitId, domainKey, agencyId, role: 'lead', ...more }),
    row: async (id) => (await db.sql('select * from responsibilities where id = ?', [id]))[0] ?? {},
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

/** Lets something happen in the database after the next command has decided and before it saves. */
export const meanwhile = ({ db }: Setting, happens: string): void => {
  const { databases } = db.ports as { databases: { lane: Setting['db']['ports']['databases']['lane'] } };
  const { lane } = databases;
  databases.lane = (name) => ({
    write: async (job) => {
      databases.lane = lane;
      await db.sql(happens);
      return lane(name).write(job);
    },
  });
};
