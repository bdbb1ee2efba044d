import { newId } from '@mahalleh/kernel';
import { redactProblem } from '@mahalleh/problems';
import { undoAct } from '@mahalleh/undo';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { amendTemplate } from '../src/commands/amend-template.ts';
import { draftTemplate } from '../src/commands/draft-template.ts';
import { refreshTemplate } from '../src/commands/refresh-template.ts';
import { submitTemplate } from '../src/commands/submit-template.ts';
import { readTemplateDraft } from '../src/queries/template-draft.ts';
import { openLivingWorld } from './living-world.ts';

let world: Awaited<ReturnType<typeof openLivingWorld>>;
let id: string;
beforeEach(async () => {
  world = await openLivingWorld();
  ({ id } = await draftTemplate.run(world.dg, { unitId: world.ids.place }));
});
afterEach(() => world.close());

const read = () => readTemplateDraft.run(world.dg, { templateDraftId: id });
/** Everything of a draft but how often it was written. */
const said = async () => {
  const { revision: _revision, ...rest } = await read();
  return rest;
};
const amend = async (change: object) => {
  const commandId = newId();
  const { revision } = await read();
  await amendTemplate.run(world.dg, { templateDraftId: id, revision, ...change }, commandId);
  return commandId;
};
const undo = (commandId: string) => undoAct.run(world.dg, { commandId });
const reasonOf = (run: Promise<unknown>) =>
  run.then(
    () => 'done',
    (cause: { reason: string }) => cause.reason,
  );

test('whatever is amended of a draft, taking it back leaves it as it was', async () => {
  await amend({ add: [{ kind: 'lesson', title: 'جای خوب', text: 'کنار خیابان شهیدان و پلاک ۱۲ خوب بود.' }] });
  const { elements, findings, photos } = await read();
  const of = (kind: string) => elements.find((element) => element.kind === kind)?.id ?? '';
  const mayKeep = findings.find((one) => one.mayKeep)?.key ?? '';
  const changes: object[] = [
    { title: 'الگوی دیگر', summary: 'کوتاه', changes: 'تازه', tags: ['سلامت', 'نور'] },
    { leaveOut: [of('operation')] },
    { takeIn: elements.filter(({ isLeftOut }) => isLeftOut).map(({ id: one }) => one) },
    { leaveOutParts: ['operations', 'problems'] },
    { reword: [{ elementId: of('problem'), field: 'title', text: 'کوچه‌های تاریک' }] },
    { promise: [{ elementId: of('indicator'), expectedChange: '5', expectedMonths: '6' }] },
    { add: [{ kind: 'lesson', title: 'زود آغاز کنید', text: 'پیش از زمستان.' }] },
    { keep: [mayKeep] },
    { replace: findings.map(({ key }) => key) },
  ];
  const [photo] = photos.filter(({ isTooLarge }) => !isTooLarge);
  if (photo)
    changes.push({ attach: [{ evidenceId: photo.evidenceId, title: 'پس از کار', isNobodyRecognisable: true }] });
  for (const change of changes) {
    const before = await said();
    const commandId = await amend(change);
    expect(await said(), JSON.stringify(change)).not.toEqual(before);
    await undo(commandId);
    expect(await said(), JSON.stringify(change)).toEqual(before);
  }
});

test('the last of several is taken back first; one in between only once nothing came after it', async () => {
  const first = await amend({ title: 'یک' });
  const second = await amend({ title: 'دو' });
  expect(await reasonOf(undo(first))).toBe('revision_conflict');
  await undo(second);
  expect((await read()).title).toBe('یک');
  const actions = (await world.db.audit()).map(({ action }) => action);
  expect(actions.slice(-3)).toEqual(['template.amend', 'template.amend', 'act.undo']);
});

test('another look at the neighbourhood is taken back too', async () => {
  await world.db.sql("update problems set title = 'دگرگون شده' where id = ?", [world.ids.lights]);
  const before = await said();
  const commandId = newId();
  const { revision } = await read();
  await refreshTemplate.run(world.dg, { templateDraftId: id, revision }, commandId);
  expect(JSON.stringify(await said())).toContain('دگرگون شده');
  await undo(commandId);
  expect(await said()).toEqual(before);
});

test('what was submitted stays: nothing of it is taken back any more', async () => {
  const commandId = await amend({ title: 'الگوی محله' });
  for (let left = 5; left > 0; left--) {
    const open = (await read()).findings.filter(({ isKept }) => !isKept);
    if (open.length === 0) break;
    await amend({
      keep: open.filter((one) => one.mayKeep).map(({ key }) => key),
      replace: open.filter((one) => !one.mayKeep).map(({ key }) => key),
    });
  }
  await submitTemplate.run(world.dg, { templateDraftId: id, revision: (await read()).revision });
  expect(await reasonOf(undo(commandId))).toBe('revision_conflict');
});

test('words of a redacted record do not come back by undoing', async () => {
  const lights = (await read()).elements.find(({ kind, name }) => kind === 'problem' && name.includes('تاریکی'));
  await amend({ reword: [{ elementId: lights?.id ?? '', field: 'title', text: 'زمردین' }] });
  const commandId = await amend({ reword: [{ elementId: lights?.id ?? '', field: 'title', text: 'دیگر' }] });
  const kept = async () => JSON.stringify(await world.db.sql('select steps_json from reversals')).includes('زمردین');
  expect(await kept()).toBe(true);
  const [row] = await world.db.sql('select revision from problems where id = ?', [world.ids.lights]);
  await redactProblem.run(world.dg, {
    problemId: world.ids.lights,
    revision: Number(row?.['revision']),
  });
  expect(await kept()).toBe(false);
  expect(await reasonOf(undo(commandId))).toBe('reversal_unknown');
});
