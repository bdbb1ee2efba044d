import { change, defineCommand, forgetReversals, guarded, NOW, one, type ProvinceContext } from '@mahalleh/gate';
import { openTestProvince, type TestWorkspace } from '@mahalleh/gate/testing';
import { newId, zId, zInput, zRevision, zTitle } from '@mahalleh/kernel';
import { units, unitSuccessions } from '@mahalleh/units/schema';
import { and, eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { trashList, undoAct } from '../src/index.ts';

const Changed = z.object({ id: z.string(), revision: z.number() });
const edit = { unitId: zId('unit'), revision: zRevision };

/** A change that can be taken back. */
const rename = defineCommand({
  name: 'unit.amend',
  permission: 'unit.amend',
  input: zInput({ ...edit, nameFa: zTitle() }),
  output: Changed,
  load: (db, { unitId }) => ({ unit: one(db.select().from(units).where(eq(units.id, unitId))) }),
  decide: () => ({}),
  save: (db, _decision, _state, { unitId, revision, nameFa }) => [
    guarded(
      db
        .update(units)
        .set({ nameFa, revision: revision + 1 })
        .where(and(eq(units.id, unitId), eq(units.revision, revision))),
    ),
  ],
  reversal: (_decision, { unit }, { unitId, revision }) => ({
    steps: [{ table: units, id: unitId, revision: revision + 1, set: { nameFa: unit.nameFa, isModel: unit.isModel } }],
  }),
  audit: (_decision, _state, { unitId }) => ({ subject: unitId, unitId, fields: ['nameFa'] }),
  answer: (_decision, _state, { unitId, revision }) => ({ id: unitId, revision: revision + 1 }),
});

/** A change that throws something away. */
const discard = defineCommand({
  name: 'unit.retire',
  permission: 'unit.retire',
  input: zInput(edit),
  output: Changed,
  load: (db, { unitId }) => ({ unit: one(db.select().from(units).where(eq(units.id, unitId))) }),
  decide: () => ({}),
  save: (db, _decision, _state, { unitId, revision }) => [
    guarded(
      db
        .update(units)
        .set({ endedOn: '2026-11-22', revision: revision + 1 })
        .where(and(eq(units.id, unitId), eq(units.revision, revision))),
    ),
  ],
  reversal: (_decision, { unit }, { unitId, revision }) => ({
    trash: true,
    label: unit.nameFa,
    steps: [{ table: units, id: unitId, revision: revision + 1, set: { endedOn: null, registeredAtMs: NOW } }],
  }),
  audit: (_decision, _state, { unitId }) => ({ subject: unitId, unitId, fields: ['endedOn'] }),
  answer: (_decision, _state, { unitId, revision }) => ({ id: unitId, revision: revision + 1 }),
});

/** Many at once: some are set back, some removed, and of some there may be none. */
const many = defineCommand({
  name: 'unit.merge',
  permission: 'unit.merge',
  input: zInput({ unitIds: z.array(z.string()) }),
  output: z.object({}),
  load: () => ({}),
  decide: () => ({}),
  save: (db, _decision, _state, { unitIds }) =>
    unitIds.map((id) => change(db.update(units).set({ isModel: true, revision: 2 }).where(eq(units.id, id)))),
  reversal: (_decision, _state, { unitIds: values }) => ({
    steps: [
      { table: unitSuccessions, among: { column: 'fromUnitId', values }, rows: 0, remove: true },
      {
        table: units,
        among: { column: 'id', values },
        at: { revision: 2 },
        rows: values.length,
        set: { isModel: false, registeredAtMs: NOW },
      },
    ],
  }),
  audit: () => ({ subject: top, unitId: top, fields: [] }),
  answer: () => ({}),
});

/** A redaction: nothing of the record can be brought back. */
const forget = defineCommand({
  name: 'problem.redact',
  permission: 'problem.redact',
  input: zInput({ unitId: zId('unit') }),
  output: z.object({}),
  load: () => ({}),
  decide: () => ({}),
  save: (db, _decision, _state, { unitId }) => [forgetReversals(db, unitId)],
  audit: (_decision, _state, { unitId }) => ({ subject: unitId, unitId, fields: [] }),
  answer: () => ({}),
});

let province: TestWorkspace<'province'>;
let admin: ProvinceContext & { personId: string };
const [top, left, right] = [newId(), newId(), newId()];
beforeEach(async () => {
  province = await openTestProvince();
  for (const id of [top, left, right]) {
    await province.sql(
      "insert into units (id, kind, name_fa, name_folded, from_on, registered_at_ms) values (?, 'county', 'Old', 'old', '2026-01-01', 1)",
      [id],
    );
    for (const ancestor of new Set([top, id]))
      await province.sql('insert into unit_closure (ancestor_id, unit_id) values (?, ?)', [ancestor, id]);
  }
  admin = await province.as({ role: 'province_admin', unitId: top });
});
afterEach(() => province.close());

const unit = async (id: string) => (await province.sql('select * from units where id = ?', [id]))[0];
const DAY_MS = 86_400_000;

describe('a change', () => {
  test('is taken back by who made it: the row stands as before, one revision on, and the log tells', async () => {
    const commandId = newId();
    await rename.run(admin, { unitId: left, revision: 1, nameFa: 'New' }, commandId);
    expect(await undoAct.run(admin, { commandId })).toEqual({ act: 'unit.amend', subject: left, unitId: left });
    expect(await unit(left)).toMatchObject({ name_fa: 'Old', revision: 3, is_model: 0 });
    expect((await province.audit()).at(-1)).toMatchObject({
      action: 'act.undo',
      subject: left,
      fields_json: '["unit.amend"]',
    });
  });

  test('is not taken back twice', async () => {
    const commandId = newId();
    await rename.run(admin, { unitId: left, revision: 1, nameFa: 'New' }, commandId);
    await undoAct.run(admin, { commandId });
    await expect(undoAct.run(admin, { commandId })).rejects.toMatchObject({ reason: 'reversal_done' });
  });

  test('stays when somebody has changed the record since, and nothing is half taken back', async () => {
    const commandId = newId();
    await rename.run(admin, { unitId: left, revision: 1, nameFa: 'New' }, commandId);
    await rename.run(admin, { unitId: left, revision: 2, nameFa: 'Newer' });
    await expect(undoAct.run(admin, { commandId })).rejects.toMatchObject({ reason: 'revision_conflict' });
    expect(await unit(left)).toMatchObject({ name_fa: 'Newer', revision: 3 });
    expect(await province.sql('select reversed_at_ms from reversals where command_id = ?', [commandId])).toEqual([
      { reversed_at_ms: null },
    ]);
  });

  test('is its author’s to take back, for a day', async () => {
    const commandId = newId();
    await rename.run(admin, { unitId: left, revision: 1, nameFa: 'New' }, commandId);
    const other = await province.as({ role: 'province_admin', unitId: top });
    await expect(undoAct.run(other, { commandId })).rejects.toMatchObject({ reason: 'reversal_of_other' });
    province.setNow(Date.parse('2026-11-22T08:00:00Z') + DAY_MS + 1);
    await expect(undoAct.run(admin, { commandId })).rejects.toMatchObject({ reason: 'reversal_unknown' });
  });

  test('cannot be taken back by a command that never was', async () => {
    await expect(undoAct.run(admin, { commandId: newId() })).rejects.toMatchObject({
      kind: 'not_found',
      reason: 'reversal_unknown',
    });
  });
});

describe('a change of many', () => {
  const done = async () => {
    const commandId = newId();
    await many.run(admin, { unitIds: [left, right] }, commandId);
    return commandId;
  };

  test('is taken back by one statement for each table', async () => {
    await undoAct.run(admin, { commandId: await done() });
    for (const id of [left, right]) expect(await unit(id)).toMatchObject({ is_model: 0, revision: 3 });
    expect(await unit(top)).toMatchObject({ is_model: 0, revision: 1 });
  });

  test('stays as a whole when one has moved on', async () => {
    const commandId = await done();
    await province.sql('update units set revision = 9 where id = ?', [right]);
    await expect(undoAct.run(admin, { commandId })).rejects.toMatchObject({ reason: 'revision_conflict' });
    expect(await unit(left)).toMatchObject({ is_model: 1, revision: 2 });
  });

  test('stays when something has come that must not be there, and that stays too', async () => {
    const commandId = await done();
    await province.sql(
      "insert into unit_successions (id, kind, from_unit_id, to_unit_id, on_date) values ('s', 'rename', ?, ?, '2026-11-22')",
      [left, left],
    );
    await expect(undoAct.run(admin, { commandId })).rejects.toMatchObject({ reason: 'revision_conflict' });
    expect(await unit(left)).toMatchObject({ is_model: 1, revision: 2 });
    expect(await province.sql('select id from unit_successions')).toEqual([{ id: 's' }]);
  });
});

describe('the trash', () => {
  test('holds what was discarded in my units, and whoever may discard there restores it', async () => {
    const commandId = newId();
    await discard.run(admin, { unitId: left, revision: 1 }, commandId);
    await discard.run(admin, { unitId: right, revision: 1 });
    const ofLeft = await province.as({ role: 'province_admin', unitId: left });
    const { rows, total } = await trashList.run(ofLeft, {});
    expect([total, rows]).toMatchObject([1, [{ commandId, act: 'unit.retire', label: 'Old', unitId: left }]]);
    expect((await trashList.run(admin, {})).total).toBe(2);
    expect((await trashList.run(admin, { unitId: right })).total).toBe(1);

    await undoAct.run(ofLeft, { commandId });
    expect(await unit(left)).toMatchObject({ ended_on: null, revision: 3 });
    expect(Number((await unit(left))?.['registered_at_ms'])).toBeGreaterThan(1);
    expect((await trashList.run(ofLeft, {})).total).toBe(0);
  });

  test('is closed to a role that may not discard, and to a seat elsewhere', async () => {
    const commandId = newId();
    await discard.run(admin, { unitId: left, revision: 1 }, commandId);
    for (const seat of [
      { role: 'observer', unitId: top },
      { role: 'province_admin', unitId: right },
    ] as const)
      await expect(undoAct.run(await province.as(seat), { commandId })).rejects.toMatchObject({
        reason: 'reversal_not_permitted',
      });
  });

  test('keeps nothing of what was redacted', async () => {
    const commandId = newId();
    await discard.run(admin, { unitId: left, revision: 1 }, commandId);
    await rename.run(admin, { unitId: right, revision: 1, nameFa: 'New' });
    await forget.run(admin, { unitId: left });
    expect(await province.sql('select subject from reversals')).toEqual([{ subject: right }]);
    await expect(undoAct.run(admin, { commandId })).rejects.toMatchObject({ reason: 'reversal_unknown' });
  });
});
