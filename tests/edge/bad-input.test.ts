/** Input as it comes from people and networks: put right where it can be, else refused with the field named, in both languages. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startNation, type TestNation } from '../support/nation.ts';
import { send, type Answer, type Input } from './refusals/caller.ts';
import { day, recordMakers } from './refusals/makers.ts';
import { openWorkspace, type Account, type Workspace } from './refusals/world.ts';

let nation: TestNation;
let qom: Workspace;
let m: ReturnType<typeof recordMakers>;
beforeAll(async () => {
  nation = await startNation({ sample: 'nation', provinces: ['qom', 'qazvin'] });
  qom = await openWorkspace(nation.url, 'qom');
  m = recordMakers(qom);
});
afterAll(() => nation?.stop());

const post = (path: string, input: Input, headers: Record<string, string> = {}, as: Account = 'dg'): Promise<Answer> =>
  send(qom.base, { method: 'POST', path, body: 'json' }, input, { cookie: qom.cookie(as), headers });

type Fault = { field: string; reason: string; title: string };
const faultsOf = ({ body }: Answer) => (body['errors'] ?? []) as Fault[];

/** Asks in both languages, and gives what was said of the field in each. */
const inBoth = async (path: string, input: Input, status: number, field: string, reason: string) => {
  const said: string[] = [];
  for (const language of ['fa', 'en']) {
    const answer = await post(path, input, { 'accept-language': language });
    expect([answer.status, answer.headers.get('content-type')?.split(';')[0]], answer.text).toEqual([
      status,
      'application/problem+json',
    ]);
    const fault = faultsOf(answer).find((one) => one.field === field);
    expect(fault?.reason, answer.text).toBe(reason);
    expect(fault?.title).not.toMatch(/[{}]/);
    said.push(fault?.title ?? '');
  }
  const [persian = '', english = ''] = said;
  expect(persian).toMatch(/[\u0600-\u06ff]/);
  expect(english).toMatch(/^[^\u0600-\u06ff]+$/);
  return { persian, english };
};

const problemInput = async () => ({
  unitId: (await m.neighbourhood()).id,
  domainKey: 'civil_works',
  title: 'تاریکی کوچه‌ها',
  severity: 3,
});

describe('letters and digits', () => {
  test('Arabic letters and Persian digits are put right in text and in numbers', async () => {
    const made = await qom.make('/problems', {
      ...(await problemInput()),
      title: '  تاريكي كوچه‌هاي ٨ تا ۱۴  ',
      severity: '۴',
      peopleAffected: '١٬٩۰۰',
    });
    const page = (await qom.get(`/problems/${made.id}`)) as Record<string, unknown>;
    const problem = (page['problem'] ?? page) as Record<string, unknown>;
    expect(problem['title']).toMatch(/^تاریکی کوچه‌های/);
    expect(String(problem['title'])).not.toMatch(/[\u064a\u0643]/);
    expect([problem['severity'], problem['peopleAffected']]).toEqual([4, 1900]);
  });

  test('a search finds a name however it is spelled', async () => {
    const unit = await qom.make(
      '/units',
      { parentId: await m.city(), kind: 'neighbourhood', nameFa: 'یکتای کویر ۷' },
      'admin',
    );
    for (const q of ['يكتاي', 'كوير', 'یکتای کویر 7'])
      expect(((await qom.get('/units', { q })) as { rows: { id: string }[] }).rows.map(({ id }) => id)).toContain(
        unit.id,
      );
  });

  test('what is no number is named', async () => {
    await inBoth('/problems', { ...(await problemInput()), severity: 'زیاد' }, 400, 'severity', 'number_expected');
    await inBoth('/problems', { ...(await problemInput()), severity: '۹' }, 400, 'severity', 'number_too_big');
    await inBoth('/problems', { ...(await problemInput()), title: '   ' }, 400, 'title', 'required');
  });
});

describe('days', () => {
  test('a Jalali day in Persian digits is the same as its Gregorian one', async () => {
    const plan = await m.plan();
    const made = await qom.make('/operations', {
      ...plan,
      startsOn: '۱۴۰۵/۰۹/۰۱',
      endsOn: '1405-12-29',
      tasks: [{ ...plan.tasks[0], startsOn: '2026-11-23', dueOn: '۱۴۰۵-۱۰-۰۱' }],
    });
    const page = (await qom.get(`/operations/${made.id}`)) as Record<string, unknown>;
    const operation = (page['operation'] ?? page) as Record<string, unknown>;
    expect([operation['startsOn'], operation['endsOn']]).toEqual(['2026-11-22', '2027-03-20']);
  });

  test('30 Esfand of a common year does not exist; of a leap year it does', async () => {
    const plan = await m.plan();
    await inBoth('/operations', { ...plan, endsOn: '۱۴۰۵/۱۲/۳۰' }, 400, 'endsOn', 'date_does_not_exist');
    await inBoth('/operations', { ...plan, endsOn: '1405-07-31' }, 400, 'endsOn', 'date_does_not_exist');
    await inBoth('/operations', { ...plan, endsOn: 'فردا' }, 400, 'endsOn', 'date_not_understood');
    expect((await post('/operations', { ...plan, endsOn: '1408-12-30' })).status).toBe(201);
  });

  test('an end before its start is refused, and says both days in the reader’s calendar', async () => {
    const plan = await m.plan();
    const input = { ...plan, startsOn: '1405-09-10', endsOn: '1405-09-05' };
    const said = await inBoth('/operations', input, 422, 'endsOn', 'operation_ends_before_start');
    expect(said.persian).not.toMatch(/2026|۲۰۲۶/);
    await inBoth(
      '/targets',
      { ...(await m.aim()), fromOn: day(10), dueOn: day(1) },
      422,
      'dueOn',
      'target_due_before_start',
    );
  });

  test('an appointment that overlaps another in its seat is refused; one that follows it is not', async () => {
    const { councilId, ...first } = await m.appointing();
    const path = `/councils/${councilId}/appointments`;
    await qom.make(path, { ...first, toOn: day(20) });
    const second = { ...first, personId: await qom.person() };
    await inBoth(path, { ...second, fromOn: day(20) }, 422, 'fromOn', 'appointment_overlaps');
    await inBoth(path, { ...second, fromOn: day(30), toOn: day(25) }, 422, 'toOn', 'end_before_start');
    expect((await post(path, { ...second, fromOn: day(21) })).status).toBe(201);
  });
});

describe('a number of a person in free text', () => {
  test.each(['title', 'description'])('is refused in %s, whatever its digits', async (field) => {
    const input = await problemInput();
    for (const typed of ['کد ملی ۰۰۱۲۳۴۵۶۷۹ است', 'کد ملی 001-234567-9 است'])
      await inBoth('/problems', { ...input, [field]: typed }, 400, field, 'personal_number_in_text');
    expect((await post('/problems', { ...input, [field]: 'کوچه‌های ۸ تا ۱۴، ۱۲۳۴۵ ریال' })).status).toBe(201);
  });
});

describe('the same thing twice', () => {
  test('of two people who edit one record, the second is told that the first was faster', async () => {
    const { id, revision } = await m.problem();
    const amend = (peopleAffected: number, as: Account) =>
      post(`/problems/${id}/amend`, { revision, peopleAffected }, {}, as);
    const answers = await Promise.all([amend(10, 'dg'), amend(20, 'dg')]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.body['reason']).toBe('revision_conflict');
    const page = (await qom.get(`/problems/${id}`)) as Record<string, unknown>;
    const problem = (page['problem'] ?? page) as Record<string, unknown>;
    expect(problem['revision']).toBe(revision + 1);
  });

  test('a command with one id, sent twice or at once, is done once and answered alike', async () => {
    const input = await problemInput();
    const headers = { 'idempotency-key': randomUUID() };
    const first = await post('/problems', input, headers);
    expect(first.status).toBe(201);
    const again = await Promise.all([post('/problems', input, headers), post('/problems', input, headers)]);
    for (const answer of again) expect([answer.status, answer.body]).toEqual([201, first.body]);
    const { total } = (await qom.get('/problems', { unitId: input.unitId })) as { total: number };
    expect(total).toBe(1);
  });

  test('sent five times at the same moment, there is still one', async () => {
    const input = await problemInput();
    const headers = { 'idempotency-key': randomUUID() };
    const answers = await Promise.all(Array.from({ length: 5 }, () => post('/problems', input, headers)));
    expect(new Set(answers.map(({ text, status }) => `${status} ${text}`)).size).toBe(1);
    expect(((await qom.get('/problems', { unitId: input.unitId })) as { total: number }).total).toBe(1);
  });

  test('the same id with other content, or from somebody else, is refused and changes nothing', async () => {
    const input = await problemInput();
    const headers = { 'idempotency-key': randomUUID() };
    expect((await post('/problems', input, headers)).status).toBe(201);
    for (const answer of [
      await post('/problems', { ...input, severity: 5 }, headers),
      await post('/problems', input, headers, 'secretary'),
      await post('/capacities', { unitId: input.unitId, kind: 'place', name: 'زمین' }, headers),
    ])
      expect([answer.status, answer.body['reason']], answer.text).toEqual([409, 'command_id_reused']);
    expect(((await qom.get('/problems', { unitId: input.unitId })) as { total: number }).total).toBe(1);
  });
});
