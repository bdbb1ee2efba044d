import { COUNCIL_KINDS } from '@mahalleh/councils/model';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSetting, type Setting } from './setting.ts';

const TITLE = 'ژرفا';
type Put = { table: string; id: string; ended: string | null };

let the: Setting;
let put: Record<string, Put>;
beforeAll(async () => {
  the = await openSetting();
  const [unit_id] = the.places;
  const [domain_key, title] = ['civil_works', TITLE];
  const named = { unit_id, name: title, name_folded: title, registered_at_ms: 1 };
  const made = async (table: string, ended: string | null, row: Record<string, string | number>): Promise<Put> => ({
    ...{ table, ended },
    id: await the.put(table, row),
  });
  const charter_id = await the.put('charters', {
    ...{ kind: 'neighbourhood_progress', version: 1, title_fa: 'x', title_en: 'x' },
    ...{ origin: 'national', from_on: '2026-01-01' },
  });
  const neighbourhood = await the.unit('neighbourhood', title, the.counties[0]);
  const operation = await made('operations', null, {
    ...{ code: 'OP0001', unit_id, domain_key, title, title_folded: title },
    ...{ status: 'planned', planned_at_ms: 1, starts_on: '2026-01-01', ends_on: '2026-02-01' },
  });
  put = {
    operation,
    problem: { table: 'problems', id: await the.problem(title), ended: 'discarded_at_ms' },
    task: await made('tasks', null, {
      ...{ operation_id: operation.id, unit_id, title: `${title}ٌ`, responsible_person_id: 'writer' },
      ...{ starts_on: '2026-01-01', due_on: '2026-01-02', status: 'open' },
    }),
    capacity: await made('capacities', 'withdrawn_at_ms', { ...named, kind: 'place' }),
    agency: await made('agencies', 'retired_at_ms', { ...named, kind: 'ngo' }),
    base: await made('bases', 'retired_at_ms', { ...named, kind: 'mosque', activation: 'active' }),
    target: await made('targets', 'dropped_at_ms', {
      ...{ unit_id, title_fa: `${title}ی ۲۶۳ مسجد`, baseline_value: 0, goal_value: 1 },
      ...{ from_on: '2026-01-01', due_on: '2027-01-01', set_at_ms: 1 },
    }),
    indicator: await made('indicators', 'retired_at_ms', {
      ...{ key: 'hope', aim: 'social', title_fa: title, title_folded: title, source: 's', frequency: 'year' },
      ...{ population: 'things', adds_up: 0, defined_at_ms: 1 },
    }),
    neighbourhood: { table: 'units', id: neighbourhood, ended: 'ended_on' },
    unit: { table: 'units', id: await the.unit('city', title, the.counties[0]), ended: 'ended_on' },
    council: await made('councils', 'dissolved_on', {
      ...{ kind: 'neighbourhood_progress', unit_id: neighbourhood, charter_id, established_on: '2026-01-01' },
    }),
  };
});
afterAll(() => the.province.close());

const kindsOf = async (q: string): Promise<string[]> => (await the.find(q)).groups.map(({ kind }) => kind);
const idOf = (kind: string): string => put[kind]?.id ?? '';

describe('every kind', () => {
  test('is found by its name', async () => {
    const { groups } = await the.find(TITLE);
    expect(Object.fromEntries(groups.map(({ kind, rows }) => [kind, rows.map(({ id }) => id)]))).toEqual(
      Object.fromEntries(Object.entries(put).map(([kind, { id }]) => [kind, [id]])),
    );
  });

  test('says where it is, how it stands, and in which operation', async () => {
    const { groups } = await the.find(TITLE);
    expect(groups.find(({ kind }) => kind === 'task')?.rows[0]).toMatchObject({
      withinId: idOf('operation'),
      unitNameFa: 'شیخ‌آباد',
      status: 'open',
    });
  });

  test('has ended: it is not found; it is back: it is found', async () => {
    for (const [kind, { table, id, ended }] of Object.entries(put).filter(([, one]) => one.ended !== null)) {
      await the.province.sql(`update ${table} set ${ended} = '2026-11-01' where id = ?`, [id]);
      expect(await kindsOf(TITLE), kind).not.toContain(kind);
      await the.province.sql(`update ${table} set ${ended} = null where id = ?`, [id]);
      expect(await kindsOf(TITLE), kind).toContain(kind);
    }
  });

  test('a council is called by its kind and place, and follows the name of its place', async () => {
    expect(await the.ids('شورای پیشرفت ژرفا')).toEqual([idOf('council')]);
    await the.province.sql('update units set name_fa = ?, name_folded = ? where id = ?', [
      ...['بلندا', 'بلندا'],
      idOf('neighbourhood'),
    ]);
    expect(await kindsOf('بلندا')).toEqual(['neighbourhood', 'council']);
  });

  test('every kind of council has its words', async () => {
    const labels = await the.province.sql('select key from search_labels');
    expect(labels.map(({ key }) => key).toSorted()).toEqual([...COUNCIL_KINDS].toSorted());
  });

  test('a row that is deleted leaves nothing', async () => {
    await the.province.sql('delete from targets where id = ?', [idOf('target')]);
    expect(await the.province.sql('select 1 from search_docs where ref = ?', [idOf('target')])).toEqual([]);
    expect(await kindsOf(TITLE)).not.toContain('target');
  });
});
