import { newId } from '@mahalleh/kernel';
import { undoAct } from '@mahalleh/undo';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { adoptTemplate } from '../src/commands/adopt-template.ts';
import { beginUpgrade } from '../src/commands/begin-upgrade.ts';
import { endAdoption } from '../src/commands/end-adoption.ts';
import { finishUpgrade } from '../src/commands/finish-upgrade.ts';
import { rewordAdoption } from '../src/commands/reword-adoption.ts';
import { readAdoption } from '../src/queries/adoption.ts';
import { listAdoptions } from '../src/queries/adoptions.ts';
import type { ORIGIN_PAGES } from '../src/adopt-inputs.ts';
import { recordOrigin } from '../src/queries/record-origin.ts';
import { documentOf, E, openAdopter, TEMPLATE, type Adopter } from './adopt-world.ts';

let world: Adopter;
let adoptionId: string;
const commandId = newId();
beforeEach(async () => {
  world = await openAdopter();
  await world.establish(world.ids.place);
  await world.sign(documentOf());
  adoptionId = (await adoptTemplate.run(world.director, world.adoption(), commandId)).id;
});
afterEach(() => world.db.close());

const page = () => readAdoption.run(world.director, { adoptionId });
const element = async (id: string) => {
  const found = (await page()).elements.find((one) => one.id === id);
  if (!found) throw new Error(id);
  return found;
};
const reword = (over: object) =>
  rewordAdoption.run(world.director, { adoptionId, elementId: E.lesson, revision: 1, ...over });

describe('an adoption', () => {
  test('shows every element with what it became, whether it was changed here and whether it is over', async () => {
    await world.db.sql("update operations set title = 'چراغ نو', revision = 2 where title = 'روشنایی کوچه‌ها'");
    await world.db.sql("update tasks set status = 'cancelled' where title = 'جشن'");
    const read = await page();
    expect(read).toMatchObject({
      template: { id: TEMPLATE, title: 'محله روشن', province: 'qom' },
      ...{
        version: 1,
        laterVersion: null,
        status: 'active',
        undo: null,
        undoLost: 'changed',
        mayReword: true,
        mayEnd: true,
      },
      ...{ landed: 13, kept: 9, leftOut: 0 },
    });
    expect(read.elements).toHaveLength(22);
    expect(await element(E.first)).toMatchObject({
      label: 'چراغ نو',
      name: 'روشنایی کوچه‌ها',
      isChanged: true,
      isGone: false,
    });
    expect(await element(E.second)).toMatchObject({ isChanged: false, part: 'operations' });
    expect(await element(E.celebrate)).toMatchObject({ isGone: true });
    expect(await element(E.domain)).toMatchObject({ state: 'kept', rowKey: 'civil_works', label: 'عمران و زیرساخت' });
    expect(await element(E.manager)).toMatchObject({ label: 'Sample Person', isJoined: true });
    expect(await element(E.later)).toMatchObject({ part: null, name: 'جلسه هفتگی' });
  });

  test('says that there is a later version, but not one that was withdrawn, and that its own was', async () => {
    await world.sign(documentOf({ version: 2 }));
    await world.sign(documentOf({ version: 3 }));
    await world.db.sql("insert into template_endings values (?, 3, 'withdrawn', 'qom', 'x', 'a', 'o', 0)", [TEMPLATE]);
    expect((await page()).laterVersion).toBe(2);
    expect((await listAdoptions.run(world.director, { later: true })).total).toBe(1);
    await world.db.sql("insert into template_endings values (?, 0, 'revoked', 'ministry', 'خطا', 'a', 'o', 0)", [
      TEMPLATE,
    ]);
    expect(await page()).toMatchObject({ laterVersion: null, ending: { how: 'revoked', reason: 'خطا' } });
    expect((await listAdoptions.run(world.director, { later: true })).total).toBe(0);
  });

  test('is listed by template, place and standing, for whoever has a seat there', async () => {
    await adoptTemplate.run(
      world.director,
      world.adoption({ unitId: world.ids.other, withoutParts: ['committees', 'indicators'] }),
    );
    const list = (over: object = {}) => listAdoptions.run(world.director, over);
    expect((await list()).total).toBe(2);
    expect((await list({ unitId: world.ids.county })).total).toBe(2);
    expect((await list({ unitId: world.ids.place })).rows).toMatchObject([
      { id: adoptionId, unit: { id: world.ids.place } },
    ]);
    expect((await list({ templateId: newId() })).total).toBe(0);
    expect((await list({ status: 'ended' })).total).toBe(0);
    expect((await list({ size: 1, page: 2 })).rows).toMatchObject([{ id: adoptionId }]);
    expect((await listAdoptions.run(world.manager, {})).rows).toMatchObject([{ id: adoptionId }]);
    const stranger = await world.db.as({ role: 'county_governor', unitId: newId() });
    expect((await listAdoptions.run(stranger, {})).total).toBe(0);
    await expect(readAdoption.run(stranger, { adoptionId })).rejects.toMatchObject({ reason: 'adoption_unknown' });
  });

  test('is told of at the records that came of it: at a record, at the council of its committees, at the responsibilities of its domain', async () => {
    const origin = async (kind: (typeof ORIGIN_PAGES)[number], key: unknown) =>
      (await recordOrigin.run(world.director, { kind, key: String(key) })).rows;
    const idOf = async (table: string, where = '1') => (await world.rows(table, where))[0]?.['id'];
    const told = {
      ...{ adoptionId, elements: 1, isJoined: false, version: 1 },
      template: { id: TEMPLATE, title: 'محله روشن', province: 'qom' },
    };
    expect(await origin('operation', await idOf('operations', "title = 'روشنایی کوچه‌ها'"))).toEqual([told]);
    expect(await origin('problem', await idOf('problems', "title = 'کوچه‌های تاریک'"))).toEqual([told]);
    expect(await origin('indicator', await idOf('indicators', "key = 'lit_alleys'"))).toEqual([told]);
    expect(await origin('target', await idOf('targets'))).toEqual([told]);
    const [committee] = await world.rows('committees');
    expect(await origin('council', committee?.['council_id'])).toEqual([told]);
    expect(await origin('council', committee?.['id'])).toEqual([]);
    const cell = `${world.ids.place}|civil_works`;
    expect(await origin('responsibility', cell)).toEqual([told]);
    expect(await origin('responsibility', `${world.ids.other}|civil_works`)).toEqual([]);
    await world.db.sql("update adopted_elements set is_joined = 1 where kind = 'duty'");
    expect(await origin('responsibility', cell)).toEqual([{ ...told, isJoined: true }]);
    await world.db.sql('update responsibilities set ended_at_ms = 1');
    expect(await origin('responsibility', cell)).toEqual([]);
    expect(await origin('operation', newId())).toEqual([]);
    const stranger = await world.db.as({ role: 'county_governor', unitId: newId() });
    expect(
      (await recordOrigin.run(stranger, { kind: 'council', key: String(committee?.['council_id']) })).rows,
    ).toEqual([]);
  });

  test('says what is promised of its indicators, and that there is no goal until something was measured', async () => {
    const promised = async () => (await page()).promises;
    const [before] = await promised();
    expect(before).toMatchObject({ baselineValue: null, goalValue: null, lastValue: null, isComputed: false });
    expect(before?.change).not.toBe(0);
    await world.db.sql(
      "insert into measurements (id, indicator_id, version, unit_id, period, value, via, measured_by, measured_at_ms) values (?, ?, 1, ?, '1405-s3', 12, 'form', ?, 0)",
      [newId(), before?.indicatorId ?? '', world.ids.place, world.director.personId],
    );
    expect((await promised())[0]).toMatchObject({ goalValue: null, lastValue: 12, lastPeriod: '1405-s3' });
  });

  test('can be taken back by its author for a day, and by nobody else', async () => {
    const other = await world.db.as({ role: 'director_general', unitId: world.ids.province });
    expect(await readAdoption.run(other, { adoptionId })).toMatchObject({ undo: null, undoLost: null });
    await expect(undoAct.run(other, { commandId })).rejects.toMatchObject({ reason: 'reversal_of_other' });
    expect(await page()).toMatchObject({ undo: { id: commandId, of: 'adopt' }, undoLost: null });
    await undoAct.run(world.director, { commandId });
    await expect(page()).rejects.toMatchObject({ reason: 'adoption_unknown' });
  });

  test('offers what can still be taken back: once upgraded or reworded that is no more the adoption, and it says why', async () => {
    await world.sign(documentOf({ version: 2 }));
    const { id: upgradeId, revision } = await beginUpgrade.run(world.director, { adoptionId, version: 2 });
    const finishing = newId();
    await finishUpgrade.run(world.director, { upgradeId, revision }, finishing);
    expect(await page()).toMatchObject({ undo: { id: finishing, of: 'upgrade' }, undoLost: 'upgraded' });
    await expect(undoAct.run(world.director, { commandId })).rejects.toMatchObject({ reason: 'revision_conflict' });
    await undoAct.run(world.director, { commandId: finishing });
    expect(await page()).toMatchObject({ version: 1, undo: null, undoLost: 'upgraded' });
  });

  test('says that words were said otherwise since', async () => {
    await reword({ words: { text: 'دیگر' } });
    expect(await page()).toMatchObject({ undo: null, undoLost: 'reworded' });
  });
});

describe('words that are kept with it', () => {
  test('are said otherwise here, and go back to those of the template', async () => {
    expect(await reword({ words: { text: 'با هیئت‌امنا هم گفت‌وگو کنید.' } })).toEqual({ id: adoptionId, revision: 2 });
    expect(await element(E.lesson)).toMatchObject({
      isChanged: true,
      localJson: '{"text":"با هیئت‌امنا هم گفت‌وگو کنید."}',
      revision: 2,
    });
    await reword({ revision: 2, words: { title: 'همسایه‌ها و هیئت‌امنا' } });
    expect(await element(E.lesson)).toMatchObject({ name: 'همسایه‌ها و هیئت‌امنا' });
    await reword({ revision: 3, words: { text: null, title: 'همسایه‌ها' } });
    expect(await element(E.lesson)).toMatchObject({ isChanged: false, localJson: '{}' });
    expect((await world.db.audit()).at(-1)).toMatchObject({
      action: 'adoption.reword',
      fields_json: '["text","title"]',
    });
  });

  test.each([
    [{ elementId: E.first, words: { title: 'x' } }, 'adoption_not_words'],
    [{ words: { colour: 'red' } }, 'adoption_word_unknown'],
    [{ words: {} }, 'adoption_nothing_said'],
    [{ words: { text: 'پیش از نصب با همسایه‌ها گفت‌وگو کنید.' } }, 'adoption_nothing_said'],
    [{ words: { title: 'ب'.repeat(301) } }, 'text_too_long'],
    [{ capacityId: newId() }, 'adoption_no_capacity'],
    [{ elementId: E.capacity, capacityId: newId() }, 'capacity_out_of_reach'],
    [{ elementId: newId(), words: { text: 'x' } }, 'adoption_element_unknown'],
    [{ revision: 7, words: { text: 'x' } }, 'revision_conflict'],
  ])('%j: %s', async (over, reason) => {
    await expect(reword(over)).rejects.toMatchObject({ reason });
  });

  test('hold no number of a person', async () => {
    await expect(reword({ words: { text: 'به ۰۹۱۲۱۲۳۴۵۶۷ زنگ بزنید' } })).rejects.toMatchObject({ kind: 'invalid' });
  });

  test('name what was found for a capacity: the operations that it belongs to use it, and that is no change of theirs', async () => {
    const capacity = async () => {
      const id = newId();
      await world.db.sql(
        "insert into capacities (id, unit_id, kind, name, name_folded, registered_at_ms) values (?, ?, 'skill', 'برقکار', 'برقکار', 0)",
        [id, world.ids.place],
      );
      return id;
    };
    const [one, two] = [await capacity(), await capacity()];
    await reword({ elementId: E.capacity, capacityId: one });
    expect(await element(E.capacity)).toMatchObject({ rowKey: one, label: 'برقکار' });
    expect(await element(E.first)).toMatchObject({ isChanged: false });
    expect(await world.rows('operation_capacities')).toMatchObject([{ capacity_id: one }]);
    await reword({ elementId: E.capacity, revision: 2, capacityId: two });
    expect(await world.rows('operation_capacities')).toMatchObject([{ capacity_id: two }]);
    await reword({ elementId: E.capacity, revision: 3, capacityId: null });
    expect(await world.rows('operation_capacities')).toEqual([]);
    expect(await element(E.first)).toMatchObject({ isChanged: false });
  });
});

describe('the end of an adoption', () => {
  const end = (over: object = {}, id?: string) =>
    endAdoption.run(world.director, { adoptionId, revision: 1, reason: 'راه دیگری رفتیم', ...over }, id);

  test('leaves its records as they are, makes room for another, lays an upgrade aside, and can be taken back', async () => {
    await world.db.sql(
      "insert into adoption_upgrades (id, adoption_id, from_version, to_version, to_digest, status, begun_by, begun_at_ms) values ('u', ?, 1, 2, 'd', 'open', 'p', 0)",
      [adoptionId],
    );
    const id = newId();
    await end({}, id);
    expect(await page()).toMatchObject({
      status: 'ended',
      endReason: 'راه دیگری رفتیم',
      mayReword: false,
      upgradeId: null,
    });
    expect(await world.rows('operations')).toHaveLength(2);
    expect(await world.rows('adoption_upgrades')).toMatchObject([{ status: 'left' }]);
    await expect(end({ revision: 2 })).rejects.toMatchObject({ reason: 'adoption_ended' });
    await expect(reword({ words: { text: 'x' } })).rejects.toMatchObject({ reason: 'adoption_ended' });
    await undoAct.run(world.director, { commandId: id });
    expect(await page()).toMatchObject({ status: 'active', endReason: null });
  });

  test('is of the revision that was seen, with a reason', async () => {
    await expect(end({ revision: 5 })).rejects.toMatchObject({ reason: 'revision_conflict' });
    await expect(end({ reason: '' })).rejects.toMatchObject({ kind: 'invalid', fields: [{ field: 'reason' }] });
  });
});
