import { randomUUID } from 'node:crypto';
import { by, plain } from './asked-by.ts';
import type { RightRequests } from './right-identity.ts';
import { fresh, type Workspace } from './world.ts';

const POINTS = { harm: 4, spread: 3, urgency: 5, feasibility: 2 };
const record = ({ id, revision }: { id: string; revision: number }) => ({ records: [{ id, revision }] });

const domain = (w: Workspace) =>
  w.make('/domains', {
    titleFa: fresh('روشنایی'),
    titleEn: `Lamps ${randomUUID()}`,
    parentKey: 'civil_works',
  }) as Promise<{
    key?: string;
    revision: number;
  }>;
const ofDomain = by('dg', async (_m, w) => {
  const { key, revision } = await domain(w);
  return { domainKey: key, revision };
});
const clock = async (w: Workspace) => {
  const { rows } = (await w.get('/clocks')) as { rows: { level: string; revision: number }[] };
  return rows.find(({ level }) => level === 'county');
};

/** The right requests of what a province sets for its registry. */
const rightInSettings: RightRequests = {
  'GET /domains': plain('dg', { all: true }),
  'POST /domains': plain('dg', { titleFa: 'روشنایی', titleEn: `Lamps ${randomUUID()}`, parentKey: 'civil_works' }),
  'POST /domains/{domainKey}/amend': by('dg', async (_m, w) => {
    const { key, revision } = await domain(w);
    return { domainKey: key, revision, titleFa: fresh('چراغ') };
  }),
  'POST /domains/{domainKey}/retire': ofDomain,
  'GET /clocks': plain('dg'),
  'POST /clocks/{level}/set': by('dg', async (_m, w) => ({
    level: 'county',
    revision: (await clock(w))?.revision,
    days: '۱۲',
  })),
};

/** The right requests of the problem registry. */
export const rightInProblems: RightRequests = {
  ...rightInSettings,
  'GET /problem-counts': plain('dg'),
  'GET /problems': plain('dg', { sort: 'rank', page: 1 }),
  'GET /problems/{problemId}': by('dg', async (m) => ({ problemId: (await m.problem()).id })),
  'POST /problems': by('dg', async (m) => ({
    unitId: (await m.neighbourhood()).id,
    domainKey: 'civil_works',
    title: fresh('تاریکی'),
    severity: '۴',
    peopleAffected: 1900,
  })),
  'POST /problems/{problemId}/amend': by('dg', async (m) => ({
    ...m.edit(await m.problem(), 'problemId'),
    peopleAffected: 2100,
  })),
  'POST /problems/{problemId}/triage': by('dg', async (m) => ({
    ...m.edit(await m.problem(), 'problemId'),
    severity: 4,
    rank: 1,
  })),
  'POST /problems/{problemId}/reprioritise': by('dg', async (m) => ({
    ...m.edit(await m.problem(), 'problemId'),
    rank: 2,
  })),
  'POST /problems/{problemId}/merge': by('dg', async (m) => {
    const unitId = (await m.neighbourhood()).id;
    return { ...m.edit(await m.problem(unitId), 'problemId'), intoId: (await m.problem(unitId)).id };
  }),
  'POST /problems/{problemId}/start': by('dg', async (m) =>
    m.edit(await m.problemAfter(['triage', { severity: 3 }]), 'problemId'),
  ),
  'POST /problems/{problemId}/solve': by('dg', async (m) => {
    const problem = await m.problemAfter(['triage', { severity: 3 }], ['start', {}]);
    await m.note('problem', problem.id);
    return { ...m.edit(problem, 'problemId'), solution: 'دوازده چراغ نصب شد.' };
  }),
  'POST /problems/{problemId}/close': by('dg', async (m) => ({
    ...m.edit(await m.problem(), 'problemId'),
    reason: 'out_of_scope',
  })),
  'POST /problems/{problemId}/reopen': by('dg', async (m) => ({
    ...m.edit(await m.problemAfter(['close', { reason: 'not_feasible' }]), 'problemId'),
    why: 'راهی پیدا شد.',
  })),
  'POST /problems/{problemId}/redact': by('dg', async (m) => m.edit(await m.problem(), 'problemId')),
  'GET /problem-board': plain('dg', { sort: 'severity' }),
  'GET /problem-map': plain('dg', { status: 'open', domain: 'civil_works' }),
  'GET /problem-ids': plain('dg', { status: 'open' }),
  'POST /problems/{problemId}/split': by('dg', async (m) => ({
    ...m.edit(await m.problem(), 'problemId'),
    parts: ['چراغ', 'سیم'].map((word) => ({ title: fresh(word), domainKey: 'civil_works', severity: 3 })),
  })),
  'POST /problems/{problemId}/relate': by('dg', async (m) => ({
    problemId: (await m.problem()).id,
    otherId: (await m.problem()).id,
    kind: 'causes',
  })),
  'POST /problems/{problemId}/unrelate': by('dg', async (m, w) => {
    const [problemId, otherId] = [(await m.problem()).id, (await m.problem()).id];
    await w.make(`/problems/${problemId}/relate`, { otherId, kind: 'related' });
    return { problemId, otherId, kind: 'related' };
  }),
  'POST /problems/{problemId}/score': by('dg', async (m) => ({
    ...m.edit(await m.problem(), 'problemId'),
    side: 'experts',
    sums: POINTS,
  })),
  'POST /problems/{problemId}/escalate': by('dg', async (m) => ({
    ...m.edit(await m.problem(), 'problemId'),
    reason: 'چراغ‌ها از شهرستان است.',
  })),
  'POST /problems/{problemId}/answer': by('dg', async (m) => ({
    ...m.edit(await m.problemAfter(['escalate', { reason: 'چراغ‌ها از شهرستان است.' }]), 'problemId'),
    outcome: 'answered',
    words: 'شنبه می‌آییم.',
  })),
  'POST /problems/{problemId}/confirm': by('dg', async (m, w) => {
    // Called solved by another: nobody confirms what they called so themselves.
    const { id } = await m.problem();
    await w.make(`/problems/${id}/triage`, { revision: 1, severity: 3 });
    await w.make(`/problems/${id}/start`, { revision: 2 });
    await m.note('problem', id);
    const solved = await w.make(`/problems/${id}/solve`, { revision: 3, solution: 'نصب شد.' }, 'secretary');
    return m.edit(solved, 'problemId');
  }),
  'POST /problems/{problemId}/discard': by('dg', async (m) => m.edit(await m.problem(), 'problemId')),
  'POST /bulk/problems/escalate': by('dg', async (m) => ({ ...record(await m.problem()), reason: 'بودجه نیست.' })),
  'POST /bulk/problems/discard': by('dg', async (m) => record(await m.problem())),
  'POST /bulk/problems/close': by('dg', async (m) => ({ ...record(await m.problem()), reason: 'duplicate' })),
  'POST /bulk/problems/reprioritise': by('dg', async (m) => ({ ...record(await m.problem()), severity: '۵' })),
  'POST /bulk/problems/amend': by('dg', async (m) => ({ ...record(await m.problem()), domainKey: 'sport' })),
  'POST /bulk/problems/merge': by('dg', async (m) => ({
    ...record(await m.problem()),
    intoId: (await m.problem()).id,
  })),
};
