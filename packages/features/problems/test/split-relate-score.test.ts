import { newId } from '@mahalleh/kernel';
import { undoAct } from '@mahalleh/undo';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  closeProblems,
  mergeProblems,
  problemPage,
  redomainProblems,
  relateProblems,
  reprioritiseProblems,
  scoreProblem,
  splitProblem,
  triageProblem,
  unrelateProblems,
} from '../src/index.ts';
import { FIRST_METHOD, ProblemDetail } from '../src/model.ts';
import { scoreOf, type Sums } from '../src/rules.ts';
import { openSetting, type Setting } from './setting.ts';

let s: Setting;
beforeAll(async () => {
  s = await openSetting();
});
afterAll(() => s.province.close());

const POINTS = { harm: 4, spread: 3, urgency: 5, feasibility: 2 };
const part = (title: string, more: object = {}) => ({ title, domainKey: 'civil_works', severity: 3, ...more });

describe('splitting', () => {
  test('makes parts with a course of their own; each knows where it came from, and the one knows its parts', async () => {
    const problemId = await s.register({ latitude: 34.65, longitude: 50.88 });
    const { parts } = await splitProblem.run(s.manager, {
      problemId,
      revision: 1,
      parts: [part('چراغ‌ها'), part('درمانگاه', { domainKey: 'health' })],
    });
    const [first, second] = parts.map(({ id }) => id);
    expect(await s.row(problemId)).toMatchObject({ status: 'split', revision: 2 });
    expect(await s.row(first ?? '')).toMatchObject({
      status: 'registered',
      split_from_id: problemId,
      latitude: 34.65,
      title_folded: 'چراغها',
    });
    // A sensitive part has no place finer than its neighbourhood.
    expect(await s.row(second ?? '')).toMatchObject({ place_kind: 'whole', latitude: null });
    const page = await problemPage.run(s.manager, { problemId: first });
    expect(ProblemDetail.parse(page)).toEqual(page);
    expect(page.splitFrom?.id).toBe(problemId);
    expect(page.history.map(({ action }) => action)).toEqual(['problem.split', 'problem.register']);
    const whole = await problemPage.run(s.manager, { problemId });
    expect(whole.parts.map(({ id }) => id)).toEqual([first, second]);
    expect(whole.moves).toMatchObject([{ from: 'registered', to: 'split' }]);
  });

  test('is taken back as a whole, while no part has moved on', async () => {
    const problemId = await s.register();
    const commandId = newId();
    const split = { problemId, revision: 1, parts: [part('یک'), part('دو')] };
    const { parts } = await splitProblem.run(s.manager, split, commandId);
    await undoAct.run(s.manager, { commandId });
    expect(await s.row(problemId)).toMatchObject({ status: 'registered', revision: 3 });
    expect((await s.row(parts[0]?.id ?? ''))['discarded_at_ms']).not.toBeNull();

    const again = newId();
    const { parts: others } = await splitProblem.run(s.manager, { ...split, revision: 3 }, again);
    await triageProblem.run(s.manager, { problemId: others[0]?.id, revision: 1, severity: 4 });
    await expect(undoAct.run(s.manager, { commandId: again })).rejects.toMatchObject({ reason: 'revision_conflict' });
    expect(await s.row(problemId)).toMatchObject({ status: 'split' });
  });

  test('into one, seven or an unknown domain is refused, naming the field', async () => {
    const problemId = await s.register();
    const split = (parts: object[]) => splitProblem.run(s.manager, { problemId, revision: 1, parts });
    await expect(split([part('یک')])).rejects.toMatchObject({ fields: [{ field: 'parts', reason: 'split_into_few' }] });
    await expect(split(Array.from({ length: 7 }, () => part('یک')))).rejects.toMatchObject({
      fields: [{ field: 'parts', reason: 'split_into_many' }],
    });
    await expect(split([part('یک'), part('دو', { domainKey: 'magic' })])).rejects.toMatchObject({
      fields: [{ field: 'parts.1.domainKey', reason: 'domain_unknown' }],
    });
    expect(await s.row(problemId)).toMatchObject({ status: 'registered', revision: 1 });
  });
});

describe('relating', () => {
  test('shows on both sides, with its direction, until it is taken back', async () => {
    const [a, b] = [await s.register({ title: 'A' }), await s.register({ title: 'B' })];
    await relateProblems.run(s.manager, { problemId: a, otherId: b, kind: 'causes' });
    expect((await problemPage.run(s.manager, { problemId: a })).related).toMatchObject([{ id: b, kind: 'causes' }]);
    const other = await problemPage.run(s.manager, { problemId: b });
    expect(other.related).toMatchObject([{ id: a, kind: 'caused_by' }]);
    expect(other.history[0]).toMatchObject({ action: 'problem.relate', subject: a });
    const commandId = newId();
    await unrelateProblems.run(s.manager, { problemId: b, otherId: a, kind: 'causes' }, commandId);
    expect((await problemPage.run(s.manager, { problemId: a })).related).toEqual([]);
    await undoAct.run(s.manager, { commandId });
    expect((await problemPage.run(s.manager, { problemId: a })).related).toHaveLength(1);
  });

  test('with itself, twice, the other way round or across a scope is refused', async () => {
    const [a, b] = [await s.register(), await s.register()];
    const relate = (problemId: string, otherId: string, kind: string) =>
      relateProblems.run(s.manager, { problemId, otherId, kind });
    await relate(a, b, 'related');
    await relate(a, b, 'causes');
    await expect(relate(a, a, 'related')).rejects.toMatchObject({ reason: 'relate_to_itself' });
    await expect(relate(b, a, 'related')).rejects.toMatchObject({ reason: 'relation_exists' });
    await expect(relate(b, a, 'causes')).rejects.toMatchObject({ reason: 'relation_turns_around' });
    const away = await s.register();
    await expect(
      relateProblems.run(s.neighbour, { problemId: away, otherId: a, kind: 'related' }),
    ).rejects.toMatchObject({ reason: 'problem_unknown' });
  });
});

describe('scoring', () => {
  test('keeps residents as counts and experts one by one; both scores can be made again from what is stored', async () => {
    const problemId = await s.register();
    const residents = { harm: 300, spread: 240, urgency: 400, feasibility: 160 };
    await scoreProblem.run(s.manager, {
      problemId,
      revision: 1,
      side: 'residents',
      voters: '۱۰۰',
      supporters: 88,
      sums: residents,
    });
    await scoreProblem.run(s.manager, {
      problemId,
      revision: 2,
      side: 'residents',
      voters: 50,
      sums: { harm: 250, spread: 250, urgency: 250, feasibility: 250 },
    });
    await scoreProblem.run(s.manager, { problemId, revision: 3, side: 'experts', sums: POINTS });
    await scoreProblem.run(s.secretary, { problemId, revision: 4, side: 'experts', sums: { ...POINTS, harm: 1 } });
    await scoreProblem.run(s.secretary, { problemId, revision: 5, side: 'experts', sums: { ...POINTS, harm: 2 } });
    const page = await problemPage.run(s.manager, { problemId });
    expect(page).toMatchObject({ residentsVotes: 150, supporters: 88, expertsCount: 2, residentsRank: 1 });
    expect(
      page.rounds
        .filter(({ side }) => side === 'experts')
        .map(({ isMine }) => isMine)
        .toSorted(),
    ).toEqual([false, true]);
    for (const side of ['residents', 'experts'] as const)
      expect(page[`${side}Score`]).toBe(
        scoreOf(
          page.rounds.filter((round) => round.side === side).map((round) => ({ ...round, sums: round.sums as Sums })),
          page.method,
        ),
      );
    expect(JSON.stringify(await s.province.sql("select * from problem_scores where side = 'residents'"))).toContain(
      '"expert_id":null',
    );
  });

  test('impossible points are refused, naming the criterion', async () => {
    const problemId = await s.register();
    const score = (more: object) => scoreProblem.run(s.manager, { problemId, revision: 1, ...more });
    await expect(
      score({ side: 'residents', voters: 10, sums: { ...POINTS, harm: 51, spread: 10, urgency: 10, feasibility: 10 } }),
    ).rejects.toMatchObject({
      fields: [{ field: 'sums.harm', reason: 'score_sum_impossible', params: { least: 10, most: 50 } }],
    });
    await expect(score({ side: 'experts', sums: { ...POINTS, spread: 6 } })).rejects.toMatchObject({
      fields: [{ field: 'sums.spread' }],
    });
    await expect(score({ side: 'residents', sums: POINTS })).rejects.toMatchObject({ reason: 'score_of_nobody' });
    await expect(score({ side: 'experts', sums: POINTS, heldOn: '1406-01-01' })).rejects.toMatchObject({
      reason: 'scored_in_future',
    });
  });

  test('is taken back: an expert’s earlier view stands again', async () => {
    const problemId = await s.register();
    await scoreProblem.run(s.manager, { problemId, revision: 1, side: 'experts', sums: POINTS });
    const before = (await s.row(problemId))['experts_score'];
    const commandId = newId();
    await scoreProblem.run(
      s.manager,
      { problemId, revision: 2, side: 'experts', sums: { ...POINTS, harm: 1 } },
      commandId,
    );
    expect((await s.row(problemId))['experts_score']).not.toBe(before);
    await undoAct.run(s.manager, { commandId });
    expect((await s.row(problemId))['experts_score']).toBe(before);
    expect((await problemPage.run(s.manager, { problemId })).rounds).toMatchObject([{ sums: POINTS }]);
  });
});

describe('many at once', () => {
  const records = (...ids: string[]) => ids.map((id) => ({ id, revision: 1 }));

  test('are closed together, told in each one’s history, and taken back together', async () => {
    const ids = [await s.register(), await s.register(), await s.register()];
    const commandId = newId();
    expect(await closeProblems.run(s.manager, { records: records(...ids), reason: 'duplicate' }, commandId)).toEqual({
      count: 3,
    });
    for (const problemId of ids) {
      expect(await s.row(problemId)).toMatchObject({ status: 'closed', revision: 2 });
      expect((await problemPage.run(s.manager, { problemId })).history[0]).toMatchObject({ action: 'problem.close' });
    }
    await undoAct.run(s.manager, { commandId });
    for (const id of ids)
      expect(await s.row(id)).toMatchObject({ status: 'registered', close_reason: null, revision: 3 });
  });

  test('one that refuses stops all, and is named', async () => {
    const [a, b] = [await s.register(), await s.register()];
    await closeProblems.run(s.manager, { records: records(b), reason: 'duplicate' });
    const code = (await s.row(b))['code'];
    await expect(
      closeProblems.run(s.manager, {
        records: [
          { id: a, revision: 1 },
          { id: b, revision: 2 },
        ],
        reason: 'duplicate',
      }),
    ).rejects.toMatchObject({ reason: 'problem_not_open', detail: { code } });
    await expect(
      reprioritiseProblems.run(s.manager, { records: [{ id: a, revision: 9 }], severity: 5 }),
    ).rejects.toMatchObject({
      reason: 'bulk_overtaken',
    });
    await expect(reprioritiseProblems.run(s.neighbour, { records: records(a), severity: 5 })).rejects.toMatchObject({
      reason: 'problem_unknown',
    });
    expect(await s.row(a)).toMatchObject({ status: 'registered', severity: 4, revision: 1 });
  });

  test('go into another domain or into one problem by the rules of one', async () => {
    const [a, b, into] = [
      await s.register(),
      await s.register({ latitude: 34.65, longitude: 50.88 }),
      await s.register(),
    ];
    await expect(
      redomainProblems.run(s.manager, { records: records(a, b), domainKey: 'health' }),
    ).rejects.toMatchObject({
      reason: 'sensitive_has_no_point',
    });
    await redomainProblems.run(s.manager, { records: records(a, b), domainKey: 'sport' });
    const now = [a, b].map((id) => ({ id, revision: 2 }));
    await mergeProblems.run(s.manager, { records: now, intoId: into });
    expect((await problemPage.run(s.manager, { problemId: into })).merged.map(({ id }) => id).toSorted()).toEqual(
      [a, b].toSorted(),
    );
    await expect(
      mergeProblems.run(s.manager, { records: [{ id: into, revision: 2 }], intoId: into }),
    ).rejects.toMatchObject({
      reason: 'merge_into_itself',
    });
  });
});

test('a province begins with the first method', async () => {
  const methods = await s.province.sql('select version, criteria_json from score_methods');
  expect(
    methods.map(({ version, criteria_json }) => ({ version, criteria: JSON.parse(String(criteria_json)) })),
  ).toEqual([FIRST_METHOD]);
});
