import { newId } from '@mahalleh/kernel';
import { undoAct } from '@mahalleh/undo';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { matchRuleList, problemMatches, tuneRule } from '../src/index.ts';
import { WEIGHTS } from './defaults.ts';
import { openSetting, reasonOf, type Setting } from './setting.ts';

let s: Setting;
beforeEach(async () => {
  s = await openSetting();
});
afterEach(() => s.db.close());

const tune = (more: object, who = s.dg, commandId = newId()) =>
  tuneRule.run(who, { key: 'distance', revision: 1, ...more }, commandId);
const rules = async () => (await matchRuleList.run(s.dg, {})).rows;
const ruleOf = async (key: string) => (await rules()).find((rule) => rule.key === key);

test('a province begins with the weights of the nation', async () => {
  expect(Object.fromEntries((await rules()).map(({ key, weight }) => [key, weight]))).toEqual(WEIGHTS);
});

test('a rule is tuned in weight, numbers and force, and the audit row says in which', async () => {
  await tune({ weight: '۴۰', params: { nearM: '۵۰۰', farM: 2_000, sameUnit: 1, sameCounty: 0, above: '۰٫۵' } });
  expect(await ruleOf('distance')).toMatchObject({
    weight: 40,
    isActive: true,
    revision: 2,
    params: { nearM: 500, farM: 2_000, sameUnit: 1, sameCounty: 0, above: 0.5 },
  });
  await tune({ key: 'free', isActive: false });
  expect(await ruleOf('free')).toMatchObject({ weight: 10, isActive: false });
  expect((await s.db.audit()).map(({ action, subject, fields_json: fields }) => [action, subject, fields])).toEqual([
    ['match.tune', 'match.distance', '["weight","params"]'],
    ['match.tune', 'match.free', '["isActive"]'],
  ]);
});

test('the order follows the tuned weights', async () => {
  const problemId = await s.problem({ latitude: null, longitude: null });
  const ofDomain = await s.capacity({ unit_id: s.ids.pardisan, quantity: null });
  const nearHall = await s.capacity({ kind: 'place', domain_key: null, quantity: null });
  const order = async () => (await problemMatches.run(s.dg, { problemId })).rows.map(({ capacityId }) => capacityId);
  expect(await order()).toEqual([ofDomain, nearHall]);
  await tune({ weight: 100 });
  expect(await order()).toEqual([nearHall, ofDomain]);
});

test('the rules come with what they give for one problem: the gravest, or the one asked about', async () => {
  expect((await matchRuleList.run(s.dg, {})).preview).toBeNull();
  const small = await s.problem({ people_affected: 10 });
  const grave = await s.problem({ people_affected: 9_000, unit_id: s.ids.pardisan });
  const capacityId = await s.capacity();
  const shown = async (more: object, who = s.dg) => (await matchRuleList.run(who, more)).preview?.problem.problemId;
  expect(await shown({})).toBe(grave);
  expect(await shown({ problemId: small })).toBe(small);
  expect(await shown({}, s.manager)).toBe(small);
  expect(await shown({ problemId: grave }, s.manager)).toBeUndefined();
  expect((await matchRuleList.run(s.dg, { problemId: small })).preview?.rows).toMatchObject([{ capacityId }]);
});

test.each([
  ['beyond a hundred', { weight: 101 }, 'invalid input_invalid weight number_too_big'],
  ['of an unknown rule', { key: 'luck' }, 'not_found match_rule_unknown'],
  [
    'with near beyond far',
    { params: { nearM: 9, farM: 8, sameUnit: 1, sameCounty: 0, above: 0 } },
    'refused match_near_beyond_far params.nearM',
  ],
  ['with a number left out', { params: { nearM: 9 } }, 'refused match_params_unfit params.farM'],
  ['at another revision', { revision: 7, weight: 1 }, 'conflict revision_conflict'],
])('not %s', async (_title, more, expected) => {
  expect(await reasonOf(tune(more))).toBe(expected);
  expect(await ruleOf('distance')).toMatchObject({ weight: 20, revision: 1 });
});

test('not by who may only read, and never so that nothing weighs any more', async () => {
  expect(await reasonOf(tune({ weight: 1 }, s.manager))).toBe('not_permitted not_permitted');
  await s.db.sql("update match_rules set weight = 0 where key not in ('distance', 'promised')");
  expect(await reasonOf(tune({ weight: 0 }))).toBe('refused match_needs_weight weight');
  expect(await reasonOf(tune({ isActive: false }))).toBe('refused match_needs_weight weight');
});

test('tuning is taken back', async () => {
  const commandId = newId();
  await tune({ weight: 90 }, s.dg, commandId);
  await undoAct.run(s.dg, { commandId });
  expect(await ruleOf('distance')).toMatchObject({ weight: 20, revision: 3 });
});
