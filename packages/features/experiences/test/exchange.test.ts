import { expect, test } from 'vitest';
import { undoAct } from '@mahalleh/undo';
import { newId } from '@mahalleh/kernel';
import { adoptExperience } from '../src/commands/adopt-experience.ts';
import { amendExperience } from '../src/commands/amend-experience.ts';
import { answerExperience } from '../src/commands/answer-experience.ts';
import { discardDraft } from '../src/commands/discard-draft.ts';
import { publishExperience } from '../src/commands/publish-experience.ts';
import { unadoptExperience } from '../src/commands/unadopt-experience.ts';
import { withdrawExperience } from '../src/commands/withdraw-experience.ts';
import { draftExperience } from '../src/commands/draft-experience.ts';
import { answerForMinistry } from '../src/nation/answer-experience.ts';
import { hideExperience } from '../src/nation/hide-experience.ts';
import { listDrafts } from '../src/queries/drafts.ts';
import { readDraft } from '../src/queries/draft.ts';
import { readExperience } from '../src/queries/experience.ts';
import { listExperiences } from '../src/queries/experiences.ts';
import { openExchange } from './world.ts';

const WORDS = {
  kind: 'experience',
  domain: 'civil_works',
  title: 'روشنایی کوچه‌ها بی بودجه',
  tried: 'شهرداری چراغ داد و اهالی نصب کردند.',
  outcome: 'سه کوچه روشن شد.',
} as const;

type Exchange = Awaited<ReturnType<typeof openExchange>>;

/** A post of Qom that rests on an operation with its note and on two figures, and is known everywhere. */
const published = async ({ qom, carry }: Exchange): Promise<string> => {
  const { id } = await draftExperience.run(qom.governor, WORDS);
  const { revision } = await amendExperience.run(qom.governor, {
    ...{ draftId: id, revision: 1, ...WORDS, advice: 'پیش از نصب با اداره برق هماهنگ کنید.' },
    ...{ operations: [qom.ids.lights], notes: [qom.ids.note], figures: ['progress_councils', 'problems_solved'] },
  });
  await publishExperience.run(qom.governor, { draftId: id, revision });
  await carry();
  return id;
};

test('a post is told with its evidence and its figures as they stood, and reads alike in every province and at the ministry', async () => {
  const world = await openExchange();
  const { qom, qazvin, analyst, close } = world;
  const experienceId = await published(world);
  const here = await readExperience.run(qom.governor, { experienceId });
  expect(here.evidence).toEqual([
    {
      ...{ title: 'روشنایی سه کوچه', place: 'راه‌آهن', status: 'done', startsOn: '2026-09-01', endsOn: '2026-10-01' },
      ...{ photos: 1, notes: [{ day: '2026-10-01', phase: 'after', text: 'دوازده چراغ روشن است.' }] },
    },
  ]);
  expect(
    here.figures.map(({ key, period, value, of, over, metrics }) => [key, period, value, of, over, metrics]),
  ).toEqual([
    ['progress_councils', '', 0.25, 10, 40, ['council.progress@1', 'neighbourhood.count@1']],
    ['problems_solved', '1405-08', 7, null, null, ['problem.solved@2']],
  ]);
  expect(here.isOwn).toBe(true);
  // What is counted afterwards does not change what was published.
  await qom.cell('council.progress@1', 'state=formed', '', 30);
  for (const reader of [qazvin.governor, analyst])
    expect(await readExperience.run(reader as typeof qazvin.governor, { experienceId })).toEqual({
      ...here,
      isOwn: false,
    });
  expect((await readExperience.run(qom.governor, { experienceId })).figures).toEqual(here.figures);
  expect((await listDrafts.run(qom.governor, {})).rows).toEqual([]);
  const [row] = (await qom.db.audit()).filter(({ action }) => action === 'experience.publish');
  expect(row).toMatchObject({ subject: experienceId, fields_json: '["published"]' });
  expect(JSON.stringify(await qom.db.audit())).not.toContain('کوچه');
  close();
});

test('a number of a person is refused as it is written; an address, or a number in what is told as evidence, before it is published, each by its place', async () => {
  const { qom, close } = await openExchange();
  await expect(draftExperience.run(qom.governor, { ...WORDS, tried: 'تلفن ۰۹۱۲۱۲۳۴۵۶۷' })).rejects.toMatchObject({
    kind: 'invalid',
    fields: [{ field: 'tried', reason: 'personal_number_in_text' }],
  });
  const { id } = await draftExperience.run(qom.governor, { ...WORDS, tried: 'بنویسید به lights@qom.example' });
  await qom.db.sql("update evidence set note = 'استاد کار ۰۹۱۲ ۱۲۳ ۴۵۶۷' where id = ?", [qom.ids.note]);
  const { revision } = await amendExperience.run(qom.governor, {
    ...{ draftId: id, revision: 1, ...WORDS, tried: 'بنویسید به lights@qom.example', outcome: undefined },
    ...{ operations: [qom.ids.lights], notes: [qom.ids.note] },
  });
  const found = [
    { field: 'tried', kind: 'email' },
    { field: 'notes', kind: 'phone' },
    { field: 'outcome', kind: 'missing' },
  ];
  expect((await readDraft.run(qom.governor, { draftId: id })).findings).toEqual(found);
  await expect(publishExperience.run(qom.governor, { draftId: id, revision })).rejects.toMatchObject({
    reason: 'personal_data_in_experience',
    fields: [
      { field: 'tried', reason: 'email_in_text' },
      { field: 'notes', reason: 'personal_number_in_text' },
      { field: 'outcome', reason: 'required' },
    ],
  });
  expect(await qom.db.sql('select 1 from letters_out')).toEqual([]);
  expect(await qom.db.sql('select 1 from experiences')).toEqual([]);
  close();
});

test('what lies in a sensitive domain, has not begun or is of another operation is not told', async () => {
  const { qom, close } = await openExchange();
  const { id } = await draftExperience.run(qom.governor, WORDS);
  const amend = (more: object) => amendExperience.run(qom.governor, { draftId: id, revision: 1, ...WORDS, ...more });
  await expect(amend({ operations: [qom.ids.harms] })).rejects.toMatchObject({ reason: 'operation_not_tellable' });
  await expect(amend({ operations: [newId()] })).rejects.toMatchObject({ reason: 'operation_not_tellable' });
  await expect(amend({ notes: [qom.ids.note] })).rejects.toMatchObject({ reason: 'note_not_tellable' });
  await amend({ operations: [qom.ids.lights] });
  expect((await readDraft.run(qom.governor, { draftId: id })).operations).toMatchObject([
    { id: qom.ids.lights, isChosen: true },
  ]);
  // It became sensitive after it was picked.
  await qom.db.sql("update domains set is_sensitive = 1 where key = 'civil_works'");
  await expect(publishExperience.run(qom.governor, { draftId: id, revision: 2 })).rejects.toMatchObject({
    reason: 'operation_not_tellable',
  });
  close();
});

test('a draft changes by its revision; a change and a discarding are taken back', async () => {
  const { qom, close } = await openExchange();
  const { id } = await draftExperience.run(qom.governor, WORDS);
  const [amended, discarded] = [newId(), newId()];
  await amendExperience.run(qom.governor, { draftId: id, revision: 1, ...WORDS, title: 'نام دیگر' }, amended);
  await expect(discardDraft.run(qom.governor, { draftId: id, revision: 1 })).rejects.toMatchObject({
    kind: 'conflict',
  });
  await undoAct.run(qom.governor, { commandId: amended });
  const draft = await readDraft.run(qom.governor, { draftId: id });
  expect(draft.title).toBe(WORDS.title);
  await discardDraft.run(qom.governor, { draftId: id, revision: draft.revision }, discarded);
  await expect(readDraft.run(qom.governor, { draftId: id })).rejects.toMatchObject({
    reason: 'experience_draft_unknown',
  });
  await undoAct.run(qom.governor, { commandId: discarded });
  expect((await readDraft.run(qom.governor, { draftId: id })).title).toBe(WORDS.title);
  close();
});

test('the thread and the adoptions are the same everywhere; an adoption is taken back and said again', async () => {
  const world = await openExchange();
  const { qom, qazvin, yazd, reviewer, carry, close } = world;
  const experienceId = await published(world);
  await answerExperience.run(qazvin.governor, { experienceId, body: 'ما نیز آزمودیم.' });
  await answerForMinistry.run(reviewer, { experienceId, body: 'نتیجه سنجیده شد؟' });
  await adoptExperience.run(qazvin.governor, { experienceId, operationId: qazvin.ids.lights, note: 'در راه‌آهن' });
  await adoptExperience.run(yazd.governor, { experienceId });
  await carry();
  await unadoptExperience.run(yazd.governor, { experienceId });
  await carry();
  const readings = await Promise.all(
    [qom.governor, qazvin.governor, yazd.governor, reviewer].map((reader) =>
      readExperience.run(reader as typeof qom.governor, { experienceId }),
    ),
  );
  for (const { answers, adoptions } of readings) {
    expect(answers).toEqual(readings[0]?.answers);
    expect(answers.map(({ province, body }) => [province, body]).toSorted()).toEqual([
      ['ministry', 'نتیجه سنجیده شد؟'],
      ['qazvin', 'ما نیز آزمودیم.'],
    ]);
    expect(adoptions).toMatchObject([{ province: 'qazvin', operation: 'روشنایی سه کوچه', note: 'در راه‌آهن' }]);
  }
  expect(readings.map(({ isAdoptedHere }) => isAdoptedHere)).toEqual([false, true, false, false]);
  await adoptExperience.run(yazd.governor, { experienceId });
  await carry();
  expect((await readExperience.run(qom.governor, { experienceId })).adoptions.length).toBe(2);
  close();
});

test('one’s own post is not adopted, nor any twice, nor in an operation that cannot be told; what is not adopted is not taken back', async () => {
  const world = await openExchange();
  const { qom, qazvin, close } = world;
  const experienceId = await published(world);
  await expect(adoptExperience.run(qom.governor, { experienceId })).rejects.toMatchObject({
    reason: 'experience_is_own',
  });
  await expect(unadoptExperience.run(qazvin.governor, { experienceId })).rejects.toMatchObject({
    reason: 'experience_not_adopted',
  });
  await expect(
    adoptExperience.run(qazvin.governor, { experienceId, operationId: qazvin.ids.harms }),
  ).rejects.toMatchObject({ reason: 'operation_not_tellable' });
  await adoptExperience.run(qazvin.governor, { experienceId });
  await expect(adoptExperience.run(qazvin.governor, { experienceId })).rejects.toMatchObject({
    reason: 'experience_adopted',
  });
  close();
});

test('a withdrawn post keeps its title and the reason everywhere, its text at home; nobody answers it any more', async () => {
  const world = await openExchange();
  const { qom, qazvin, reviewer, carry, close } = world;
  const experienceId = await published(world);
  await expect(withdrawExperience.run(qazvin.governor, { experienceId, reason: 'خطا' })).rejects.toMatchObject({
    reason: 'experience_of_other',
  });
  await withdrawExperience.run(qom.governor, { experienceId, reason: 'رقم‌ها بازبینی می‌شود.' });
  await carry();
  const there = await readExperience.run(qazvin.governor, { experienceId });
  expect(there).toMatchObject({ title: WORDS.title, sections: [], evidence: [], figures: [] });
  expect(there.ending).toMatchObject({ how: 'withdrawn', reason: 'رقم‌ها بازبینی می‌شود.' });
  expect((await readExperience.run(qom.governor, { experienceId })).sections.length).toBe(3);
  for (const act of [
    () => answerExperience.run(qazvin.governor, { experienceId, body: 'پاسخ' }),
    () => adoptExperience.run(qazvin.governor, { experienceId }),
    () => answerForMinistry.run(reviewer, { experienceId, body: 'پاسخ' }),
    () => hideExperience.run(reviewer, { experienceId, reason: 'دلیل' }),
    () => withdrawExperience.run(qom.governor, { experienceId, reason: 'دوباره' }),
  ])
    await expect(act()).rejects.toMatchObject({ reason: 'experience_withdrawn' });
  expect((await listExperiences.run(qazvin.governor, {})).total).toBe(0);
  expect((await listExperiences.run(qazvin.governor, { ended: 'yes' })).rows).toMatchObject([
    { ending: 'withdrawn', opening: '' },
  ]);
  close();
});

test('the ministry hides a post with a reason; its province reads why, and may still withdraw it', async () => {
  const world = await openExchange();
  const { qom, yazd, nation, reviewer, analyst, carry, close } = world;
  const experienceId = await published(world);
  await expect(hideExperience.run(analyst, { experienceId, reason: 'دلیل' })).rejects.toMatchObject({
    kind: 'not_permitted',
  });
  await hideExperience.run(reviewer, { experienceId, reason: 'نام کسی در آن است.' });
  await carry();
  expect(await readExperience.run(yazd.governor, { experienceId })).toMatchObject({
    sections: [],
    ending: { how: 'hidden', reason: 'نام کسی در آن است.' },
  });
  await expect(answerExperience.run(yazd.governor, { experienceId, body: 'پاسخ' })).rejects.toMatchObject({
    reason: 'experience_hidden',
  });
  expect((await nation.audit()).filter(({ action }) => action === 'experience.hide')).toMatchObject([
    { subject: experienceId },
  ]);
  await withdrawExperience.run(qom.governor, { experienceId, reason: 'برداشته شد.' });
  await carry();
  expect((await readExperience.run(yazd.governor, { experienceId })).ending?.how).toBe('withdrawn');
  close();
});

test('an observer reads and does not write', async () => {
  const world = await openExchange();
  const { qom, close } = world;
  const experienceId = await published(world);
  const observer = await qom.db.as({ role: 'observer', unitId: qom.ids.province });
  expect((await readExperience.run(observer, { experienceId })).title).toBe(WORDS.title);
  for (const act of [
    () => draftExperience.run(observer, WORDS),
    () => answerExperience.run(observer, { experienceId, body: 'پاسخ' }),
    () => listDrafts.run(observer, {}),
  ])
    await expect(act()).rejects.toMatchObject({ kind: 'not_permitted' });
  close();
});
