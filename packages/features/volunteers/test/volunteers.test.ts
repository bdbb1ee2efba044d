import { ROLE_NAMES, grants, isProvinceRole } from '@mahalleh/access';
import { newId } from '@mahalleh/kernel';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  amendVolunteer,
  enrolVolunteer,
  volunteerCounts,
  volunteerList,
  volunteerPage,
  withdrawVolunteer,
} from '../src/index.ts';
import { VolunteerCounts, VolunteerDetail, VolunteerList } from '../src/model.ts';
import { recognised } from '../src/recognised.ts';
import { CONSENT, MARYAM, openSetting, type Setting } from './setting.ts';

let s: Setting;
beforeAll(async () => {
  s = await openSetting();
});
afterAll(() => s.province.close());

const lastAudit = async () => (await s.province.audit()).at(-1);
const enrolling = (more: object = {}) => ({ unitId: s.here, ...MARYAM, ...CONSENT, ...more });
const everything = async (): Promise<string> => {
  const tables = await s.province.sql("select name from sqlite_master where type = 'table'");
  const rows = await Promise.all(tables.map(({ name }) => s.province.sql(`select * from "${String(name)}"`)));
  return JSON.stringify(rows);
};

describe('enrolling', () => {
  test('keeps the consent, the skills and the days, and who it is only sealed', async () => {
    const id = await s.enrol();
    const row = await s.row(id);
    expect(row).toMatchObject({
      unit_id: s.here,
      skills_json: '["sewing","cooking"]',
      free_days: 0b1100000,
      consent_version: '1405-1',
      consent_on: '2026-11-22',
      consent_channel: 'paper',
      consent_recorded_by: s.manager.personId,
      withdrawn_at_ms: null,
      revision: 1,
    });
    for (const column of ['name_sealed', 'phone_sealed', 'times_sealed', 'note_sealed'])
      expect(row[column]).toMatch(/^[A-Za-z0-9_-]{30,}$/);
    expect(s.province.keys.get(`qom/${id}`)).toHaveLength(32);
    const all = await everything();
    for (const word of ['مریم', 'مريم', 'صادقی', '09123456789', '۰۹۱۲', 'عصرها', 'دوخت'])
      expect(all).not.toContain(word);
    expect(await lastAudit()).toMatchObject({ action: 'volunteer.enrol', subject: id, unit_id: s.here });
  });

  test.each([
    ['consentGiven', undefined],
    ['consentGiven', 'off'],
    ['consentVersion', undefined],
    ['consentChannel', undefined],
    ['consentOn', undefined],
  ])('without %s (%s) is refused at that field, and no key is made', async (field, value) => {
    const before = s.province.keys.size;
    await expect(enrolVolunteer.run(s.manager, enrolling({ [field]: value }))).rejects.toMatchObject({
      kind: 'invalid',
      fields: [{ field, reason: 'consent_missing' }],
    });
    expect(s.province.keys.size).toBe(before);
  });

  test.each([
    ['fullName', '', 'required'],
    ['fullName', 'مریم 09121234567', 'personal_number_in_text'],
    ['phone', '12', 'mobile_malformed'],
    ['skills', [], 'skills_missing'],
    ['skills', undefined, 'skills_missing'],
    ['skills.0', ['hacking'], 'choice_unknown'],
    ['days.0', ['someday'], 'choice_unknown'],
    ['note', 'کد ملی ۰۰۱۲۳۴۵۶۷۹', 'personal_number_in_text'],
    ['consentChannel', 'telepathy', 'choice_unknown'],
    ['nationalId', '0012345679', 'unknown_field'],
  ])('with a wrong %s names it, without saying it again', async (field, value, reason) => {
    const name = field.split('.')[0] ?? '';
    const failure = await enrolVolunteer.run(s.manager, enrolling({ [name]: value })).catch((error: unknown) => error);
    expect(failure).toMatchObject({ kind: 'invalid', fields: [{ field, reason }] });
    if (typeof value === 'string' && value !== '') expect(JSON.stringify(failure)).not.toContain(value);
  });

  test('is for neighbourhoods alone', async () => {
    const above = await s.as('neighbourhood_manager', s.county);
    await expect(enrolVolunteer.run(above, enrolling({ unitId: s.county }))).rejects.toMatchObject({
      reason: 'volunteers_of_neighbourhoods',
    });
  });

  test('sent twice is done once; corrected under the same id it is refused, though hardly a byte of it is kept', async () => {
    const commandId = newId();
    const first = await enrolVolunteer.run(s.manager, enrolling(), commandId);
    expect(await enrolVolunteer.run(s.manager, enrolling(), commandId)).toEqual(first);
    for (const corrected of [{ phone: '09123456788' }, { skills: ['driving'] }])
      await expect(enrolVolunteer.run(s.manager, enrolling(corrected), commandId)).rejects.toMatchObject({
        reason: 'command_id_reused',
      });
    const kept = new Set(
      Array.from({ length: 2_000 }, (_, n) => recognised({ phone: `0912${String(n).padStart(7, '0')}` }).byte),
    );
    expect(kept.size).toBeLessThanOrEqual(251);
    expect(recognised({ ...MARYAM, unitId: 'u' })).toEqual({
      unitId: 'u',
      skills: MARYAM.skills,
      days: MARYAM.days,
      byte: expect.any(Number),
    });
  });
});

describe('who may know them', () => {
  test('of all roles, the neighbourhood’s manager alone', async () => {
    const id = await s.enrol();
    for (const role of ROLE_NAMES.filter(isProvinceRole)) {
      const here = await s.as(role, s.here);
      const asked = [
        volunteerList.run(here, {}),
        volunteerPage.run(here, { volunteerId: id }),
        amendVolunteer.run(here, { volunteerId: id, revision: 99, skills: ['sewing'] }),
        withdrawVolunteer.run(here, { volunteerId: id, revision: 99 }),
        enrolVolunteer.run(here, enrolling({ consentVersion: '1404-1' })),
      ];
      const outcomes = await Promise.allSettled(asked);
      if (role === 'neighbourhood_manager') {
        expect(outcomes.slice(0, 2).map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
        continue;
      }
      expect(grants(role, 'volunteer.read')).toBe(false);
      for (const one of outcomes)
        expect([role, one.status === 'rejected' && (one.reason as { kind: string }).kind]).toEqual([
          role,
          'not_permitted',
        ]);
    }
  });

  test('nobody from above or beside, whatever their role is called', async () => {
    const id = await s.enrol();
    for (const who of [await s.as('neighbourhood_manager', s.county), s.neighbour]) {
      await expect(volunteerPage.run(who, { volunteerId: id })).rejects.toMatchObject({ reason: 'volunteer_unknown' });
      expect((await volunteerList.run(who, { unitId: s.here })).rows).toEqual([]);
      await expect(withdrawVolunteer.run(who, { volunteerId: id, revision: 1 })).rejects.toMatchObject({
        kind: 'not_found',
      });
      await expect(enrolVolunteer.run(who, enrolling())).rejects.toMatchObject({ reason: 'unit_unknown' });
    }
  });

  test('nobody who sits for the Basij, or acts for it or the police, though they manage the neighbourhood', async () => {
    const id = await s.enrol();
    const seated = await s.as('neighbourhood_manager', s.here);
    expect((await volunteerList.run(seated, {})).total).toBeGreaterThan(0);
    const [charter, seat, council, appointment] = [newId(), newId(), newId(), newId()];
    const { sql } = s.province;
    await sql(
      "insert into charters (id, kind, version, title_fa, title_en, origin, from_on) values (?, 'neighbourhood_progress', 1, 'x', 'x', 'national', '2026-01-01')",
      [charter],
    );
    await sql(
      "insert into charter_seats (id, charter_id, key, ord, title_fa, title_en, office, is_required, is_chair, is_secretary) values (?, ?, 'basij', 1, 'x', 'x', 'basij_base', 1, 0, 0)",
      [seat, charter],
    );
    await sql(
      "insert into councils (id, kind, unit_id, charter_id, established_on) values (?, 'neighbourhood_progress', ?, ?, '2026-01-01')",
      [council, s.here, charter],
    );
    await sql(
      "insert into appointments (id, council_id, unit_id, seat_id, person_id, decree_number, from_on) values (?, ?, ?, ?, ?, '1', '2026-01-01')",
      [appointment, council, s.here, seat, seated.personId],
    );
    const agencies = await Promise.all(
      ['police', 'basij'].map(async (kind) => {
        const agency = newId();
        await sql(
          "insert into agencies (id, name, name_folded, kind, unit_id, registered_at_ms) values (?, 'x', 'x', ?, ?, 0)",
          [agency, kind, s.county],
        );
        return s.province.as(
          { role: 'neighbourhood_manager', unitId: s.here },
          { role: 'agency_officer', unitId: s.here, agencyId: agency },
        );
      }),
    );
    for (const who of [seated, ...agencies]) {
      expect((await volunteerList.run(who, {})).rows).toEqual([]);
      await expect(volunteerPage.run(who, { volunteerId: id })).rejects.toMatchObject({ kind: 'not_found' });
      await expect(enrolVolunteer.run(who, enrolling())).rejects.toMatchObject({ reason: 'unit_unknown' });
    }
    await sql("update appointments set ended_on = '2026-11-01' where id = ?", [appointment]);
    expect((await volunteerList.run(seated, {})).total).toBeGreaterThan(0);
  });
});

describe('a volunteer', () => {
  test('has a page with name, number, consent and history', async () => {
    const id = await s.enrol();
    const page = await volunteerPage.run(s.manager, { volunteerId: id });
    expect(VolunteerDetail.parse(page)).toEqual(page);
    expect(page).toMatchObject({
      fullName: 'مریم صادقی‌نشان',
      phone: '09123456789',
      times: 'عصرها پس از چهار',
      unitNameFa: 'شیخ‌آباد',
      consentRecordedByName: 'Sample Person',
      skills: ['sewing', 'cooking'],
    });
    expect(page.history.map(({ action }) => action)).toEqual(['volunteer.enrol']);
    expect(page.history[0]?.fields).toContain('phone');
  });

  test('is corrected in what is said, and keeps the rest', async () => {
    const id = await s.enrol();
    await amendVolunteer.run(s.manager, {
      volunteerId: id,
      revision: 1,
      phone: '+98 935 111 2233',
      note: '',
      days: [],
    });
    expect(await volunteerPage.run(s.manager, { volunteerId: id })).toMatchObject({
      fullName: 'مریم صادقی‌نشان',
      phone: '09351112233',
      note: null,
      freeDays: 0,
      skills: ['sewing', 'cooking'],
      revision: 2,
    });
    expect(await lastAudit()).toMatchObject({ action: 'volunteer.amend', fields_json: '["phone","days","note"]' });
    const [kept] = await s.province.sql('select steps_json from reversals where subject = ?', [id]);
    expect(String(kept?.['steps_json'])).not.toMatch(/0912|صادقی|دوخت/);
    expect(JSON.parse(String(kept?.['steps_json']))).toMatchObject([{ where: { id, revision: 2 } }]);
    await expect(
      amendVolunteer.run(s.manager, { volunteerId: id, revision: 1, skills: ['driving'] }),
    ).rejects.toMatchObject({
      reason: 'revision_conflict',
    });
  });

  test('is listed by skill and day, the newest first', async () => {
    const driver = await s.enrol({ skills: ['driving'], days: ['monday'] });
    const list = await volunteerList.run(s.manager, { size: 100 });
    expect(VolunteerList.parse(list)).toEqual(list);
    expect(list.rows[0]?.id).toBe(driver);
    const ids = async (input: object) =>
      (await volunteerList.run(s.manager, { size: 100, ...input })).rows.map(({ id }) => id);
    expect(await ids({ skill: 'driving' })).toEqual([driver]);
    expect(await ids({ skill: 'driving', day: 'monday' })).toEqual([driver]);
    expect(await ids({ skill: 'driving', day: 'friday' })).toEqual([]);
    await expect(volunteerList.run(s.manager, { q: 'مریم' })).rejects.toMatchObject({
      fields: [{ field: 'q', reason: 'unknown_field' }],
    });
  });
});

test('counts are exact for the manager; for others fewer than five are not told, nor what would give them away', async () => {
  const own = await openSetting();
  try {
    for (let n = 0; n < 6; n++) await own.enrol({ skills: ['sewing'], days: n < 3 ? ['thursday'] : ['friday'] });
    await own.enrol({ skills: ['driving'] });
    const dg = await own.as('director_general', own.county);
    const counts = async (who: Setting['manager'], more: object = {}) => {
      const answer = await volunteerCounts.run(who, { unitId: own.here, ...more });
      expect(VolunteerCounts.parse(answer)).toEqual(answer);
      return answer.rows.map(({ skill, count }) => [skill, count]);
    };
    expect(await counts(own.manager)).toEqual([
      ['sewing', 6],
      ['driving', 1],
    ]);
    expect(await counts(own.manager, { day: 'thursday' })).toEqual([
      ['sewing', 3],
      ['driving', 1],
    ]);
    expect(await counts(dg)).toEqual([
      ['sewing', 6],
      ['driving', null],
    ]);
    expect(await counts(dg, { day: 'thursday' })).toEqual([
      ['sewing', null],
      ['driving', null],
    ]);
    await expect(volunteerCounts.run(own.neighbour, { unitId: own.here })).rejects.toMatchObject({
      reason: 'unit_unknown',
    });
  } finally {
    own.province.close();
  }
});
