import { expect, test } from 'vitest';
import { draftTemplate } from '../src/commands/draft-template.ts';
import { readTemplateDraft } from '../src/queries/template-draft.ts';
import { openLivingWorld } from './living-world.ts';

test('what is redacted of a problem goes from the drafts of templates and from what was adopted, and nothing else does', async () => {
  const { db, dg, ids } = await openLivingWorld((column, text) =>
    column === 'problems.title' ? `${text} زمرد` : text,
  );
  const { id } = await draftTemplate.run(dg, { unitId: ids.place });
  const before = await readTemplateDraft.run(dg, { templateDraftId: id });
  await db.sql(
    "insert into adoptions (id, template_id, version, digest, unit_id, starts_on, mapping_json, status, adopted_by, adopted_at_ms) values ('a', 't', 1, 'd', ?, '2026-11-28', '{}', 'active', 'p', 0)",
    [ids.place],
  );
  for (const [element, row] of [
    ['joined', ids.lights],
    ['other', ids.idle],
  ])
    await db.sql(
      `insert into adopted_elements (adoption_id, element_id, kind, state, row_key, base_json, landed_json) values ('a', ?, 'problem', 'landed', ?, '{}', '{"title":"زمرد"}')`,
      [element ?? '', row ?? ''],
    );

  await db.sql("update problems set title = '', redacted_at_ms = 1 where id = ?", [ids.lights]);

  const kept = await db.sql('select projected_json, elements_json from template_drafts');
  const words = (row: unknown): number => JSON.stringify(row).split('زمرد').length - 1;
  const problems = before.elements.filter(({ kind }) => kind === 'problem').length;
  expect(problems).toBeGreaterThan(1);
  expect([words(kept[0]?.['projected_json']), words(kept[0]?.['elements_json'])]).toEqual([problems - 1, problems - 1]);
  expect((await readTemplateDraft.run(dg, { templateDraftId: id })).elements).toHaveLength(before.elements.length);
  expect(await db.sql('select landed_json from adopted_elements order by element_id')).toEqual([
    { landed_json: '{}' },
    { landed_json: '{"title":"زمرد"}' },
  ]);
});
