import { attachNote } from '@mahalleh/evidence';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  closeProblem,
  domainList,
  mergeProblem,
  NATIONAL_DOMAINS,
  problemCounts,
  problemList,
  problemPage,
  redactProblem,
  registerProblem,
  reprioritiseProblem,
  triageProblem,
} from '../src/index.ts';
import { DomainList, ProblemCounts, ProblemDetail, ProblemList } from '../src/model.ts';
import { openSetting, type Setting } from './setting.ts';

let s: Setting;
let lamps: string, waste: string, school: string, away: string;
beforeAll(async () => {
  s = await openSetting();
  const at = (minute: number) => s.province.setNow(Date.parse('2026-11-22T08:00:00Z') + minute * 60_000);
  lamps = await s.register({ title: 'تاریکی کوچه‌های ۸ تا ۱۴', severity: 3 });
  at(1);
  waste = await s.register({ title: 'انباشت پسماند', domainKey: 'environment', severity: 5 });
  at(2);
  school = await s.register({ title: '100%_ترک تحصیل', domainKey: 'education', severity: 2 });
  away = (
    await registerProblem.run(s.neighbour, { unitId: s.there, domainKey: 'sport', title: 'زمین ورزش', severity: 4 })
  ).id;
  at(3);
  await reprioritiseProblem.run(s.manager, { problemId: school, revision: 1, rank: 1 });
  await reprioritiseProblem.run(s.manager, { problemId: lamps, revision: 1, rank: 2 });
});
afterAll(() => s.province.close());

const ids = async (input: object, who = s.manager) => (await problemList.run(who, input)).rows.map(({ id }) => id);

describe('the list', () => {
  test('shows the problems of my units and no others, with the total', async () => {
    const list = await problemList.run(s.manager, {});
    expect(ProblemList.parse(list)).toEqual(list);
    expect(list).toMatchObject({ total: 3, page: 1, size: 25 });
    expect(list.rows[0]).toMatchObject({
      id: school,
      unitNameFa: 'شیخ‌آباد',
      domainFa: 'آموزش',
      isSensitive: false,
      evidenceCount: 0,
      isRedacted: false,
    });
    expect(await ids({}, s.neighbour)).toEqual([away]);
    expect((await problemList.run(s.secretary, {})).total).toBe(4);
  });

  test('comes in the order asked for: rank with the unranked last, severity, newest', async () => {
    expect(await ids({})).toEqual([school, lamps, waste]);
    expect(await ids({ sort: 'severity' })).toEqual([waste, lamps, school]);
    expect(await ids({ sort: 'newest' })).toEqual([school, waste, lamps]);
  });

  test('comes page by page', async () => {
    expect(await problemList.run(s.manager, { size: '2', page: '۲' })).toMatchObject({
      total: 3,
      page: 2,
      size: 2,
      rows: [{ id: waste }],
    });
    await expect(problemList.run(s.manager, { size: 101 })).rejects.toMatchObject({
      fields: [{ field: 'size', reason: 'number_too_big' }],
    });
  });

  test('finds words in whatever spelling, and codes as they are read aloud', async () => {
    expect(await ids({ q: 'كوچه‌هاي 8' })).toEqual([lamps]);
    expect(await ids({ q: '%_ترك' })).toEqual([school]);
    expect(await ids({ q: '_' })).toEqual([]);
    expect(await ids({ q: '  ' })).toHaveLength(3);
    const { code } = (await s.row(waste)) as { code: string };
    expect(await ids({ q: code.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l') })).toEqual([waste]);
  });

  test('is filtered by status, domain, severity and unit with all below it', async () => {
    await triageProblem.run(s.manager, { problemId: waste, revision: 1, severity: 5 });
    expect(await ids({ status: 'triaged' })).toEqual([waste]);
    expect(await ids({ status: 'open', domain: 'education' })).toEqual([school]);
    expect(await ids({ severity: '۵' })).toEqual([waste]);
    expect(await ids({ unitId: s.county }, s.secretary)).toHaveLength(4);
    expect(await ids({ unitId: s.county })).toHaveLength(3);
    expect(await ids({ unitId: s.there })).toEqual([]);
    await expect(problemList.run(s.manager, { status: 'gone' })).rejects.toMatchObject({
      fields: [{ field: 'status', reason: 'choice_unknown' }],
    });
  });

  test('of one unit has the same counts on its filters', async () => {
    const counts = await problemCounts.run(s.secretary, { unitId: s.here });
    expect(ProblemCounts.parse(counts)).toEqual(counts);
    expect(counts.total).toBe(3);
    expect(counts.byStatus.find(({ status }) => status === 'registered')).toEqual({ status: 'registered', count: 2 });
    expect(counts.byDomain.map(({ domainKey }) => domainKey).sort()).toEqual([
      'civil_works',
      'education',
      'environment',
    ]);
  });
});

describe('the page', () => {
  test('shows evidence and history of the problem and of what was merged into it', async () => {
    const [first, second, into] = [
      await s.register({ title: 'First' }),
      await s.register({ title: 'Second' }),
      await s.register({ title: 'Into' }),
    ];
    await attachNote.run(s.manager, { subjectKind: 'problem', subjectId: first, note: 'Seen.' });
    await mergeProblem.run(s.manager, { problemId: first, revision: 1, intoId: second });
    await mergeProblem.run(s.manager, { problemId: second, revision: 2, intoId: into });
    const page = await problemPage.run(s.manager, { problemId: into });
    expect(ProblemDetail.parse(page)).toEqual(page);
    expect(page.merged.map(({ title }) => title)).toEqual(['First', 'Second']);
    expect(page.evidence).toMatchObject([
      { subjectKind: 'problem', subjectId: first, note: 'Seen.', addedByName: 'Sample Person' },
    ]);
    expect(page.history.map(({ action, subject }) => [action, subject])).toEqual([
      ['problem.merge', second],
      ['problem.merge', first],
      ['evidence.attach', first],
      ['problem.register', into],
      ['problem.register', second],
      ['problem.register', first],
    ]);
    expect(page.history[0]).toMatchObject({
      actorId: s.manager.personId,
      actorName: 'Sample Person',
      fields: ['status', 'mergedIntoId'],
    });
    const gone = await problemPage.run(s.manager, { problemId: second });
    expect(gone.mergedInto).toEqual({ id: into, code: page.code });
    expect(gone.merged.map(({ id }) => id)).toEqual([first]);
  });

  test('hides what was merged in from a neighbourhood that the reader may not see', async () => {
    const { id } = await registerProblem.run(s.neighbour, {
      unitId: s.there,
      domainKey: 'civil_works',
      title: 'Their words',
      severity: 1,
    });
    const into = await s.register();
    await attachNote.run(s.neighbour, { subjectKind: 'problem', subjectId: id, note: 'Their note' });
    await mergeProblem.run(s.secretary, { problemId: id, revision: 1, intoId: into });
    expect(JSON.stringify(await problemPage.run(s.manager, { problemId: into }))).not.toMatch(/Their|evidence.attach/);
    expect(JSON.stringify(await problemPage.run(s.secretary, { problemId: into }))).toMatch(/Their words.*Their note/);
  });

  test('of a redacted problem shows its course without words', async () => {
    const id = await s.register({ title: 'Secret words', description: 'More of them' });
    await closeProblem.run(s.manager, { problemId: id, revision: 1, reason: 'withdrawn' });
    await redactProblem.run(s.manager, { problemId: id, revision: 2 });
    const page = await problemPage.run(s.manager, { problemId: id });
    expect(page).toMatchObject({
      isRedacted: true,
      title: '',
      description: null,
      status: 'closed',
      closeReason: 'withdrawn',
    });
    expect(page.history.map(({ action }) => action)).toEqual(['problem.redact', 'problem.close', 'problem.register']);
    expect(await ids({ q: 'secret' })).toEqual([]);
  });

  test('is not there for who has no seat over its unit', async () => {
    await expect(problemPage.run(s.manager, { problemId: away })).rejects.toMatchObject({
      kind: 'not_found',
      reason: 'problem_unknown',
    });
    await expect(problemPage.run(s.neighbour, { problemId: away })).resolves.toMatchObject({ id: away });
    await expect(problemPage.run(s.province.visitor(), { problemId: away })).rejects.toMatchObject({
      kind: 'signed_out',
    });
  });
});

test('the domains come in the order of the programme, the sensitive ones marked', async () => {
  const list = await domainList.run(s.manager, {});
  expect(DomainList.parse(list)).toEqual(list);
  expect(list.rows.map(({ key }) => key)).toEqual(NATIONAL_DOMAINS.map(({ key }) => key));
  expect(list.rows.filter(({ isSensitive }) => isSensitive).map(({ key }) => key)).toEqual([
    'health',
    'women_heads_support',
    'social_harms',
    'health_monitoring',
  ]);
});
