import { newId } from '@mahalleh/kernel';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { agencyWork } from '../src/index.ts';
import { AgencyWork } from '../src/model.ts';
import { openSetting, reasonOf, type Setting } from './setting.ts';

let s: Setting;
beforeEach(async () => {
  s = await openSetting();
});
afterEach(() => s.db.close());

const work = async (agencyId: string, who = s.dg) => AgencyWork.strict().parse(await agencyWork.run(who, { agencyId }));
const task = (operationId: string, unitId: string, agencyId: string | null, dueOn: string) =>
  s.db.sql(
    "insert into tasks (id, operation_id, unit_id, title, responsible_person_id, agency_id, starts_on, due_on, status) values (?, ?, ?, 'کار', ?, ?, '2026-11-01', ?, 'open')",
    [newId(), operationId, unitId, s.dg.personId, agencyId, dueOn],
  );

describe('what is asked of an agency', () => {
  test('are the open problems that it leads: not those for which another is declared nearer', async () => {
    const { municipality, basij, power } = s.agencies;
    await s.lead(s.ids.province, 'civil_works', municipality);
    await s.lead(s.ids.sheikhabad, 'civil_works', basij);
    await s.lead(s.ids.qom, 'lighting', power);
    const wet = await s.problem(s.ids.fordo, 'civil_works');
    const far = await s.problem(s.ids.fordo, 'lighting', { severity: 4 });
    await s.problem(s.ids.sheikhabad, 'civil_works');
    await s.problem(s.ids.pardisan, 'lighting');
    await s.problem(s.ids.pardisan, 'sport');
    const { asked, duties } = await work(municipality);
    expect(asked.open).toBe(2);
    expect(asked.problems.map(({ id }) => id)).toEqual([far, wet]);
    expect(asked.byDomain).toEqual([
      { domainKey: 'civil_works', titleFa: 'civil_works', titleEn: 'civil_works', open: 1 },
      { domainKey: 'lighting', titleFa: 'lighting', titleEn: 'lighting', open: 1 },
    ]);
    expect(duties).toMatchObject([{ role: 'lead', unitKind: 'province', domainKey: 'civil_works' }]);
    expect((await work(basij)).asked.open).toBe(1);
    expect((await work(power)).asked.open).toBe(1);
    expect((await work(s.agencies.health)).asked.open).toBe(0);
  });

  test('are the eight gravest of all that it leads, wherever they lie', async () => {
    await s.lead(s.ids.province, 'sport', s.agencies.basij);
    await s.lead(s.ids.qom, 'health', s.agencies.basij);
    const places = [s.ids.sheikhabad, s.ids.pardisan, s.ids.fordo];
    const led: { id: string; harm: number }[] = [];
    for (let i = 0; i < 60; i++) {
      const place = i % 3;
      const domain = i % 2 === 0 ? 'sport' : 'health';
      const [severity, people] = [(i % 5) + 1, (i * 37) % 11];
      const id = await s.problem(places[place] ?? '', domain, { severity, people_affected: people });
      if (domain === 'sport' || place < 2) led.push({ id, harm: severity * people });
    }
    const gravest = led.toSorted((a, b) => b.harm - a.harm || (a.id < b.id ? 1 : -1)).slice(0, 8);
    const { asked } = await work(s.agencies.basij);
    expect(asked.problems.map(({ id }) => id).toSorted()).toEqual(gravest.map(({ id }) => id).toSorted());
    const weights = asked.problems.map(({ weight }) => weight);
    expect(weights).toEqual(weights.toSorted((a, b) => b - a));
  });

  test('are the problems of its domains that were sent up, and its tasks, late ones among them', async () => {
    await s.lead(s.ids.qom, 'sport', s.agencies.basij);
    const sent = { level: 'county', level_due_on: '2026-11-20' };
    const problemId = await s.problem(s.ids.sheikhabad, 'sport', sent);
    await s.problem(s.ids.fordo, 'sport', sent);
    const operationId = await s.operation(s.ids.sheikhabad, 'sport', s.agencies.basij);
    await task(operationId, s.ids.sheikhabad, null, '2026-11-21');
    await task(operationId, s.ids.sheikhabad, s.agencies.power, '2026-11-21');
    await task(operationId, s.ids.sheikhabad, s.agencies.basij, '2026-12-01');
    const { asked } = await work(s.agencies.basij);
    expect(asked.escalations).toMatchObject([{ problemId, level: 'county', isOverdue: true }]);
    expect(asked).toMatchObject({ openTasks: 2, lateTasks: 1 });
    expect(asked.tasks.map(({ dueOn, isLate }) => [dueOn, isLate])).toEqual([
      ['2026-11-21', true],
      ['2026-12-01', false],
    ]);
  });
});

test('what it does, and where it meets others', async () => {
  const { basij, power, municipality } = s.agencies;
  const own = await s.operation(s.ids.sheikhabad, 'sport', basij);
  const helped = await s.operation(s.ids.pardisan, 'health', municipality);
  await task(helped, s.ids.pardisan, basij, '2026-12-01');
  const other = await s.operation(s.ids.sheikhabad, 'sport', power);
  await s.operation(s.ids.sheikhabad, 'sport', basij);
  await s.operation(s.ids.sheikhabad, 'sport', power, { starts_on: '2027-01-01', ends_on: '2027-02-01' });
  await s.operation(s.ids.pardisan, 'sport', power);
  const { operations, collisions } = await work(basij);
  expect(operations).toHaveLength(3);
  expect(operations.map(({ id }) => id)).toEqual(expect.arrayContaining([own, helped]));
  expect(collisions).toHaveLength(2);
  expect(collisions).toContainEqual(
    expect.objectContaining({ ownId: own, otherId: other, otherAgencyName: 'power', unitNameEn: 'Sheikhabad' }),
  );
});

test('what it gave, by kind', async () => {
  const operationId = await s.operation(s.ids.sheikhabad, 'sport', null);
  const give = (kind: string, value: number | null, hours: number | null, removed: number | null = null) =>
    s.db.sql(
      'insert into contributions (id, operation_id, unit_id, kind, agency_id, value_rial, hours, recorded_at_ms, removed_at_ms) values (?, ?, ?, ?, ?, ?, ?, 0, ?)',
      [newId(), operationId, s.ids.sheikhabad, kind, s.agencies.basij, value, hours, removed],
    );
  await give('work', null, 12);
  await give('work', null, 8);
  await give('money', 5_000_000, null);
  await give('money', 9_000_000, null, 1);
  expect((await work(s.agencies.basij)).given).toEqual([
    { kind: 'money', count: 1, valueRial: 5_000_000, hours: null },
    { kind: 'work', count: 2, valueRial: null, hours: 20 },
  ]);
});

test('only within the reader’s units; its duties are known to all', async () => {
  await s.lead(s.ids.province, 'sport', s.agencies.basij);
  await s.problem(s.ids.sheikhabad, 'sport');
  await s.operation(s.ids.sheikhabad, 'sport', s.agencies.basij);
  const { asked, operations, duties } = await work(s.agencies.basij, s.governor);
  expect([asked.open, asked.problems, operations, duties.map(({ isMine }) => isMine)]).toEqual([0, [], [], [false]]);
  expect((await work(s.agencies.basij)).duties.map(({ isMine }) => isMine)).toEqual([true]);
  expect(await reasonOf(work(newId()))).toBe('not_found agency_unknown');
});
