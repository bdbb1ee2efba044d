import { sql, type SQL } from 'drizzle-orm';
import { SQLiteAsyncDialect } from 'drizzle-orm/sqlite-core';
import { expect, it } from 'vitest';
import { draftTemplate } from '../src/commands/draft-template.ts';
import { publishedAtOnce, stateOf } from '../src/drafting/index.ts';
import { isRowKind, ROW_FORMS } from '../src/rows/index.ts';
import type { TemplateElement } from '../src/document/index.ts';
import { openLivingWorld } from './living-world.ts';

const dialect = new SQLiteAsyncDialect();
const textOf = (query: SQL) => dialect.sqlToQuery(query);

type World = Awaited<ReturnType<typeof openLivingWorld>>;

/** A fresh draft as it is stored, and what of it would be published. */
const drafted = async ({ db, dg, ids }: World) => {
  const { id } = await draftTemplate.run(dg, { unitId: ids.place });
  const [row] = await db.sql('select * from template_drafts where id = ?', [id]);
  const column = (name: string): string => String(row?.[name]);
  const state = stateOf({
    ...{ title: '', summary: '', changes: '', tagsJson: '[]', removedJson: '[]', decisionsJson: '{}' },
    ...{ resultsJson: '[]', mediaJson: '[]', creditsJson: '[]', leftOutJson: '[]' },
    ...{ projectedJson: column('projected_json'), elementsJson: column('elements_json') },
  });
  return { state, elements: publishedAtOnce({ elements: state.elements, leftOut: [] }) };
};

/** Says of every element that it came of a template, as adopting does: with what it says there and how it landed. */
const adoptInPlace = async ({ db, put, ids }: World, { state }: Awaited<ReturnType<typeof drafted>>): Promise<void> => {
  await put('adoptions', {
    ...{
      id: 'adoption',
      template_id: 'template',
      version: 1,
      digest: 'x',
      unit_id: ids.place,
      starts_on: '2026-09-05',
    },
    ...{ mapping_json: '{}', status: 'active', adopted_by: ids.manager, adopted_at_ms: 0 },
  });
  for (const { id, kind, rowKey, fields } of state.projected) {
    let landed = '{}';
    if (isRowKind(kind)) {
      const { from, key, form } = ROW_FORMS[kind];
      const asked = textOf(sql`select ${form} as form from ${from} where ${key} = ${rowKey}`);
      const [row] = await db.sql(asked.sql, asked.params as string[]);
      landed = String(row?.['form']);
    }
    await put('adopted_elements', {
      ...{ adoption_id: 'adoption', element_id: id, kind, state: isRowKind(kind) ? 'landed' : 'kept', row_key: rowKey },
      ...{ base_json: JSON.stringify(fields), landed_json: landed },
    });
  }
};

it('what was adopted and not changed is published again with the same ids and the same words', async () => {
  const world = await openLivingWorld();
  const first = await drafted(world);
  await adoptInPlace(world, first);
  const byId = (elements: readonly TemplateElement[]) => elements.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  expect(byId((await drafted(world)).elements)).toEqual(byId(first.elements));
  world.close();
});

it('what was changed since is what differs, and nothing else', async () => {
  const world = await openLivingWorld();
  const first = await drafted(world);
  await adoptInPlace(world, first);
  await world.db.sql("update tasks set title = 'خرید چراغ کم‌مصرف', responsible_person_id = ? where id = ?", [
    world.ids.member,
    world.ids.lamps,
  ]);
  await world.db.sql("update operations set ends_on = '2026-11-25' where id = ?", [world.ids.after]);
  await world.db.sql("update adopted_elements set local_json = ? where kind = 'seat' and element_id = ?", [
    JSON.stringify({ duty: 'هفته‌ای یک بار' }),
    first.elements.find(({ kind }) => kind === 'seat')?.id ?? '',
  ]);
  const before = new Map(first.elements.map((element) => [element.id, element]));
  const differing = (await drafted(world)).elements.flatMap(({ id, kind, fields }: TemplateElement) =>
    Object.entries(fields)
      .filter(([name, value]) => JSON.stringify(before.get(id)?.fields[name]) !== JSON.stringify(value))
      .map(([name, value]) => [kind, name, value]),
  );
  // Who does a task is of this place: no change of the template.
  expect(differing).toEqual([
    ['seat', 'duty', 'هفته‌ای یک بار'],
    ['operation', 'lastsDays', 35],
    ['task', 'title', 'خرید چراغ کم‌مصرف'],
  ]);
  world.close();
});
