import { newId } from '@mahalleh/kernel';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { amendTemplate } from '../src/commands/amend-template.ts';
import { draftTemplate } from '../src/commands/draft-template.ts';
import { readTemplateDraft } from '../src/queries/template-draft.ts';
import { openLivingWorld } from './living-world.ts';

let world: Awaited<ReturnType<typeof openLivingWorld>>;
let id: string;
beforeAll(async () => {
  world = await openLivingWorld();
  const { put, ids } = world;
  // A neighbourhood of another county, with a mosque and a hall of its own and one that is called by what it is.
  const [county, far] = [newId(), newId()];
  for (const [unit, kind, parent, name] of [
    [county, 'county', ids.province, 'کهک'],
    [far, 'neighbourhood', county, 'فردوسیه'],
  ] as const)
    await put('units', {
      ...{ id: unit, kind, name_fa: name, name_folded: name, parent_id: parent, county_id: county },
      ...{ from_on: '2016-03-20', registered_at_ms: 0 },
    });
  const named = (name: string) => ({ id: newId(), unit_id: far, name, name_folded: name, registered_at_ms: 0 });
  await put('bases', { ...named('مسجد حضرت رقیه'), kind: 'mosque', activation: 'active' });
  await put('capacities', { ...named('سالن ورزشی یاقوت'), kind: 'place' });
  await put('capacities', { ...named('حیاط مسجد'), kind: 'place' });
  ({ id } = await draftTemplate.run(world.dg, { unitId: ids.place }));
});
afterAll(() => world.close());

const saying = async (summary: string) => {
  const draft = () => readTemplateDraft.run(world.dg, { templateDraftId: id });
  await amendTemplate.run(world.dg, { templateDraftId: id, revision: (await draft()).revision, summary });
  return (await draft()).findings
    .filter(({ elementId, field }) => elementId === null && field === 'summary')
    .map(({ kind, words, instead }) => [kind, words, instead]);
};

test('names of bases and capacities are known wherever in the province they are; what says only what it is, is none', async () => {
  expect(await saying('مانند مسجد حضرت رقیه، با سالن ورزشی یاقوت')).toEqual([
    ['base', 'مسجد حضرت رقیه', 'مسجد'],
    ['capacity', 'سالن ورزشی یاقوت', 'مکان'],
  ]);
  expect(await saying('بازارچه در حیاط مسجد')).toEqual([]);
});

test('another place is said to be another one of its kind, and one’s own by its kind', async () => {
  expect(await saying('شیخ‌آباد، مانند فردوسیه در کهک')).toEqual([
    ['unit', 'شیخ‌آباد', 'محله'],
    ['unit', 'فردوسیه', 'محله‌ای دیگر'],
    ['unit', 'کهک', 'شهرستانی دیگر'],
  ]);
});
