import { isRefusal, newId } from '@mahalleh/kernel';
import { undoAct } from '@mahalleh/undo';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NATIONAL_DOMAINS, nationalDomainRows } from '../src/domain.ts';
import { amendDomain as amended, keyOf, registerDomain as placed, withBelow, type DomainNode } from '../src/rules.ts';
import {
  amendDomain,
  clockList,
  domainList,
  problemList,
  registerDomain,
  registerProblem,
  retireDomain,
  setClock,
} from '../src/index.ts';
import { ClockList, DomainList } from '../src/model.ts';
import { openSetting, type Setting } from './setting.ts';

const core = (): DomainNode[] => nationalDomainRows.map((row) => ({ ...row, retiredAtMs: null }));
const node = (tree: readonly DomainNode[], key: string): DomainNode => {
  const found = tree.find((one) => one.key === key);
  if (!found) throw new Error(`no ${key}`);
  return found;
};

describe('the tree of domains', () => {
  test('has no circle and nothing less sensitive than what it lies below or the nation holds, whatever is tried', () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            verb: fc.constantFrom('register' as const, 'amend' as const),
            a: fc.nat(40),
            b: fc.nat(40),
            isSensitive: fc.option(fc.boolean(), { nil: undefined }),
          }),
          { minLength: 5, maxLength: 40 },
        ),
        (turns) => {
          let tree = core();
          for (const [i, { verb, a, b, isSensitive }] of turns.entries()) {
            const before = new Map(tree.map(({ key, isSensitive: was }) => [key, was]));
            const parentKey = b % 3 === 0 ? null : (tree[b % tree.length]?.key ?? null);
            if (verb === 'register') {
              const place = placed(tree, {
                key: `own_${i}`,
                nationalKey: tree[a % tree.length]?.nationalKey,
                parentKey,
                isSensitive,
              });
              if (!isRefusal(place)) tree = [...tree, { key: `own_${i}`, retiredAtMs: null, ...place }];
            } else {
              const domain = tree[a % tree.length];
              const decided = domain && amended(tree, domain, { parentKey, isSensitive });
              if (domain && decided && !isRefusal(decided))
                tree = tree.map((one) => {
                  if (one.key === domain.key) return { ...one, ...decided.place };
                  return decided.turning.includes(one.key) ? { ...one, isSensitive: true } : one;
                });
            }
            for (const one of tree) {
              const above = [one];
              for (let at = one.parentKey; at !== null; at = node(tree, at).parentKey) {
                expect(above.map(({ key }) => key)).not.toContain(at);
                above.push(node(tree, at));
              }
              expect(new Set(above.map(({ nationalKey }) => nationalKey)).size).toBe(1);
              if (above.some((each) => each.isSensitive))
                expect(withBelow(tree, one.key).every((each) => each.isSensitive)).toBe(
                  above.some((each) => each.isSensitive),
                );
              const national = NATIONAL_DOMAINS.find(({ key }) => key === one.nationalKey);
              expect(one.isSensitive || !national?.isSensitive).toBe(true);
              expect(before.get(one.key) === true && !one.isSensitive).toBe(false);
            }
          }
        },
      ),
    ));

  test.each([
    ['Street lighting', 'street_lighting'],
    ['  Water & gas (old town) ', 'water_gas_old_town'],
    ['روشنایی', ''],
  ])('makes a key of «%s»', (title, key) => expect(keyOf(title)).toBe(key));
});

let s: Setting;
beforeAll(async () => {
  s = await openSetting();
});
afterAll(() => s.province.close());

const LIGHT = { titleFa: 'روشنایی معابر', titleEn: 'Street lighting', parentKey: 'civil_works' };
const row = async (key: string) => (await s.province.sql('select * from domains where key = ?', [key]))[0];

describe('a province’s own domains', () => {
  test('lie below one of the nation’s and take problems; the filter of the upper one finds those below', async () => {
    expect(await registerDomain.run(s.director, LIGHT)).toEqual({ key: 'street_lighting', revision: 1 });
    expect(await row('street_lighting')).toMatchObject({
      parent_key: 'civil_works',
      national_key: 'civil_works',
      is_sensitive: 0,
      ord: 14,
    });
    expect(await s.audit()).toMatchObject({ action: 'domain.register', subject: 'street_lighting', unit_id: s.top });
    const id = await s.register({ domainKey: 'street_lighting' });
    const list = await problemList.run(s.manager, { domain: 'civil_works' });
    expect(list.rows.map((each) => each.id)).toEqual([id]);
    expect(list.total).toBe(1);
    const all = await domainList.run(s.manager, {});
    expect(DomainList.parse(all)).toEqual(all);
  });

  test.each([
    ['a key that is there', { ...LIGHT, parentKey: 'civil_works' }, 'domain_key_taken', 'key'],
    ['no Latin letter in its English title', { ...LIGHT, titleEn: '۸ تا ۱۴' }, 'domain_needs_key', 'titleEn'],
    ['nothing national', { titleFa: 'تازه', titleEn: 'New' }, 'domain_needs_national', 'nationalKey'],
    [
      'a parent that is not there',
      { ...LIGHT, key: 'x', parentKey: 'astronomy' },
      'domain_parent_unknown',
      'parentKey',
    ],
    [
      'another national domain than above it',
      { ...LIGHT, key: 'x', nationalKey: 'sport' },
      'domain_of_other_national',
      'nationalKey',
    ],
    [
      'no sensitivity under a sensitive one',
      { ...LIGHT, key: 'x', parentKey: 'health', isSensitive: false },
      'domain_is_sensitive',
      'isSensitive',
    ],
  ])('with %s are refused, naming the field', async (_title, input, reason, field) => {
    await expect(registerDomain.run(s.director, input)).rejects.toMatchObject({
      kind: 'refused',
      fields: [{ field, reason }],
    });
  });

  test('are for whoever has a seat over the whole province', async () => {
    const local = await s.province.as({ role: 'director_general', unitId: s.here });
    await expect(registerDomain.run(local, { ...LIGHT, key: 'y' })).rejects.toMatchObject({ reason: 'unit_unknown' });
    await expect(registerDomain.run(s.manager, { ...LIGHT, key: 'y' })).rejects.toMatchObject({
      kind: 'not_permitted',
    });
  });

  test('are renamed and moved, and back; none comes to lie below itself', async () => {
    await registerDomain.run(s.director, { titleFa: 'برق', titleEn: 'Power', parentKey: 'civil_works' });
    const commandId = newId();
    await amendDomain.run(
      s.director,
      { domainKey: 'power', revision: 1, parentKey: 'street_lighting', titleFa: 'برق معابر' },
      commandId,
    );
    expect(await row('power')).toMatchObject({ parent_key: 'street_lighting', title_fa: 'برق معابر', revision: 2 });
    await expect(
      amendDomain.run(s.director, { domainKey: 'street_lighting', revision: 1, parentKey: 'power' }),
    ).rejects.toMatchObject({
      fields: [{ field: 'parentKey', reason: 'domain_below_itself' }],
    });
    await expect(
      amendDomain.run(s.director, { domainKey: 'sport', revision: 1, parentKey: 'power' }),
    ).rejects.toMatchObject({
      reason: 'domain_of_core',
    });
    await undoAct.run(s.director, { commandId });
    expect(await row('power')).toMatchObject({ parent_key: 'civil_works', title_fa: 'برق', revision: 3 });
  });

  test('are not moved back under what has moved below them since', async () => {
    const commandId = newId();
    await amendDomain.run(s.director, { domainKey: 'power', revision: 3, parentKey: 'street_lighting' });
    await amendDomain.run(s.director, { domainKey: 'power', revision: 4, parentKey: '' }, commandId);
    await amendDomain.run(s.director, { domainKey: 'street_lighting', revision: 1, parentKey: 'power' });
    await expect(undoAct.run(s.director, { commandId })).rejects.toMatchObject({ kind: 'conflict' });
    expect(await row('power')).toMatchObject({ parent_key: null });
  });

  test('two moves at once do not close a circle together', async () => {
    await registerDomain.run(s.director, { titleFa: 'الف', titleEn: 'A one', nationalKey: 'culture' });
    await registerDomain.run(s.director, { titleFa: 'ب', titleEn: 'B two', nationalKey: 'culture' });
    const both = await Promise.allSettled([
      amendDomain.run(s.director, { domainKey: 'a_one', revision: 1, parentKey: 'b_two' }),
      amendDomain.run(s.director, { domainKey: 'b_two', revision: 1, parentKey: 'a_one' }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('take no new problem once they are retired; the core is never retired, nor what has something below it', async () => {
    const retire = (domainKey: string, revision: number, id?: string) =>
      retireDomain.run(s.director, { domainKey, revision }, id);
    await expect(retire('civil_works', 1)).rejects.toMatchObject({ reason: 'domain_of_core' });
    await expect(retire('power', 5)).rejects.toMatchObject({ reason: 'domain_has_living_below', detail: { count: 1 } });
    const commandId = newId();
    await retire('street_lighting', 2, commandId);
    const late = { unitId: s.here, domainKey: 'street_lighting', title: 'Lamps', severity: 2 };
    await expect(registerProblem.run(s.manager, late)).rejects.toMatchObject({
      fields: [{ field: 'domainKey', reason: 'domain_unknown' }],
    });
    const keys = async (all?: boolean) => (await domainList.run(s.manager, { all })).rows.map(({ key }) => key);
    expect(await keys()).not.toContain('street_lighting');
    expect(await keys(true)).toContain('street_lighting');
    expect(
      (await s.province.sql('select is_trash, label from reversals where command_id = ?', [commandId]))[0],
    ).toEqual({
      is_trash: 1,
      label: 'روشنایی معابر',
    });
    await undoAct.run(s.director, { commandId });
    await expect(registerProblem.run(s.manager, late)).resolves.toHaveProperty('code');
  });
});

test('the time that a level has to answer is set by the province, and set back', async () => {
  const list = await clockList.run(s.manager, {});
  expect(ClockList.parse(list)).toEqual(list);
  expect(list.rows).toEqual([
    { level: 'county', days: 14, revision: 1 },
    { level: 'province', days: 21, revision: 1 },
  ]);
  const commandId = newId();
  await setClock.run(s.director, { level: 'county', revision: 1, days: '۷' }, commandId);
  expect(await s.audit()).toMatchObject({ action: 'clock.set', subject: 'county', fields_json: '["days"]' });
  expect((await clockList.run(s.manager, {})).rows[0]).toEqual({ level: 'county', days: 7, revision: 2 });
  await undoAct.run(s.director, { commandId });
  expect((await clockList.run(s.manager, {})).rows[0]).toMatchObject({ days: 14 });
  await expect(setClock.run(s.director, { level: 'neighbourhood', revision: 1, days: 7 })).rejects.toMatchObject({
    kind: 'invalid',
  });
  await expect(setClock.run(s.manager, { level: 'county', revision: 3, days: 7 })).rejects.toMatchObject({
    kind: 'not_permitted',
  });
});
