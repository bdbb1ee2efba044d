import { enterNation, enterProvince, sealSession, type SqlValue, type Statement } from '@mahalleh/gate';
import { openTestNation, openTestProvince } from '@mahalleh/gate/testing';
import { hashPassword, accountsSql } from '@mahalleh/identity';
import { newId } from '@mahalleh/kernel';
import { peopleSql, rolesSql } from '@mahalleh/people/planting';
import { plantSql } from '@mahalleh/units/planting';
import type { Intake, SealedLetter } from '@mahalleh/border';
import type { Role } from '@mahalleh/access';
import { lookinIntakes, lookinProvinceIntakes } from '../src/index.ts';

/** The analyst's address at the ministry. */
export const ANALYST = 'analyst@ministry.sample';
/** The password of every sample account of these tests. */
export const PASSWORD = 'a long sentence of words';
const HASHED = hashPassword(PASSWORD, { log2n: 8, r: 8, p: 1 });

type Carried = { kind: string; body: unknown };
const letterOf = (number: number, sentAtMs: number): SealedLetter => ({
  ...{ province: 'qom', epoch: 1, kind: '', number, sentAtMs, bodyJson: '', keyId: '', seal: '' },
});
const accepted = (body: unknown): never => body as never;

/** A province of two counties with a neighbourhood each, the ministry, and a way for their letters. */
export const openWorld = async () => {
  const [qom, nation] = [await openTestProvince(), await openTestNation()];
  const run = async (db: typeof qom | typeof nation, statements: readonly Statement[]) => {
    for (const { sql, args } of statements) await db.sql(sql, [...(args as SqlValue[])]);
  };
  const nowMs = qom.ports.nowMs();
  const unit = { province: newId(), east: newId(), west: newId(), near: newId(), far: newId() };
  const planted = (
    id: string,
    kind: 'province' | 'county' | 'neighbourhood',
    nameFa: string,
    parentId: string | null,
  ) => ({
    ...{ id, kind, nameFa, parentId, fromOn: '2020-03-20', isSample: true },
  });
  await run(
    qom,
    plantSql(
      [
        planted(unit.province, 'province', 'قم', null),
        planted(unit.east, 'county', 'قم', unit.province),
        planted(unit.west, 'county', 'کهک', unit.province),
        planted(unit.near, 'neighbourhood', 'شیخ‌آباد', unit.east),
        planted(unit.far, 'neighbourhood', 'پردیسان', unit.west),
      ],
      nowMs,
    ),
  );
  await nation.sql(
    "insert into provinces (slug, code, name_fa, name_en, status, epoch, schema_version, provisioned_at_ms) values ('qom', '25', 'قم', 'Qom', 'active', 1, 1, 0)",
  );
  const arrived = new Map<unknown, number>();
  const carry = async (db: typeof qom | typeof nation, intakes: readonly Intake[], letters: readonly Carried[]) => {
    const before = arrived.get(db) ?? 0;
    arrived.set(db, letters.length);
    for (const [i, { kind, body }] of letters.slice(before).entries()) {
      const intake = intakes.find(({ letter }) => letter.kind === kind);
      if (intake)
        await run(db, intake.apply(letterOf(i + 1, db.ports.nowMs()), accepted(intake.letter.body.parse(body))));
    }
  };
  const carried = (rows: readonly Record<string, SqlValue>[]): Carried[] =>
    rows.map((row) => ({ kind: String(row['kind']), body: JSON.parse(String(row['body_json'])) as unknown }));
  /** Somebody of the ministry with an account and a browser that is signed in. */
  const official = async (email: string, role: Role) => {
    const id = newId();
    await run(nation, peopleSql([{ id, fullName: 'سارا امینی' }], nowMs));
    await run(nation, [accountsSql([{ personId: id, email }], await HASHED, nowMs)]);
    await run(nation, rolesSql([{ personId: id, role, unitId: 'nation' }], nowMs));
    const { cookie, tokenHash } = await sealSession(nation.ports, 'nation', crypto.getRandomValues(new Uint8Array(32)));
    await nation.sql(
      "insert into sessions (id, person_id, token_hash, stage, device, created_at_ms, expires_at_ms) values (?, ?, ?, 'full', 'test', ?, ?)",
      [newId(), id, tokenHash, nowMs, nowMs + 1e12],
    );
    return enterNation(nation.ports, cookie);
  };
  return {
    qom,
    nation,
    unit,
    official,
    /** Time passes on both sides. Unit: milliseconds. */
    pass: (ms: number) => {
      qom.setNow(qom.ports.nowMs() + ms);
      nation.setNow(nation.ports.nowMs() + ms);
    },
    /** The letters that the province has written since reach the nation. */
    toNation: async () =>
      carry(nation, lookinIntakes, carried(await qom.sql('select kind, body_json from letters_out order by rowid'))),
    /** The letters that the nation has written since reach the province. */
    toProvince: async () =>
      carry(
        qom,
        lookinProvinceIntakes,
        carried(await nation.sql('select kind, body_json from letters_to_provinces order by number')),
      ),
    /** The province's door. */
    door: (cookie?: string) => enterProvince(qom.ports, 'qom', cookie),
    /** Somebody of the province with an account. */
    colleague: async (email: string) => {
      const id = newId();
      await run(qom, peopleSql([{ id, fullName: 'مریم رضایی' }], nowMs));
      await run(qom, [accountsSql([{ personId: id, email }], await HASHED, nowMs)]);
      return id;
    },
    close: () => {
      qom.close();
      nation.close();
    },
  };
};

/** What a test works in. */
export type World = Awaited<ReturnType<typeof openWorld>>;
