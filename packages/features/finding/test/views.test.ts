import { newId } from '@mahalleh/kernel';
import { undoAct } from '@mahalleh/undo';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { amendView, dropView, listViews, saveView, shareView, unshareView } from '../src/index.ts';
import { viewQuery, type SavedView } from '../src/view-model.ts';
import { openSetting, type Setting } from './setting.ts';

let the: Setting;
let manager: Setting['director'];
let neighbour: Setting['director'];
let governor: Setting['director'];
beforeEach(async () => {
  the = await openSetting();
  manager = await the.as('neighbourhood_manager', the.places[0]);
  neighbour = await the.as('neighbourhood_manager', the.places[1]);
  governor = await the.as('county_governor', the.counties[0]);
});
afterEach(() => the.province.close());

const VIEW = { list: 'problems', name: 'شکاف اولویت', query: '?gap=true&page=3&open=x&status=open&q=' };
const seen = async (who: Setting['director'], list = 'problems'): Promise<SavedView[]> =>
  (await listViews.run(who, { list })).rows;
const names = async (who: Setting['director']): Promise<string[]> => (await seen(who)).map(({ name }) => name);

describe('a saved view', () => {
  test('keeps filters and order, and neither the page nor the open record', async () => {
    await saveView.run(manager, { ...VIEW, columns: ['title', 'severity'], density: 'compact' });
    expect(await seen(manager)).toMatchObject([
      {
        name: 'شکاف اولویت',
        query: 'gap=true&status=open',
        columns: ['title', 'severity'],
        density: 'compact',
        isMine: true,
        unitId: null,
      },
    ]);
    expect((await the.province.audit()).at(-1)).toMatchObject({
      action: 'view.save',
      fields_json: '["list","name","query"]',
    });
    expect(viewQuery('?/save&b=2&a=1&b=3')).toBe('a=1&b=2&b=3');
  });

  test('is mine alone until it is shared, then of all in the unit and below; its owner keeps it to themselves again', async () => {
    const { id } = await saveView.run(governor, VIEW);
    expect(await names(manager)).toEqual([]);
    await shareView.run(governor, { viewId: id, revision: 1, unitId: the.counties[0] });
    expect(await names(manager)).toEqual(['شکاف اولویت']);
    expect(await seen(neighbour)).toMatchObject([{ isMine: false, unitNameFa: 'شهرستان یکم' }]);
    expect(await names(await the.as('observer', the.places[2]))).toEqual([]);
    await unshareView.run(governor, { viewId: id, revision: 2 });
    expect(await names(manager)).toEqual([]);
    expect((await the.province.audit()).slice(-2).map(({ action, unit_id }) => [action, unit_id])).toEqual([
      ['view.share', the.counties[0]],
      ['view.unshare', the.counties[0]],
    ]);
  });

  test('is shared only where one may share, and by no one who may not', async () => {
    const { id } = await saveView.run(manager, VIEW);
    const share = { viewId: id, revision: 1 };
    await expect(shareView.run(manager, { ...share, unitId: the.counties[0] })).rejects.toMatchObject({
      reason: 'unit_unknown',
    });
    await expect(shareView.run(manager, { ...share, unitId: the.places[1] })).rejects.toMatchObject({
      reason: 'unit_unknown',
    });
    const observer = await the.as('observer', the.places[0]);
    const own = await saveView.run(observer, VIEW);
    await expect(shareView.run(observer, { viewId: own.id, revision: 1, unitId: the.places[0] })).rejects.toMatchObject(
      { kind: 'not_permitted' },
    );
  });

  test('of somebody else is neither amended nor dropped; what is not shared is not even there', async () => {
    const { id } = await saveView.run(governor, VIEW);
    const edit = { viewId: id, revision: 1 };
    await expect(amendView.run(manager, { ...edit, name: 'x' })).rejects.toMatchObject({ reason: 'view_unknown' });
    await shareView.run(governor, { ...edit, unitId: the.counties[0] });
    await expect(amendView.run(manager, { viewId: id, revision: 2, name: 'x' })).rejects.toMatchObject({
      reason: 'view_of_other',
    });
    await expect(dropView.run(manager, { viewId: id, revision: 2 })).rejects.toMatchObject({ reason: 'view_of_other' });
    await expect(unshareView.run(manager, { viewId: id, revision: 2 })).rejects.toMatchObject({
      reason: 'view_of_other',
    });
  });

  test('that is shared is dropped by whoever shares there too', async () => {
    const { id } = await saveView.run(manager, VIEW);
    await shareView.run(manager, { viewId: id, revision: 1, unitId: the.places[0] });
    await dropView.run(governor, { viewId: id, revision: 2 });
    expect(await names(manager)).toEqual([]);
  });

  test('is amended: its name, or what it shows; two at once meet at the revision', async () => {
    const { id } = await saveView.run(manager, { ...VIEW, columns: ['title'] });
    await amendView.run(manager, { viewId: id, revision: 1, name: 'نو' });
    expect(await seen(manager)).toMatchObject([{ name: 'نو', query: 'gap=true&status=open', columns: ['title'] }]);
    await amendView.run(manager, { viewId: id, revision: 2, query: 'severity=5' });
    expect(await seen(manager)).toMatchObject([{ name: 'نو', query: 'severity=5', columns: null }]);
    await expect(amendView.run(manager, { viewId: id, revision: 2, name: 'x' })).rejects.toMatchObject({
      kind: 'conflict',
    });
  });

  test('comes back when it was dropped, and goes when its saving is taken back', async () => {
    const [saving, dropping] = [newId(), newId()];
    const { id } = await saveView.run(manager, VIEW, saving);
    await dropView.run(manager, { viewId: id, revision: 1 }, dropping);
    expect(await names(manager)).toEqual([]);
    await undoAct.run(manager, { commandId: dropping });
    expect(await names(manager)).toEqual(['شکاف اولویت']);
    await undoAct.run(manager, { commandId: saving });
    expect(await names(manager)).toEqual([]);
  });

  test('is one of thirty at most, of a list that there is, under a name without anybody’s number', async () => {
    for (let i = 0; i < 30; i++) await saveView.run(manager, { ...VIEW, name: `نمای ${i}` });
    await expect(saveView.run(manager, VIEW)).rejects.toMatchObject({ reason: 'views_too_many' });
    await saveView.run(manager, { ...VIEW, list: 'tasks' });
    await expect(saveView.run(manager, { ...VIEW, list: 'people' })).rejects.toMatchObject({ kind: 'invalid' });
    await expect(saveView.run(neighbour, { ...VIEW, name: 'نمای 09121234567' })).rejects.toMatchObject({
      kind: 'invalid',
    });
  });
});
