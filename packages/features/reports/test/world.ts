import { makeSealKey } from '@mahalleh/border';
import { openTestNation, openTestProvince } from '@mahalleh/gate/testing';
import { hashPassword } from '@mahalleh/identity';
import type { Statement } from '@mahalleh/gate';
import { newId } from '@mahalleh/kernel';
import { expect } from 'vitest';
import { closeUpkeep } from '../src/close-period.ts';
import { reportIntakes } from '../src/letters/intakes.ts';
import { reportProvinceIntakes } from '../src/letters/province-intakes.ts';
import { readReport } from '../src/queries/report.ts';

/** An instant in Azar 1405: Aban has ended. */
export const NOW = Date.parse('2026-11-24T08:00:00Z');

/** A province of two counties with its governor and director-general, and a way to give it cells. */
export const openReporting = async () => {
  const db = await openTestProvince('qom');
  const ids = { province: newId(), qom: newId(), kahak: newId() };
  const unit = async (id: string, kind: string, code: string, countyId: string | null) => {
    await db.sql(
      'insert into units (id, kind, official_code, name_fa, name_folded, county_id, from_on, registered_at_ms) values (?, ?, ?, ?, ?, ?, ?, 0)',
      [id, kind, code, `${kind} ${code}`, `${kind} ${code}`, countyId, '2016-03-20'],
    );
    for (const ancestor of new Set([ids.province, id]))
      await db.sql('insert into unit_closure (ancestor_id, unit_id) values (?, ?)', [ancestor, id]);
  };
  await unit(ids.province, 'province', '25', null);
  await unit(ids.qom, 'county', '2501', ids.qom);
  await unit(ids.kahak, 'county', '2502', ids.kahak);
  await db.sql("insert into meta (key, value) values ('provisioned_at_ms', '0')");
  await db.sql('delete from dirty');
  db.setNow(NOW);
  const cell = (countyId: string, metric: string, dims: string, period: string, value: number) =>
    db.sql(
      'insert into cells (county_id, metric, dims, period, value, seq) values (?, ?, ?, ?, ?, 1) on conflict (county_id, metric, dims, period) do update set value = excluded.value',
      [countyId, metric, dims, period, value],
    );
  const run = async (statements: readonly Statement[]) => {
    const outcome = await db.ports.databases.lane('qom').write({ commandId: newId(), statements });
    if (outcome.outcome === 'failed') throw new Error(outcome.message);
  };
  return { db, ids, cell, run };
};

/** The password of everybody here. */
export const PASSWORD = 'a long sentence for one test';
/** The month that has ended. */
export const PERIOD = '1405-08';

/** A province with a governor who can sign, and the nation beside it; `carry` takes every letter across, both ways. */
export const openBoth = async () => {
  const world = await openReporting();
  const { db, ids } = world;
  const nation = await openTestNation();
  nation.setNow(NOW);
  const hash = await hashPassword(PASSWORD);
  const withAccount = async (role: 'governor' | 'director_general') => {
    const person = await db.as({ role, unitId: ids.province });
    await db.sql('insert into accounts (person_id, email, password_hash, created_at_ms) values (?, ?, ?, 0)', [
      person.personId,
      `${role}@qom.sample`,
      hash,
    ]);
    return person;
  };
  const [governor, director] = [await withAccount('governor'), await withAccount('director_general')];
  const pair = await makeSealKey(await db.ports.secretFor('qom', 'seal-key'));
  await db.sql('insert into seal_keys (key_id, wrapped_private, public_jwk, from_ms) values (?, ?, ?, 0)', [
    pair.keyId,
    pair.wrappedPrivate,
    pair.publicJwk,
  ]);
  await nation.sql('insert into province_keys (key_id, province, public_jwk, from_ms) values (?, ?, ?, 0)', [
    pair.keyId,
    'qom',
    pair.publicJwk,
  ]);
  await nation.sql(
    "insert into provinces (slug, code, name_fa, name_en, status, epoch, schema_version, provisioned_at_ms) values ('qom', '25', 'قم', 'Qom', 'active', 1, 1, 0)",
  );
  for (const code of ['2501', '2502'])
    await nation.sql("insert into counties (code, province, name_fa) values (?, 'qom', ?)", [code, code]);
  const reviewer = await nation.as({ role: 'ministry_reviewer', unitId: newId() });
  const admin = await nation.as({ role: 'ministry_admin', unitId: newId() });
  let [up, down] = [0, 0];
  const carry = async () => {
    const letters = await db.sql(
      'select rowid as n, kind, number, epoch, body_json from letters_out where rowid > ? order by rowid',
      [up],
    );
    for (const { n, kind, number, epoch, body_json } of letters) {
      up = Number(n);
      const intake = reportIntakes.find(({ letter }) => letter.kind === kind);
      const bodyJson = String(body_json);
      const sealed = {
        province: 'qom',
        epoch: Number(epoch),
        kind: String(kind),
        number: Number(number),
        sentAtMs: NOW,
        bodyJson,
        keyId: '',
        seal: '',
      };
      const statements = intake?.apply(sealed, intake.letter.body.parse(JSON.parse(bodyJson)) as never) ?? [];
      expect((await nation.ports.databases.lane('nation').write({ commandId: newId(), statements })).outcome).toBe(
        'saved',
      );
    }
    for (const { number, kind, body_json } of await nation.sql(
      "select number, kind, body_json from letters_to_provinces where province = 'qom' and number > ? order by number",
      [down],
    )) {
      down = Number(number);
      const intake = reportProvinceIntakes.find(({ letter }) => letter.kind === kind);
      const bodyJson = String(body_json);
      const sealed = {
        province: 'qom',
        epoch: 0,
        kind: String(kind),
        number: Number(number),
        sentAtMs: NOW,
        bodyJson,
        keyId: '',
        seal: '',
      };
      await world.run(intake?.apply(sealed, intake.letter.body.parse(JSON.parse(bodyJson)) as never) ?? []);
    }
  };
  await world.cell(ids.qom, 'neighbourhood.count@1', '', '', 40);
  await world.cell(ids.qom, 'council.progress@1', 'state=formed', '', 10);
  await world.cell(ids.qom, 'council.progress@1', 'state=missing', '', 30);
  await world.cell(ids.kahak, 'problem.open@1', 'domain=health', '', 4);
  await world.run(closeUpkeep(NOW));
  const report = (version?: number) => readReport.run(governor, { period: PERIOD, ...(version ? { version } : {}) });
  return {
    ...world,
    nation,
    governor,
    director,
    reviewer,
    admin,
    carry,
    report,
    close: () => (db.close(), nation.close()),
  };
};
