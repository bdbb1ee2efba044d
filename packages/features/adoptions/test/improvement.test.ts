import { newId } from '@mahalleh/kernel';
import { stateOf } from '@mahalleh/templates/drafting';
import type { ElementChange } from '@mahalleh/templates/document';
import { keepProposal, ProposedShared } from '@mahalleh/templates/letters';
import type { templateDrafts } from '@mahalleh/templates/schema';
import { afterEach, expect, test } from 'vitest';
import { answerImprovement } from '../src/commands/answer-improvement.ts';
import { beginUpgrade } from '../src/commands/begin-upgrade.ts';
import { finishUpgrade } from '../src/commands/finish-upgrade.ts';
import { proposeImprovement } from '../src/commands/propose-improvement.ts';
import { readImprovement } from '../src/queries/improvement.ts';
import { listImprovements } from '../src/queries/improvements.ts';
import { readOverlay } from '../src/queries/overlay.ts';
import { adopted, elementId, firstVersion, openPlace, type Place } from './upgrade-world.ts';

let places: Place[] = [];
afterEach(() => {
  for (const { db } of places) db.close();
  places = [];
});

const openOne = async (slug: string) => {
  const place = await openPlace(slug);
  places.push(place);
  return place;
};

const TITLE = `${elementId(2)}.title`;

/** An adopter who changed a title and a date, gave a target up and added a task. */
const openAdopter = async () => {
  const place = await openOne('qazvin');
  const of = await adopted(place, firstVersion());
  const { db, ids } = place;
  const task = newId();
  await db.sql('update problems set title = ? where id = ?', ['کوچه‌های کم‌نور', of.rowOf(2)]);
  await db.sql("update tasks set due_on = '2026-12-20' where id = ?", [of.rowOf(7)]);
  await db.sql('update targets set dropped_at_ms = 1 where id = ?', [of.rowOf(11)]);
  await db.sql(
    "insert into tasks (id, operation_id, unit_id, title, responsible_person_id, starts_on, due_on, status) values (?, ?, ?, 'بازدید شبانه', ?, '2026-12-01', '2026-12-02', 'open')",
    [task, of.rowOf(6), ids.place, place.dg.personId],
  );
  return { place, task, ...of };
};
type Adopter = Awaited<ReturnType<typeof openAdopter>>;

const propose = ({ place, adoptionId }: Adopter, keys: string[], more: { note?: string; cleared?: string[] } = {}) =>
  proposeImprovement.run(place.dg, { adoptionId, keys, note: more.note ?? 'با مردم آزمودیم.', ...more });
const letters = async ({ db }: Place) =>
  (await db.sql('select kind, body_json from letters_out order by rowid')).map(({ kind, body_json }) => ({
    kind: String(kind),
    body: JSON.parse(String(body_json)) as Record<string, unknown>,
  }));
const lastDraft = async ({ db }: Place) => {
  const [row = {}] = await db.sql('select * from template_drafts order by version desc');
  const named = Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name.replaceAll(/_([a-z])/g, (_all, letter: string) => letter.toUpperCase()),
      value,
    ]),
  ) as unknown as typeof templateDrafts.$inferSelect;
  return { ...named, state: stateOf(named) };
};

/** The publisher with its signed version, and the proposal as it came. */
const openPublisher = async (adopter: Adopter) => {
  const place = await openOne('qom');
  await place.sign(firstVersion());
  await adopted(place, { ...firstVersion(), templateId: elementId(999) });
  await place.db.sql('update element_rows set template_id = ?', [firstVersion().templateId]);
  await place.db.sql('delete from adopted_elements');
  const [letter] = (await letters(adopter.place)).filter(({ kind }) => kind === 'template.proposed');
  const shared = ProposedShared.parse({ ...letter?.body, fromProvince: 'qazvin' });
  await place.save(keepProposal(shared));
  return { place, shared };
};

test('chosen changes go to the publisher with nothing of the place: no id of here, and no more than was chosen', async () => {
  const adopter = await openAdopter();
  const { id } = await propose(adopter, [TITLE, elementId(11), adopter.task]);
  const [letter] = await letters(adopter.place);
  const changes = (letter?.body['changes'] ?? []) as ElementChange[];
  expect(letter).toMatchObject({ kind: 'template.proposed', body: { id, toProvince: 'qom', baseVersion: 1 } });
  expect(changes.map(({ change, kind, field }) => [change, kind, field])).toEqual([
    ['changed', 'problem', 'title'],
    ['dropped', 'target', null],
    ['added', 'task', null],
  ]);
  expect(changes[0]).toMatchObject({ key: TITLE, from: '"کوچه‌های تاریک"', to: '"کوچه‌های کم‌نور"' });
  const added = JSON.parse(changes[2]?.to ?? '{}') as Record<string, unknown>;
  // Who does it is no role of the template's: the one that the operation's other tasks have stands there.
  expect(added).toMatchObject({
    title: 'بازدید شبانه',
    operationRef: elementId(6),
    roleRef: elementId(3),
    lastsDays: 2,
  });
  const text = JSON.stringify(letter);
  for (const local of [
    adopter.task,
    adopter.rowOf(2),
    adopter.adoptionId,
    adopter.place.ids.place,
    adopter.place.dg.personId,
  ])
    expect(text).not.toContain(local);
  const listed = async (input: object) => {
    const { rows, total } = await listImprovements.run(adopter.place.dg, input);
    return [rows.length, total];
  };
  expect((await listImprovements.run(adopter.place.dg, {})).rows).toMatchObject([{ side: 'proposed', outcome: null }]);
  expect(await listed({ side: 'proposed', outcome: 'waiting' })).toEqual([1, 1]);
  for (const none of [{ side: 'received' }, { outcome: 'accepted' }]) expect(await listed(none)).toEqual([0, 0]);
  // A page beyond the last is empty, and still says how many there are.
  expect(await listed({ page: 2, size: 1 })).toEqual([0, 1]);
});

test('what was proposed once keeps its element when it is proposed again', async () => {
  const adopter = await openAdopter();
  await propose(adopter, [adopter.task]);
  const { elements } = await readOverlay.run(adopter.place.dg, { adoptionId: adopter.adoptionId });
  const known = elements.find(({ rowKey }) => rowKey === adopter.task)?.id ?? '';
  await propose(adopter, [known]);
  const [one, other] = (await letters(adopter.place)).map(
    ({ body }) => (body['changes'] as ElementChange[])[0]?.elementId,
  );
  expect([one, other]).toEqual([known, known]);
  expect(known).not.toBe(adopter.task);
});

test('words with a number, a name or a phone are held until a person decides; what must go never goes', async () => {
  const adopter = await openAdopter();
  const { place, rowOf } = adopter;
  await place.db.sql('update people set full_name = ?, name_folded = ? where id = ?', [
    'مهدی رضوانی',
    'مهدی رضوانی',
    place.ids.person,
  ]);
  await place.db.sql('update problems set title = ? where id = ?', ['کوچه مهدی رضوانی تاریک است', rowOf(2)]);
  const refused = await propose(adopter, [TITLE]).catch(
    (cause: unknown) => cause as { reason: string; fields: { field: string; reason: string }[] },
  );
  expect(refused).toMatchObject({ reason: 'improvement_findings' });
  const faults = 'fields' in refused ? refused.fields : [];
  expect(faults.map(({ reason }) => reason)).toContain('improvement_finding');
  await propose(adopter, [TITLE], { cleared: faults.map(({ field }) => field) });
  await expect(propose(adopter, [elementId(11)], { note: 'به sample@example.ir بنویسید' })).rejects.toMatchObject({
    reason: 'improvement_findings',
    fields: [{ reason: 'improvement_must_go' }],
  });
  await expect(propose(adopter, [`${elementId(2)}.solution`])).rejects.toMatchObject({
    reason: 'improvement_change_unknown',
  });
});

test('what is accepted is in the next version’s draft, with the credit of who proposed it; the answer travels back', async () => {
  const adopter = await openAdopter();
  const { id } = await propose(adopter, [TITLE, elementId(11), adopter.task]);
  const { place, shared } = await openPublisher(adopter);
  const read = await readImprovement.run(place.dg, { improvementId: id });
  expect(read).toMatchObject({ isOurs: true, fromProvince: 'qazvin', outcome: null });
  expect(read.items.map(({ fit, name }) => [fit, name])).toEqual([
    ['fits', 'کوچه‌های تاریک'],
    ['fits', 'سی کوچه روشن'],
    ['fits', 'بازدید شبانه'],
  ]);
  const [, dropped, added] = shared.changes.map(({ key }) => key);
  await answerImprovement.run(place.dg, { improvementId: id, taken: [TITLE, added], answer: 'سپاس' });
  const { state, version, status } = await lastDraft(place);
  expect([version, status]).toEqual([2, 'drafting']);
  expect(state.elements.find(({ id: of }) => of === elementId(2))?.fields['title']).toBe('کوچه‌های کم‌نور');
  expect(state.elements.some(({ id: of }) => of === added)).toBe(true);
  expect(state.leftOut).not.toContain(dropped);
  expect(state.credits).toEqual([{ province: 'qazvin', note: 'با مردم آزمودیم.', elementIds: [elementId(2), added] }]);
  const [answer] = await letters(place);
  expect(answer).toMatchObject({ kind: 'template.proposal_answered', body: { id, outcome: 'partly', answer: 'سپاس' } });
  await expect(answerImprovement.run(place.dg, { improvementId: id, taken: [dropped] })).rejects.toMatchObject({
    reason: 'improvement_answered',
  });
});

test('an open draft is amended; what has changed since is said, and what is gone cannot be taken in', async () => {
  const adopter = await openAdopter();
  const { id } = await propose(adopter, [TITLE, elementId(11)]);
  const { place, shared } = await openPublisher(adopter);
  const other = newId();
  await place.save(keepProposal({ ...shared, id: other }));
  const last = newId();
  await place.save(keepProposal({ ...shared, id: last }));
  await answerImprovement.run(place.dg, { improvementId: id, taken: [elementId(11)], answer: '' });
  const draft = await lastDraft(place);
  const elements = draft.state.elements.map((element) =>
    element.id === elementId(2) ? { ...element, fields: { ...element.fields, title: 'دیگر' } } : element,
  );
  await place.db.sql('update template_drafts set elements_json = ?', [JSON.stringify(elements)]);
  const read = await readImprovement.run(place.dg, { improvementId: other });
  expect(read.items.map(({ fit, now }) => [fit, now])).toEqual([
    ['changed', '"دیگر"'],
    ['there', null],
  ]);
  await answerImprovement.run(place.dg, { improvementId: other, taken: [TITLE] });
  expect(await place.db.sql('select count(*) as n from template_drafts')).toEqual([{ n: 1 }]);
  expect((await lastDraft(place)).state.credits).toHaveLength(2);
  await place.db.sql('update template_drafts set left_out_json = ?', [JSON.stringify([elementId(2)])]);
  await expect(answerImprovement.run(place.dg, { improvementId: last, taken: [TITLE] })).rejects.toMatchObject({
    reason: 'improvement_does_not_fit',
  });
  await place.db.sql("update template_drafts set status = 'submitted'");
  await expect(answerImprovement.run(place.dg, { improvementId: last, taken: [elementId(11)] })).rejects.toMatchObject({
    reason: 'improvement_draft_submitted',
  });
  await expect(answerImprovement.run(place.dg, { improvementId: last })).rejects.toMatchObject({
    reason: 'improvement_answer_missing',
  });
  await answerImprovement.run(place.dg, { improvementId: last, answer: 'نه این بار' });
});

test('an improvement that comes back in the next version is known: nothing conflicts and nothing is there twice', async () => {
  const adopter = await openAdopter();
  const { id } = await propose(adopter, [TITLE, `${elementId(7)}.when`, adopter.task]);
  const { place: publisher, shared } = await openPublisher(adopter);
  await answerImprovement.run(publisher.dg, { improvementId: id, taken: shared.changes.map(({ key }) => key) });
  const { state } = await lastDraft(publisher);
  const { place, adoptionId } = adopter;
  await place.sign({ ...firstVersion(), version: 2, elements: [...state.elements] });
  const upgrade = await beginUpgrade.run(place.dg, { adoptionId, version: 2 });
  const answer = await finishUpgrade.run(place.dg, { upgradeId: upgrade.id, revision: upgrade.revision });
  expect(answer).toMatchObject({ came: 0, went: 0 });
  const { counts } = await readOverlay.run(place.dg, { adoptionId });
  expect(counts).toMatchObject({ changed: 0, added: 0, dropped: 1, untouched: 12 });
  expect(await place.db.sql("select count(*) as n from tasks where title = 'بازدید شبانه'")).toEqual([{ n: 1 }]);
});
