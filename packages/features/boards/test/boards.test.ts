/** Boards: kept, named otherwise, shared, discarded and back; who may, and what stays written of it. */
import { openTestNation } from '@mahalleh/gate/testing';
import { newId } from '@mahalleh/kernel';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  amendBoard,
  discardBoard,
  listBoards,
  pinMoment,
  restoreBoard,
  saveBoard,
  shareBoard,
  unshareBoard,
} from '../src/index.ts';
import { DAY_MS, MOST_BOARDS, MOST_PINS } from '../src/rules.ts';

const PAGE = '/ministry/provinces/qom?figure=steering_councils';
const open = async () => {
  const nation = await openTestNation();
  await nation.sql("insert or ignore into unit_closure (ancestor_id, unit_id) values ('nation', 'nation')");
  const analyst = () => nation.as({ role: 'ministry_analyst', unitId: 'nation' });
  return { ...nation, analyst, owner: await analyst(), other: await analyst() };
};
let w: Awaited<ReturnType<typeof open>>;
beforeEach(async () => {
  w = await open();
});
afterEach(() => w.close());

/** A board of the owner, shared or not, as an edit names it. */
const aBoard = async (isShared = false): Promise<{ boardId: string; revision: number }> => {
  const { id, revision } = await saveBoard.run(w.owner, { name: 'Councils of Qom', path: PAGE });
  const kept = { boardId: id, revision };
  return isShared ? { boardId: id, revision: (await shareBoard.run(w.owner, kept)).revision } : kept;
};
const namesFor = async (who: Awaited<ReturnType<typeof open>>['owner']): Promise<string[]> =>
  (await listBoards.run(who, {})).rows.map(({ name }) => name);
const lastAudit = async () => (await w.audit()).at(-1);

test('a saved board is seen by its owner alone, and its saving stays written', async () => {
  const { boardId } = await aBoard();
  expect(await namesFor(w.owner)).toEqual(['Councils of Qom']);
  expect(await namesFor(w.other)).toEqual([]);
  expect(await lastAudit()).toMatchObject({ action: 'board.save', subject: boardId });
});

test('a shared board is seen by the ministry, under the name of its owner; no longer shared, it is not', async () => {
  const shared = await aBoard(true);
  expect(await lastAudit()).toMatchObject({ action: 'board.share', subject: shared.boardId });
  const [seen] = (await listBoards.run(w.other, {})).rows;
  expect(seen).toMatchObject({ isMine: false, isShared: true, ownerName: 'Sample Person', path: PAGE });
  await unshareBoard.run(w.owner, shared);
  expect(await lastAudit()).toMatchObject({ action: 'board.unshare', subject: shared.boardId });
  expect(await namesFor(w.other)).toEqual([]);
});

test('its owner names a board otherwise; another is told to keep one of their own', async () => {
  const shared = await aBoard(true);
  await expect(amendBoard.run(w.other, { ...shared, name: 'Mine' })).rejects.toMatchObject({
    reason: 'board_of_other',
  });
  const { revision } = await amendBoard.run(w.owner, { ...shared, name: 'Steering councils' });
  expect(revision).toBe(shared.revision + 1);
  expect(await namesFor(w.other)).toEqual(['Steering councils']);
  const row = await lastAudit();
  expect(row).toMatchObject({ action: 'board.amend', subject: shared.boardId });
  expect(JSON.stringify(row)).not.toContain('Steering councils');
});

test('a board that is not shared is not even there for others', async () => {
  const own = await aBoard();
  const nowhere = { reason: 'board_unknown' };
  for (const verb of [amendBoard, discardBoard, restoreBoard])
    await expect(verb.run(w.other, own)).rejects.toMatchObject(nowhere);
  await expect(amendBoard.run(w.owner, { boardId: newId(), revision: 1 })).rejects.toMatchObject(nowhere);
});

test('a discarded board is gone, and comes back as it was; each is written', async () => {
  const shared = await aBoard(true);
  const gone = await discardBoard.run(w.owner, shared);
  expect(await lastAudit()).toMatchObject({ action: 'board.discard', subject: shared.boardId });
  expect([await namesFor(w.owner), await namesFor(w.other)]).toEqual([[], []]);
  const edit = { boardId: shared.boardId, revision: gone.revision };
  await expect(amendBoard.run(w.owner, { ...edit, name: 'Again' })).rejects.toMatchObject({ reason: 'board_unknown' });
  await restoreBoard.run(w.owner, edit);
  expect(await lastAudit()).toMatchObject({ action: 'board.restore', subject: shared.boardId });
  expect(await namesFor(w.other)).toEqual(['Councils of Qom']);
});

test('a board that has not been discarded cannot come back', async () => {
  const own = await aBoard();
  await expect(restoreBoard.run(w.owner, own)).rejects.toMatchObject({ reason: 'board_is_there' });
});

test('of two changes of one revision the second is refused, and leaves no row', async () => {
  const own = await aBoard();
  await amendBoard.run(w.owner, { ...own, name: 'First' });
  const rows = (await w.audit()).length;
  await expect(amendBoard.run(w.owner, { ...own, name: 'Second' })).rejects.toMatchObject({
    reason: 'revision_conflict',
  });
  expect([(await w.audit()).length, await namesFor(w.owner)]).toEqual([rows, ['First']]);
});

test('only pages of figures are kept, and what is no part of what they show is left out', async () => {
  for (const path of ['/ministry/people', '/qom', 'https://example.org/ministry', '/ministry/boards'])
    await expect(saveBoard.run(w.owner, { name: 'Board', path })).rejects.toMatchObject({ kind: 'invalid' });
  await saveBoard.run(w.owner, { name: 'League', path: '/ministry/counties?sort=-rest&page=3&figure=step_1&/save=' });
  const [kept] = (await listBoards.run(w.owner, {})).rows;
  expect(kept?.path).toBe('/ministry/counties?figure=step_1&sort=-rest');
});

test(`nobody keeps more than ${MOST_BOARDS} boards; one that is discarded makes room`, async () => {
  let last = await aBoard();
  for (let i = 1; i < MOST_BOARDS; i++) last = await aBoard();
  await expect(aBoard()).rejects.toMatchObject({ reason: 'boards_too_many' });
  await discardBoard.run(w.owner, last);
  await aBoard();
  expect(await namesFor(w.owner)).toHaveLength(MOST_BOARDS);
});

test('a pinned moment is told with its address, by whom and from where; more than its number a day are refused', async () => {
  const pinned = await pinMoment.run(w.owner, { path: PAGE });
  expect(pinned.path).toBe(`${PAGE}&at=${pinned.id}`);
  expect(await lastAudit()).toMatchObject({ action: 'moment.pin', subject: pinned.id });
  const [moment] = (await listBoards.run(w.other, {})).moments;
  expect(moment).toMatchObject({ id: pinned.id, path: pinned.path, byName: 'Sample Person' });
  for (let i = 1; i < MOST_PINS; i++) await pinMoment.run(w.owner, { path: pinned.path });
  await expect(pinMoment.run(w.owner, { path: PAGE })).rejects.toMatchObject({ reason: 'pins_too_many' });
  await pinMoment.run(w.other, { path: PAGE });
  w.setNow(Date.now() + DAY_MS + 1);
  await pinMoment.run(w.owner, { path: PAGE });
});

test('what was pinned stays: neither changed nor taken away, whatever the figures do', async () => {
  const cell = "'problem.open@1', '', 'qom', '2501', 'domain=health'";
  await w.sql(
    `insert into national_cells (metric, period, province, county, dims, value, epoch, letter_number, sent_at_ms) values (${cell}, 7, 1, 1, 0)`,
  );
  const { id } = await pinMoment.run(w.owner, { path: PAGE });
  await w.sql('update national_cells set value = 9');
  expect(await w.sql('select pin, value from pinned_cells')).toEqual([{ pin: id, value: 7 }]);
  await expect(w.sql('update pinned_cells set value = 9')).rejects.toThrow('refused:pinned');
  await expect(w.sql('delete from pinned_cells')).rejects.toThrow('refused:pinned');
});
