import { newId } from '@mahalleh/kernel';
import { expect, it } from 'vitest';
import { amendTemplate } from '../src/commands/amend-template.ts';
import { draftTemplate } from '../src/commands/draft-template.ts';
import { submitTemplate } from '../src/commands/submit-template.ts';
import { readTemplateDraft } from '../src/queries/template-draft.ts';
import { openLivingWorld } from './living-world.ts';
import { secretsFor, secretsIn } from './secrets.ts';

/** What every text of the neighbourhood says, so that the test is of something. */
const told = async (db: Awaited<ReturnType<typeof openLivingWorld>>['db']): Promise<string> => {
  const rows = await Promise.all(
    ['problems', 'operations', 'tasks', 'responsibilities', 'indicators', 'targets', 'charter_seats', 'domains'].map(
      (table) => db.sql(`select * from ${table}`),
    ),
  );
  return JSON.stringify(rows);
};

it('of hundreds of names, numbers and addresses in every text, nothing is in what is published once a person has decided', async () => {
  const { say, secrets, people } = secretsFor();
  const world = await openLivingWorld(say);
  for (const fullName of people)
    await world.put('people', {
      ...{ id: newId(), full_name: fullName, name_folded: fullName, registered_at_ms: 0 },
    });
  // Many more records with texts, so that there are hundreds of places to look at.
  for (let i = 0; i < 60; i += 1) {
    await world.put('problems', {
      ...{ id: newId(), code: `P-9-${1000 + i}`, unit_id: world.ids.place, domain_key: 'civil_works', severity: 3 },
      ...{
        title: say('problems.title', 'پیاده‌رو'),
        title_folded: 'x',
        description: say('problems.description', 'شرح'),
      },
      ...{ whys_json: JSON.stringify([say('problems.whys_json', 'زیرا'), say('problems.whys_json', 'زیرا')]) },
      ...{ solution: say('problems.solution', 'راه'), place_kind: 'whole', status: 'triaged' },
      ...{ registered_by: world.ids.manager, registered_at_ms: 0 },
    });
    await world.put('tasks', {
      ...{ id: newId(), operation_id: world.ids.works, unit_id: world.ids.place, title: say('tasks.title', 'پیگیری') },
      ...{ responsible_person_id: world.ids.imam, starts_on: '2026-09-08', due_on: '2026-09-20', status: 'open' },
    });
  }
  expect(secrets.length).toBeGreaterThan(600);
  expect(secretsIn(await told(world.db), secrets).length).toBeGreaterThan(400);

  const { id } = await draftTemplate.run(world.dg, { unitId: world.ids.place });
  const read = () => readTemplateDraft.run(world.dg, { templateDraftId: id });
  const amend = async (change: object) =>
    amendTemplate.run(world.dg, { templateDraftId: id, revision: (await read()).revision, ...change });
  await amend({ title: 'الگوی گذرها', takeInParts: ['operations', 'problems'] });

  const refused: unknown = await submitTemplate
    .run(world.dg, { templateDraftId: id, revision: (await read()).revision })
    .catch((cause: unknown) => cause);
  expect(refused).toMatchObject({ kind: 'refused', reason: 'template_findings_undecided' });
  // The refusal names fields and kinds, and repeats nothing.
  expect(secretsIn(JSON.stringify(refused), secrets)).toEqual([]);

  let draft = await read();
  const words = draft.elements.length;
  expect(secretsIn(JSON.stringify(draft.elements), secrets).length).toBeGreaterThan(300);
  // Numbers of persons cannot be kept, whoever asks for it.
  const number = draft.findings.find(({ mayKeep }) => !mayKeep);
  await expect(amend({ keep: [number?.key] })).rejects.toMatchObject({ reason: 'finding_must_go' });
  for (let round = 0; round < 6 && draft.findings.length > 0; round += 1) {
    await amend({ replace: draft.findings.map(({ key }) => key) });
    draft = await read();
  }
  expect(draft.findings).toEqual([]);
  await submitTemplate.run(world.dg, { templateDraftId: id, revision: draft.revision });

  const letters = await world.db.sql('select body_json from letters_out');
  expect(letters.length).toBe(1);
  const sent = JSON.stringify(letters.map(({ body_json }) => JSON.parse(String(body_json)) as unknown));
  expect(secretsIn(sent, secrets)).toEqual([]);
  // It is the words that are gone, not the template.
  expect(draft.elements.length).toBe(words);
  expect(sent.match(/پیاده‌رو/g)?.length).toBe(61);
  world.close();
});
