import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { NATION, type Statement } from '@mahalleh/gate';
import { peopleLetter, toldAgain } from '@mahalleh/rollups';
import { eraseAgain } from '@mahalleh/volunteers';
import { oneProvince } from '../arguments.ts';
import type { DeskCommand } from '../command.ts';
import { driftOf } from '../drift.ts';
import type { Desk } from '../desk.ts';
import { Fault } from '../fault.ts';
import { bringUp, migrationsOf, versionOf } from '../migrations.ts';
import { createNamespace } from '../namespaces.ts';
import { knownProvinces } from '../national.ts';
import { goneKeysOf } from '../person-keys.ts';
import { changeKey } from '../seal-keys.ts';
import { settle } from '../settle.ts';

const isSound = (copy: DatabaseSync): boolean => {
  try {
    return copy.prepare('pragma integrity_check').get()?.['integrity_check'] === 'ok';
  } catch {
    return false;
  }
};

/** Fails: with one sentence when the file is no sound copy of that province, or newer than this version. */
const check = (copy: DatabaseSync, province: string): void => {
  if (!isSound(copy)) throw new Fault('The copy is damaged or no database; nothing was changed.');
  const valueOf = (key: string) => copy.prepare('select value from meta where key = ?').get(key)?.['value'];
  const database = valueOf('database');
  if (database !== province)
    throw new Fault(`The copy is of ${String(database)}, not of ${province}; nothing was changed.`);
  const newest = migrationsOf('province').length;
  if (Number(valueOf('schema_version')) > newest)
    throw new Fault('The copy was made by a newer version; nothing was changed.');
};

/** A new epoch: numbers begin again, so everything is sent anew; letters that waited take numbers of the new epoch. Sessions of the copied day end. */
const openEpoch = (copy: DatabaseSync, epoch: number, nowMs: number): void => {
  copy.exec('begin');
  copy
    .prepare(
      'update border_state set epoch = ?, cell_number = 0, cell_seq = 0, coverage_number = 0, coverage_at_ms = 0, last_failure = null where id = 1',
    )
    .run(epoch);
  copy
    .prepare("insert into meta (key, value) values ('epoch', ?) on conflict (key) do update set value = excluded.value")
    .run(String(epoch));
  copy
    .prepare(
      'update letters_out set epoch = ?, number = (select count(*) from letters_out w where w.kind = letters_out.kind and w.acked_at_ms is null and (w.epoch < letters_out.epoch or (w.epoch = letters_out.epoch and w.number <= letters_out.number))) where acked_at_ms is null',
    )
    .run(epoch);
  copy.prepare('update sessions set revoked_at_ms = ? where revoked_at_ms is null').run(nowMs);
  copy.exec('commit');
};

/** What the province told of people after the copy was made, from its own letters: without them it could tell what it had hidden. */
const toldOfPeople = async (desk: Desk, province: string): Promise<Statement[]> => {
  const letters = await desk.rows(
    NATION,
    'select body_json from letters_in where province = ? and kind = ? order by epoch, number',
    [province, peopleLetter.kind],
  );
  return letters.flatMap(([body]) => toldAgain(peopleLetter.body.parse(JSON.parse(String(body)))));
};

/** Writes into the copy what the province told; a copy that is older than the tables of people gets it after its migration. */
const rememberIn = (copy: DatabaseSync, told: readonly Statement[]): void => {
  if (!copy.prepare("select 1 from sqlite_master where name = 'people_leaves'").get()) return;
  for (const { sql, args } of told) copy.prepare(sql).run(...Object.values(args));
};

/** Puts the prepared copy where the server looks for the database. Only this database is away meanwhile. */
const exchange = async (desk: Desk, province: string, prepared: string): Promise<void> => {
  const folder = join(desk.data, 'libsql/dbs', province);
  const answer = await desk.admin('DELETE', province);
  if (!answer.ok && answer.status !== 404)
    throw new Fault(`The server did not let go of ${province}: ${(await answer.text()).slice(0, 200)}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  renameSync(prepared, join(folder, 'data'));
  await createNamespace(desk, province);
};

/** Puts a copy of a province back while the others work, opens a new epoch at the border and checks the figures. */
export const restore: DeskCommand = async (desk, args, say) => {
  const province = oneProvince(args);
  if (!args.from) throw new Fault('restore needs --from FILE.');
  const file = resolve(args.from);
  if (!existsSync(file)) throw new Fault(`There is no file ${file}.`);
  const known = (await knownProvinces(desk)).find(({ slug }) => slug === province);
  if (!known) throw new Fault(`The nation does not know ${province}; desk provision ${province} comes first.`);
  const epoch = known.epoch + 1;
  const told = await toldOfPeople(desk, province);
  const prepared = join(desk.data, `restore-${province}.db`);
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(`${prepared}${suffix}`, { force: true });
  copyFileSync(file, prepared);
  try {
    const copy = new DatabaseSync(prepared);
    try {
      check(copy, province);
      openEpoch(copy, epoch, Date.now());
      rememberIn(copy, told);
    } finally {
      copy.close();
    }
    await desk.holding(province, async () => {
      // First the nation: letters of the epoch that ends are refused from now on, whatever happens next.
      await desk.write(NATION, { action: 'desk.restore', subject: province, fields: ['epoch'] }, [
        { sql: 'update provinces set epoch = ? where slug = ?', args: [epoch, province] },
      ]);
      await exchange(desk, province, prepared);
    });
  } finally {
    rmSync(prepared, { force: true });
  }
  const before = (await versionOf(desk, province)) ?? 0;
  const after = await bringUp(desk, province, migrationsOf('province'), before);
  await desk.write(NATION, { action: 'desk.restore', subject: province, fields: ['schema_version'] }, [
    { sql: 'update provinces set schema_version = ? where slug = ?', args: [after, province] },
  ]);
  // Who withdrew after the copy was made cannot be read by anything; their rows are blanked again.
  const gone = await goneKeysOf(desk, province);
  await desk.write(province, { action: 'desk.restore', subject: province, fields: ['epoch'] }, [
    ...eraseAgain(gone, Date.now()),
    ...told,
  ]);
  const [key] = await desk.rows(province, 'select key_id from seal_keys where to_ms is null');
  const [open] = await desk.rows(NATION, 'select 1 from province_keys where key_id = ? and to_ms is null', [
    String(key?.[0]),
  ]);
  if (!open) await changeKey(desk, province);
  await settle(desk, province);
  const { drift } = await driftOf(desk, province);
  say(
    `${province}: restored from ${file}, epoch ${epoch}; ${drift.length === 0 ? 'every figure follows from the records, here and at the nation' : `${drift.length} figures drift: run desk verify ${province}`}.`,
  );
  return drift.length === 0 ? 0 : 1;
};
