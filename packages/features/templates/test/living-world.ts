import { makeSealKey } from '@mahalleh/border';
import { openTestProvince, type TestWorkspace } from '@mahalleh/gate/testing';
import { newId } from '@mahalleh/kernel';
import { fillCouncil, fillWork } from './living-work.ts';

/** 6 Azar 1405, a Friday in Qom. */
export const NOW = Date.parse('2026-11-27T08:00:00Z');

/** What each text of the neighbourhood says. `column` is `table.column`; `ordinary` is what it says without anybody's data. */
export type Say = (column: string, ordinary: string) => string;
/** Says what is ordinary. */
export const ordinary: Say = (_column, text) => text;

/** A row by its columns. */
export type Row = Record<string, string | number | null>;

const inserting = (db: TestWorkspace<'province'>) => async (table: string, row: Row) => {
  const names = Object.keys(row);
  await db.sql(
    `insert or replace into ${table} (${names.join(', ')}) values (${names.map(() => '?').join(', ')})`,
    Object.values(row),
  );
};

/** A JPEG of so many bytes, as far as anybody looks here: its first bytes and its last. */
export const jpegOf = (bytes: number): Uint8Array => {
  const file = new Uint8Array(Math.max(bytes, 20)).fill(1);
  file.set([0xff, 0xd8, 0xff, 0xe0], 0);
  file.set([0xff, 0xd9], file.length - 2);
  return file;
};

/** What a part of the world is filled with. */
export type Filling = {
  readonly put: (table: string, row: Row) => Promise<void>;
  readonly say: Say;
  readonly ids: Record<string, string>;
};

/** A province with one living neighbourhood that has something of everything that a template is made of. */
export const openLivingWorld = async (say: Say = ordinary) => {
  const db = await openTestProvince('qom');
  db.setNow(NOW);
  const put = inserting(db);
  const ids = {
    ...{ charter: newId(), imamSeat: newId(), managerSeat: newId() },
    ...{ province: newId(), county: newId(), place: newId(), council: newId(), committee: newId() },
    ...{ imam: newId(), manager: newId(), member: newId(), mosque: newId(), house: newId() },
    ...{ municipality: newId(), ngo: newId(), charity: newId(), hall: newId(), yard: newId() },
    ...{ lights: newId(), harm: newId(), idle: newId(), works: newId(), care: newId(), after: newId() },
    ...{ lamps: newId(), poles: newId(), visits: newId(), opening: newId(), duty: newId() },
    ...{ indicator: newId(), target: newId(), photo: newId(), quietPhoto: newId(), largePhoto: newId() },
  };
  const sample = { registered_at_ms: 0 };
  const names = { province: 'قم', county: 'قم', place: 'شیخ‌آباد' };
  for (const [kind, parent] of [
    ['province', null],
    ['county', ids.province],
    ['place', ids.county],
  ] as const) {
    const name = say('units.name_fa', names[kind]);
    await put('units', {
      ...{ id: ids[kind], kind: kind === 'place' ? 'neighbourhood' : kind, name_fa: name, name_folded: name },
      ...{
        official_code: `98${kind.length}417${kind.length}`,
        parent_id: parent,
        from_on: '2016-03-20',
        population: 8200,
      },
      ...{ county_id: kind === 'province' ? null : ids.county, summary: say('units.summary', 'محله‌ای قدیمی') },
      ...{ latitude: 34.6412, longitude: 50.8765, ...sample },
    });
  }
  for (const [above, below] of [
    [ids.province, ids.province],
    [ids.province, ids.county],
    [ids.province, ids.place],
    [ids.county, ids.county],
    [ids.county, ids.place],
    [ids.place, ids.place],
  ])
    await put('unit_closure', { ancestor_id: above ?? '', unit_id: below ?? '' });
  for (const [id, name, job] of [
    [ids.imam, 'محمدرضا کاشانی‌پور', 'امام جماعت'],
    [ids.manager, 'زهرا سلیمانی‌راد', 'مدیر محله'],
    [ids.member, 'اکبر توکلی‌نیا', 'کارشناس'],
  ] as const) {
    const fullName = say('people.full_name', name);
    await put('people', {
      ...{ id, full_name: fullName, name_folded: fullName, job_title: say('people.job_title', job), ...sample },
    });
  }
  await db.sql('update units set manager_person_id = ? where id = ?', [ids.manager, ids.place]);
  for (const [id, kind, name] of [
    [ids.municipality, 'municipality', 'شهرداری منطقه هفت قم'],
    [ids.ngo, 'ngo', 'انجمن مهر کوثر'],
    [ids.charity, 'ngo', 'بنیاد نور امید'],
  ] as const) {
    const said = say('agencies.name', name);
    await put('agencies', { id, name: said, name_folded: said, kind, unit_id: ids.county, ...sample });
  }
  for (const [id, kind, name] of [
    [ids.mosque, 'mosque', 'مسجد حضرت ابوالفضل (ع)'],
    [ids.house, 'neighbourhood_house', 'خانه امید شیخ‌آباد'],
  ] as const) {
    const said = say('bases.name', name);
    await put('bases', {
      ...{
        id,
        unit_id: ids.place,
        kind,
        name: said,
        name_folded: said,
        activation: 'active',
        official_code: id.slice(-8),
      },
      ...sample,
    });
  }
  for (const [id, kind, name, domain] of [
    [ids.hall, 'place', 'سالن ورزشی شهید همت‌آبادی', 'civil_works'],
    [ids.yard, 'place', 'حیاط دبستان پروین', 'civil_works'],
  ] as const) {
    const said = say('capacities.name', name);
    await put('capacities', {
      ...{ id, unit_id: ids.place, kind, name: said, name_folded: said, domain_key: domain },
      ...{ note: say('capacities.note', 'عصرها'), latitude: 34.6401, longitude: 50.8712, ...sample },
    });
  }
  await fillCouncil({ put, say, ids });
  await fillWork({ put, say, ids });
  const pair = await makeSealKey(await db.ports.secretFor('qom', 'seal-key'));
  await put('seal_keys', {
    ...{ key_id: pair.keyId, wrapped_private: pair.wrappedPrivate, public_jwk: pair.publicJwk, from_ms: 0 },
  });
  for (const [id, bytes] of [
    [ids.photo, 2000],
    [ids.quietPhoto, 2000],
    [ids.largePhoto, 500_000],
  ] as const)
    db.files.set(`qom/evidence/${id}`, jpegOf(bytes));
  const dg = await db.as({ role: 'director_general', unitId: ids.province });
  return { db, ids, put, dg, names, close: () => db.close() };
};
