/** Withdrawal, wherever it is broken off: who has withdrawn cannot be read again by anything. */
import type { GatePorts } from '@mahalleh/gate';
import { Failure } from '@mahalleh/kernel';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  amendVolunteer,
  eraseAgain,
  finishErasures,
  volunteerList,
  volunteerPage,
  withdrawVolunteer,
} from '../src/index.ts';
import { openRow } from '../src/sealing.ts';
import { MARYAM, openSetting, type Setting } from './setting.ts';

let s: Setting;
let ports: { -readonly [port in keyof GatePorts]: GatePorts[port] };
beforeEach(async () => {
  s = await openSetting();
  ports = s.province.ports;
});
afterEach(() => s.province.close());

const round = () =>
  finishErasures(
    {
      reader: ports.databases.reader('qom'),
      save: (statements) => ports.databases.lane('qom').write({ commandId: 'round', statements }),
      keys: ports.keys,
      nowMs: () => 7,
    },
    'qom',
  );
const gone = () => s.province.sql('select key_id, destroyed_at_ms from gone_keys');
const sealedOf = async (id: string) => {
  const row = await s.row(id);
  const text = (name: string) => (row[name] === null ? null : String(row[name]));
  return {
    id,
    nameSealed: text('name_sealed'),
    phoneSealed: text('phone_sealed'),
    timesSealed: text('times_sealed'),
    noteSealed: text('note_sealed'),
  };
};

describe('withdrawing', () => {
  test('blanks the row, destroys the key and leaves in the audit only that it happened', async () => {
    const id = await s.enrol();
    await amendVolunteer.run(s.manager, { volunteerId: id, revision: 1, phone: '09351112233' });
    const before = await sealedOf(id);
    expect(await withdrawVolunteer.run(s.manager, { volunteerId: id, revision: 2 })).toEqual({ id, revision: 3 });
    expect(await s.row(id)).toMatchObject({
      name_sealed: null,
      phone_sealed: null,
      times_sealed: null,
      note_sealed: null,
      skills_json: '[]',
      free_days: 0,
      withdrawn_at_ms: expect.any(Number),
    });
    expect(s.province.keys.get(`qom/${id}`)).toBeUndefined();
    expect(await s.province.sql('select * from reversals where subject = ?', [id])).toEqual([]);
    expect((await s.province.audit()).at(-1)).toMatchObject({
      action: 'volunteer.withdraw',
      subject: id,
      fields_json: '[]',
      result_json: `{"id":"${id}","revision":3}`,
    });
    // What an earlier copy of the database held opens under nothing that is left.
    const left = await ports.keys.read('qom', [id]);
    expect(await openRow(left.get(id), 'qom', before)).toEqual({
      fullName: null,
      phone: null,
      times: null,
      note: null,
    });
    for (const key of s.province.keys.values())
      expect(await openRow(key, 'qom', before)).toMatchObject({ fullName: null, phone: null });
    expect(await s.province.sql('select * from volunteer_skills')).toEqual([]);
  });

  test('is final, and the list shows that somebody withdrew and nothing else', async () => {
    const id = await s.enrol();
    await withdrawVolunteer.run(s.manager, { volunteerId: id, revision: 1 });
    await expect(withdrawVolunteer.run(s.manager, { volunteerId: id, revision: 2 })).rejects.toMatchObject({
      reason: 'volunteer_is_withdrawn',
    });
    await expect(
      amendVolunteer.run(s.manager, { volunteerId: id, revision: 2, phone: '09351112233' }),
    ).rejects.toMatchObject({ reason: 'volunteer_is_withdrawn' });
    expect((await volunteerList.run(s.manager, {})).total).toBe(0);
    const { rows } = await volunteerList.run(s.manager, { withdrawn: 'true' });
    expect(rows).toMatchObject([{ id, fullName: null, phone: null, skills: [], freeDays: 0 }]);
  });

  test('of a row that has moved on destroys nothing', async () => {
    const id = await s.enrol();
    await amendVolunteer.run(s.manager, { volunteerId: id, revision: 1, phone: '09351112233' });
    await expect(withdrawVolunteer.run(s.manager, { volunteerId: id, revision: 1 })).rejects.toMatchObject({
      reason: 'revision_conflict',
    });
    expect(s.province.keys.get(`qom/${id}`)).toHaveLength(32);
    expect(await volunteerPage.run(s.manager, { volunteerId: id })).toMatchObject({ phone: '09351112233' });
  });
});

describe('broken off', () => {
  const stopped = new Failure('unavailable', 'keys_unavailable');

  test('before the save, nothing has happened', async () => {
    const id = await s.enrol();
    const { databases } = ports;
    ports.databases = {
      ...databases,
      lane: () => ({ write: async () => ({ outcome: 'failed', code: 'GONE', message: 'gone' }) }),
    };
    await expect(withdrawVolunteer.run(s.manager, { volunteerId: id, revision: 1 })).rejects.toMatchObject({
      kind: 'unavailable',
    });
    ports.databases = databases;
    expect(s.province.keys.get(`qom/${id}`)).toHaveLength(32);
    expect(await volunteerPage.run(s.manager, { volunteerId: id })).toMatchObject({ fullName: 'مریم صادقی‌نشان' });
    await withdrawVolunteer.run(s.manager, { volunteerId: id, revision: 1 });
    expect(s.province.keys.get(`qom/${id}`)).toBeUndefined();
  });

  test('after the save and before the key is destroyed: it counts as done, nothing is shown, and the round destroys the key', async () => {
    const id = await s.enrol();
    const before = await sealedOf(id);
    const { keys } = ports;
    ports.keys = { ...keys, destroy: () => Promise.reject(stopped) };
    await expect(withdrawVolunteer.run(s.manager, { volunteerId: id, revision: 1 })).resolves.toEqual({
      id,
      revision: 2,
    });
    expect(await s.row(id)).toMatchObject({ name_sealed: null, phone_sealed: null });
    expect(await gone()).toEqual([{ key_id: id, destroyed_at_ms: null }]);
    await expect(round()).rejects.toBe(stopped);
    expect(await gone()).toEqual([{ key_id: id, destroyed_at_ms: null }]);
    ports.keys = keys;
    expect(await round()).toBe(1);
    expect(await gone()).toEqual([{ key_id: id, destroyed_at_ms: 7 }]);
    expect(await openRow((await keys.read('qom', [id])).get(id), 'qom', before)).toMatchObject({ fullName: null });
    expect(await round()).toBe(0);
  });

  test('after the key is destroyed and before that is written down: the round does it again, and it is as once', async () => {
    const id = await s.enrol();
    await withdrawVolunteer.run(s.manager, { volunteerId: id, revision: 1 });
    expect(await gone()).toEqual([{ key_id: id, destroyed_at_ms: null }]);
    expect(await round()).toBe(1);
    expect(await gone()).toEqual([{ key_id: id, destroyed_at_ms: 7 }]);
  });

  test('while enrolling, after the key is made: a key that opens nothing is left, and nobody is written down', async () => {
    const { databases } = ports;
    ports.databases = {
      ...databases,
      lane: () => ({ write: async () => ({ outcome: 'failed', code: 'GONE', message: 'gone' }) }),
    };
    await expect(s.enrol()).rejects.toMatchObject({ kind: 'unavailable' });
    ports.databases = databases;
    expect(s.province.keys.size).toBe(1);
    expect(await s.province.sql('select * from volunteers')).toEqual([]);
  });

  test('without the store of keys nobody is written down and nothing is shown, with a reason that says so', async () => {
    const id = await s.enrol();
    const { keys } = ports;
    ports.keys = {
      create: () => Promise.reject(stopped),
      read: () => Promise.reject(stopped),
      destroy: () => Promise.reject(stopped),
    };
    const asked = [s.enrol(), volunteerList.run(s.manager, {}), volunteerPage.run(s.manager, { volunteerId: id })];
    for (const one of await Promise.allSettled(asked))
      expect(one).toMatchObject({ status: 'rejected', reason: { kind: 'unavailable', reason: 'keys_unavailable' } });
    ports.keys = keys;
  });
});

describe('a copy that was put back', () => {
  test('from before the withdrawal shows nobody, and is blanked again', async () => {
    const id = await s.enrol();
    await ports.keys.destroy('qom', id);
    expect(await volunteerPage.run(s.manager, { volunteerId: id })).toMatchObject({ fullName: null, phone: null });
    await expect(
      amendVolunteer.run(s.manager, { volunteerId: id, revision: 1, phone: '09351112233' }),
    ).rejects.toMatchObject({ reason: 'volunteer_key_gone' });
    for (const { sql, args } of eraseAgain([id], 5)) await s.province.sql(sql, args as (string | number | null)[]);
    expect(await s.row(id)).toMatchObject({ name_sealed: null, skills_json: '[]', withdrawn_at_ms: 5, revision: 2 });
    expect(await gone()).toEqual([{ key_id: id, destroyed_at_ms: null }]);
    expect(await round()).toBe(1);
  });

  test('the words of a volunteer are in no table at any time', async () => {
    const id = await s.enrol();
    await amendVolunteer.run(s.manager, { volunteerId: id, revision: 1, times: 'سپیده‌دم' });
    await withdrawVolunteer.run(s.manager, { volunteerId: id, revision: 2 });
    const tables = await s.province.sql("select name from sqlite_master where type = 'table'");
    const all = JSON.stringify(
      await Promise.all(tables.map(({ name }) => s.province.sql(`select * from "${String(name)}"`))),
    );
    for (const word of [MARYAM.times, 'سپیده', 'صادقی', '0912345', '۰۹۱۲']) expect(all).not.toContain(word);
  });
});
