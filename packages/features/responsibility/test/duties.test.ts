import { newId } from '@mahalleh/kernel';
import { undoAct } from '@mahalleh/undo';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { assignResponsibility, releaseResponsibility } from '../src/index.ts';
import { meanwhile, openSetting, reasonOf, type Setting } from './setting.ts';

let s: Setting;
beforeEach(async () => {
  s = await openSetting();
});
afterEach(() => s.db.close());

const assign = (more: object, who = s.dg) =>
  assignResponsibility.run(who, {
    unitId: s.ids.qom,
    domainKey: 'civil_works',
    agencyId: s.agencies.municipality,
    role: 'lead',
    ...more,
  });

describe('a duty is assigned', () => {
  test('from today or a day before, and the audit row says what was said', async () => {
    const { id } = await assign({ fromOn: '۱۴۰۵/۰۷/۰۱', note: 'به حکم شورای راهبری' });
    expect(await s.row(id)).toMatchObject({
      unit_id: s.ids.qom,
      domain_key: 'civil_works',
      agency_id: s.agencies.municipality,
      role: 'lead',
      from_on: '2026-09-23',
      declared_at_ms: s.db.ports.nowMs(),
      ended_at_ms: null,
    });
    const [row] = (await s.db.audit()).slice(-1);
    expect(row).toMatchObject({
      action: 'responsibility.assign',
      subject: id,
      unit_id: s.ids.qom,
      fields_json: '["domain","agency","role"]',
    });
    expect(await s.row((await assign({ role: 'partner', agencyId: s.agencies.basij })).id)).toMatchObject({
      from_on: '2026-11-22',
    });
  });

  test.each([
    ['from tomorrow', { fromOn: '1405-09-02' }, 'refused responsibility_from_future fromOn'],
    ['for no domain', { domainKey: 'chess' }, 'refused domain_unknown domainKey'],
    ['to no agency', { agencyId: newId() }, 'refused agency_unknown agencyId'],
    ['nowhere', { unitId: newId() }, 'not_found unit_unknown'],
    ['as a boss', { role: 'boss' }, 'invalid input_invalid role choice_unknown'],
    ['with a telephone number', { note: '۰۹۱۲۱۲۳۴۵۶۷' }, 'invalid input_invalid note personal_number_in_text'],
  ])('not %s', async (_title, more, expected) => {
    expect(await reasonOf(assign(more))).toBe(expected);
    expect(await s.db.sql('select * from responsibilities')).toEqual([]);
  });

  test('not by a facilitator, not outside one’s units, not to a retired agency, not where the unit has ended', async () => {
    const facilitator = await s.db.as({ role: 'facilitator', unitId: s.ids.sheikhabad });
    expect(await reasonOf(assign({ unitId: s.ids.sheikhabad }, facilitator))).toBe('not_permitted not_permitted');
    expect(await reasonOf(assign({}, s.governor))).toBe('not_found unit_unknown');
    await s.db.sql('update agencies set retired_at_ms = 1 where id = ?', [s.agencies.power]);
    expect(await reasonOf(assign({ agencyId: s.agencies.power }))).toBe('refused agency_unknown agencyId');
    await s.db.sql("update units set ended_on = '2026-10-01' where id = ?", [s.ids.fordo]);
    expect(await reasonOf(assign({ unitId: s.ids.fordo }))).toBe('refused responsibility_unit_ended unitId');
  });
});

describe('one lead', () => {
  test('is declared for a domain in a unit; another one is refused, and may take its place', async () => {
    const first = await assign({});
    const second = { agencyId: s.agencies.power };
    expect(await reasonOf(assign(second))).toBe('refused responsibility_lead_taken role');
    const taken = await assign({ ...second, replacesId: first.id });
    expect(await s.row(first.id)).toMatchObject({ ended_at_ms: s.db.ports.nowMs(), revision: 2 });
    expect(await s.row(taken.id)).toMatchObject({ ended_at_ms: null });
    expect(await reasonOf(assign({ unitId: s.ids.sheikhabad }))).toBe('no refusal');
    expect(await reasonOf(assign({ domainKey: 'lighting' }))).toBe('no refusal');
  });

  /** A row that somebody else writes while an assignment is on its way. */
  const other = (agencyId: string, role: string) =>
    `insert into responsibilities (id, unit_id, domain_key, agency_id, role, from_on, declared_at_ms) values ('other', '${s.ids.qom}', 'civil_works', '${agencyId}', '${role}', '2026-11-22', 0)`;

  test('even when two are assigned at once: the second hears that it came too late, and leaves nothing', async () => {
    meanwhile(s, other(s.agencies.power, 'lead'));
    expect(await reasonOf(assign({}))).toBe('conflict responsibility_lead_taken_now');
    expect(await s.db.sql('select id from responsibilities')).toEqual([{ id: 'other' }]);
    expect(await s.db.audit()).toEqual([]);
  });

  test('and an agency once, even when it is declared twice at once', async () => {
    const partner = { role: 'partner', agencyId: s.agencies.basij };
    meanwhile(s, other(s.agencies.basij, 'informed'));
    expect(await reasonOf(assign(partner))).toBe('conflict responsibility_declared_before');
    expect(await reasonOf(assign(partner))).toBe('refused responsibility_declared_before agencyId');
  });
});

describe('a duty is released', () => {
  test('at its revision, by who may, and is gone for further acts', async () => {
    const { id } = await assign({});
    const release = (revision: number, who = s.dg) =>
      reasonOf(releaseResponsibility.run(who, { responsibilityId: id, revision }));
    expect(await release(1, s.manager)).toBe('not_found responsibility_unknown');
    expect(await release(4)).toBe('conflict revision_conflict');
    expect(await release(1)).toBe('no refusal');
    expect(await s.row(id)).toMatchObject({ ended_at_ms: s.db.ports.nowMs(), revision: 2 });
    expect(await release(2)).toBe('not_found responsibility_unknown');
    expect((await s.db.audit()).at(-1)).toMatchObject({ action: 'responsibility.release', subject: id });
  });

  test('and comes back from the trash, unless somebody else leads by then', async () => {
    const { id } = await assign({});
    const commandId = newId();
    await releaseResponsibility.run(s.dg, { responsibilityId: id, revision: 1 }, commandId);
    expect(await s.db.sql('select label, is_trash from reversals where command_id = ?', [commandId])).toEqual([
      { label: 'civil_works، municipality', is_trash: 1 },
    ]);
    const other = await assign({ agencyId: s.agencies.power });
    expect(await reasonOf(undoAct.run(s.dg, { commandId }))).toMatch(/^conflict/);
    await releaseResponsibility.run(s.dg, { responsibilityId: other.id, revision: 1 });
    await undoAct.run(s.dg, { commandId });
    expect(await s.row(id)).toMatchObject({ ended_at_ms: null, revision: 3 });
  });
});

test('taking an assignment back ends it, and who was replaced leads again', async () => {
  const first = await assign({});
  const commandId = newId();
  const taken = await assignResponsibility.run(
    s.dg,
    {
      unitId: s.ids.qom,
      domainKey: 'civil_works',
      agencyId: s.agencies.power,
      role: 'lead',
      replacesId: first.id,
    },
    commandId,
  );
  await undoAct.run(s.dg, { commandId });
  expect(await s.row(taken.id)).toMatchObject({ ended_at_ms: s.db.ports.nowMs() });
  expect(await s.row(first.id)).toMatchObject({ ended_at_ms: null });
});
