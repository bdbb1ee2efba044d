import type { Role } from '@mahalleh/access';
import type { ProvinceContext } from '@mahalleh/gate';
import { openTestProvince, type TestWorkspace } from '@mahalleh/gate/testing';
import { foldText, newId, normaliseText } from '@mahalleh/kernel';
import { findingUpkeep, search } from '../src/index.ts';
import type { SearchResult } from '../src/model.ts';

type Person = ProvinceContext & { personId: string };
type Value = string | number | null;
type Row = Readonly<Record<string, Value>>;

/** A province with two counties of two neighbourhoods each, and ways to put records into it as other features would. */
export type Setting = {
  readonly province: TestWorkspace<'province'>;
  readonly top: string;
  readonly counties: readonly [string, string];
  /** Two of the first county, two of the second. */
  readonly places: readonly [string, string, string, string];
  readonly director: Person;
  as(role: Role, unitId: string): Promise<Person>;
  unit(kind: string, name: string, parent: string | null): Promise<string>;
  /** Puts a row into a table as its feature's commands do, and gives its id. */
  put(table: string, row: Row): Promise<string>;
  problem(title: string, unitId?: string, more?: Row): Promise<string>;
  /** What the minute's round does. */
  upkeep(): Promise<void>;
  find(q: string, who?: Person, more?: object): Promise<SearchResult>;
  /** The ids of what is found, the best first, kind after kind. */
  ids(q: string, who?: Person, more?: object): Promise<string[]>;
};

let code = 0;

/** Opens a migrated province in a file. */
export const openSetting = async (): Promise<Setting> => {
  const province = await openTestProvince();
  const { sql } = province;
  const put = async (table: string, row: Row): Promise<string> => {
    const id = newId();
    const whole = { id, ...row };
    const marks = Object.keys(whole).map(() => '?');
    await sql(
      `insert into ${table} (${Object.keys(whole).join(', ')}) values (${marks.join(', ')})`,
      Object.values(whole),
    );
    return id;
  };
  const unit = async (kind: string, name: string, parent: string | null): Promise<string> => {
    const row = { kind, name_fa: name, name_folded: foldText(name), parent_id: parent };
    const id = await put('units', { ...row, from_on: '2026-03-21', registered_at_ms: 1 });
    await sql(
      'insert into unit_closure (ancestor_id, unit_id) select ancestor_id, ? from unit_closure where unit_id = ? union select ?, ?',
      [id, parent, id, id],
    );
    return id;
  };
  const top = await unit('province', 'قم', null);
  const counties = [await unit('county', 'شهرستان یکم', top), await unit('county', 'شهرستان دوم', top)] as const;
  const places = [
    await unit('neighbourhood', 'شیخ‌آباد', counties[0]),
    await unit('neighbourhood', 'پردیسان', counties[0]),
    await unit('neighbourhood', 'راه‌آهن', counties[1]),
    await unit('village', 'کهک', counties[1]),
  ] as const;
  await sql(
    "insert into domains (key, title_fa, title_en, national_key, is_sensitive, ord) values ('civil_works', 'x', 'Civil works', 'civil_works', 0, 1)",
  );
  await sql("insert into people (id, full_name, name_folded, registered_at_ms) values ('writer', 'W', 'w', 1)");
  const as = (role: Role, unitId: string): Promise<Person> => province.as({ role, unitId });
  const director = await as('director_general', top);
  const upkeep = async (): Promise<void> => {
    for (const statement of findingUpkeep()) await sql(statement.sql, statement.args as Value[]);
  };
  const find = (q: string, who = director, more = {}): Promise<SearchResult> => search.run(who, { q, ...more });
  return {
    ...{ province, top, counties, places, director, as, unit, put, upkeep, find },
    problem: (title, unitId = places[0], more = {}) =>
      put('problems', {
        ...{ code: `A${String(++code).padStart(5, '0')}`, unit_id: unitId, domain_key: 'civil_works' },
        ...{ title: normaliseText(title), title_folded: foldText(title), severity: 3, place_kind: 'whole' },
        ...{ status: 'registered', registered_by: 'writer', registered_at_ms: 1 },
        ...more,
      }),
    ids: async (q, who = director, more = {}) =>
      (await find(q, who, more)).groups.flatMap(({ rows }) => rows.map(({ id }) => id)),
  };
};
