import { expect, test } from 'vitest';
import { elementId, openFleet, openProvince, TEMPLATE, type Province } from './standing-world.ts';

const NOTHING = { landed: 0, changed: 0, dropped: 0, added: 0, changedByKind: {} };

/** A neighbourhood that uses the template: a problem, an operation with a task, and one left out. */
const adopted = async (province: Province, more: Parameters<Province['adopt']>[1] = {}) => {
  const unitId = await province.place();
  const adoption = await province.adopt(unitId, more);
  const problem = await province.problem(unitId, 'کوچه‌ها تاریک است');
  const operation = await province.operation(unitId, 'روشنایی');
  const task = await province.task(operation, unitId, 'نصب چراغ');
  await province.land(adoption, elementId(1), 'problem', problem);
  await province.land(adoption, elementId(2), 'operation', operation);
  await province.land(adoption, elementId(3), 'task', task);
  return { unitId, adoption, problem, operation, task };
};

test('what is in use is told once by county and version, without a neighbourhood’s name or id; what has not changed is not told again', async () => {
  const province = await openProvince('qom');
  const one = await adopted(province);
  await adopted(province, { version: 2 });
  const far = await province.place({ in: province.ids.other });
  await province.adopt(far);
  const told = await province.round();
  expect(told.map(({ kind }) => kind)).toEqual(Array(3).fill('template.adopters'));
  expect(told.map(({ body }) => body)).toMatchObject([
    {
      ...{ templateId: TEMPLATE, version: 1, county: '2501', nameFa: 'شهرستان 2501', nameEn: 'County 2501' },
      ...{ turn: 1, adoptions: 1, overlay: { ...NOTHING, landed: 3 } },
    },
    { version: 1, county: '2502', turn: 1, adoptions: 1, overlay: NOTHING },
    { version: 2, county: '2501', turn: 1, adoptions: 1, overlay: { ...NOTHING, landed: 3 } },
  ]);
  const text = JSON.stringify(told);
  for (const name of [one.unitId, one.adoption, one.task, 'راه‌آهن', 'چراغ']) expect(text).not.toContain(name);
  expect(await province.round()).toEqual([]);
  province.db.close();
});

test('a changed field, a record given up and a task added are counted; taken back, all is as before; whom a task is given to is no change', async () => {
  const province = await openProvince('qom');
  const { unitId, problem, operation, task } = await adopted(province);
  await province.round();
  const other = await province.db.as({ role: 'observer', unitId: province.ids.province });
  await province.db.sql('update tasks set responsible_person_id = ? where id = ?', [other.personId, task]);
  expect(await province.round()).toEqual([]);
  await province.db.sql("update tasks set due_on = '2026-09-20' where id = ?", [task]);
  await province.db.sql("update problems set title = 'شب‌ها تاریک است' where id = ?", [problem]);
  const added = await province.task(operation, unitId, 'بازدید');
  const [changed] = await province.round();
  expect(changed?.body).toMatchObject({
    turn: 2,
    overlay: { landed: 3, changed: 2, dropped: 0, added: 1, changedByKind: { problem: 1, task: 1 } },
  });
  await province.db.sql("update tasks set status = 'cancelled' where id in (?, ?)", [task, added]);
  expect((await province.round())[0]?.body).toMatchObject({
    overlay: { landed: 2, changed: 1, dropped: 1, added: 0, changedByKind: { problem: 1 } },
  });
  await province.db.sql("update tasks set status = 'todo', due_on = '2026-09-10' where id = ?", [task]);
  await province.db.sql("update problems set title = 'کوچه‌ها تاریک است' where id = ?", [problem]);
  expect((await province.round())[0]?.body).toMatchObject({ turn: 4, overlay: { ...NOTHING, landed: 3 } });
  province.db.close();
});

test('a link of a task that was given up is given up with it; a record that was there before is in use and never changed', async () => {
  const province = await openProvince('qom');
  const { unitId, adoption, operation, task } = await adopted(province);
  const next = await province.task(operation, unitId, 'بازدید');
  await province.land(adoption, elementId(4), 'task', next);
  await province.db.sql(
    'insert into task_dependencies (task_id, after_id, unit_id, linked_at_ms) values (?, ?, ?, 0)',
    [...[next, task, unitId]],
  );
  await province.land(adoption, elementId(5), 'link', `${next}|${task}`, {
    taskRef: elementId(4),
    afterRef: elementId(3),
  });
  const joined = await province.problem(unitId, 'از پیش بود');
  await province.land(adoption, elementId(6), 'problem', joined);
  await province.db.sql('update adopted_elements set is_joined = 1 where row_key = ?', [joined]);
  await province.db.sql("update problems set title = 'از پیش بود و عوض شد' where id = ?", [joined]);
  expect((await province.round())[0]?.body).toMatchObject({ overlay: { ...NOTHING, landed: 6 } });
  await province.db.sql("update tasks set status = 'cancelled' where id = ?", [task]);
  expect((await province.round())[0]?.body).toMatchObject({ overlay: { ...NOTHING, landed: 4, dropped: 2 } });
  province.db.close();
});

test('an adoption that ended, and one that was taken back, are in use no more: nought is told once', async () => {
  const province = await openProvince('qom');
  const ended = await adopted(province);
  const undone = await adopted(province, { version: 2 });
  await province.round();
  await province.db.sql("update adoptions set status = 'ended' where id = ?", [ended.adoption]);
  await province.db.sql('delete from adopted_elements where adoption_id = ?', [undone.adoption]);
  await province.db.sql('delete from adoptions where id = ?', [undone.adoption]);
  expect(
    (await province.round()).map(({ body }) => [body['version'], body['turn'], body['adoptions'], body['overlay']]),
  ).toEqual([
    [1, 2, 0, NOTHING],
    [2, 2, 0, NOTHING],
  ]);
  expect(await province.round()).toEqual([]);
  expect(await province.db.sql('select * from adoption_standings')).toEqual([]);
  province.db.close();
});

test('a county that is renamed, or whose name was never told, is told again with its name', async () => {
  const province = await openProvince('qom');
  await adopted(province);
  await province.round();
  await province.db.sql("update units set name_en = 'Railway County' where id = ?", [province.ids.county]);
  expect((await province.round()).map(({ body }) => [body['turn'], body['nameEn']])).toEqual([[2, 'Railway County']]);
  await province.db.sql('update template_adopters set name_fa = null');
  expect((await province.round()).map(({ body }) => [body['turn'], body['nameFa']])).toEqual([[3, 'شهرستان 2501']]);
  expect(await province.round()).toEqual([]);
  province.db.close();
});

test('an upgrade moves an adoption from one version to the other', async () => {
  const province = await openProvince('qom');
  const { adoption } = await adopted(province);
  await province.round();
  await province.db.sql('update adoptions set version = 2, revision = revision + 1 where id = ?', [adoption]);
  expect((await province.round()).map(({ body }) => [body['version'], body['adoptions']])).toEqual([
    [1, 0],
    [2, 1],
  ]);
  province.db.close();
});

test('what a mark missed is counted right within a day; a record that nothing adopted costs no mark', async () => {
  const province = await openProvince('qom');
  const { unitId, task } = await adopted(province);
  await province.round();
  await province.db.sql("update tasks set title = 'نصب دو چراغ' where id = ?", [task]);
  await province.db.sql('delete from standing_marks');
  expect(await province.round()).toEqual([]);
  const free = await province.problem(unitId, 'جوی گرفته است');
  await province.db.sql('update problems set severity = 4 where id = ?', [free]);
  expect(await province.db.sql('select * from standing_marks')).toEqual([]);
  province.setNow(province.nowMs() + 86_400_001);
  expect((await province.round())[0]?.body).toMatchObject({ overlay: { changed: 1 } });
  province.db.close();
});

test('what provinces told stands alike at the nation and in every province, in whatever order letters come; after a restore it is told again as later', async () => {
  const fleet = await openFleet();
  const { nation, qom, qazvin, yazd, carry, close } = fleet;
  const here = await adopted(qazvin);
  await adopted(qazvin);
  await adopted(yazd, { version: 2 });
  for (const province of [qom, qazvin, yazd]) await province.round();
  await carry();
  await qazvin.db.sql("update problems set title = 'دیگر' where id = ?", [here.problem]);
  await qazvin.round();
  await carry();
  const rows =
    'select province, county, name_fa, name_en, version, turn, adoptions, overlay_json from template_adopters order by 1, 2, 3';
  const atNation = await nation.sql(rows);
  expect(atNation).toMatchObject([
    { province: 'qazvin', county: '2501', name_fa: 'شهرستان 2501', version: 1, turn: 2, adoptions: 2 },
    { province: 'yazd', county: '2501', version: 2, turn: 1, adoptions: 1 },
  ]);
  expect(JSON.parse(String(atNation[0]?.['overlay_json']))).toMatchObject({ landed: 6, changed: 1 });
  for (const { db } of [qom, qazvin, yazd]) expect(await db.sql(rows)).toEqual(atNation);
  // Restored: an older state of the records, under a new epoch.
  await qazvin.db.sql('update border_state set epoch = 2');
  await qazvin.db.sql('update template_adopters set turn = 1 where province = ?', ['qazvin']);
  const again = await qazvin.round();
  expect(again.map(({ body }) => body['turn'])).toEqual([1_000_001]);
  expect(await qazvin.round()).toEqual([]);
  close();
});

test('where nothing was ever adopted, a round tells nothing and writes nothing', async () => {
  const province = await openProvince('qom');
  for (let n = 0; n < 20; n++) await province.problem(await province.place(), `مسئله ${n}`);
  expect(await province.round()).toEqual([]);
  for (const table of ['standing_marks', 'adoption_standings', 'template_adopters', 'letters_out'])
    expect(await province.db.sql(`select * from ${table}`)).toEqual([]);
  province.db.close();
});
