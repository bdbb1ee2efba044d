import { expect, test } from 'vitest';
import { newId } from '@mahalleh/kernel';
import { readOverlay } from '../src/queries/overlay.ts';
import { adopted, elementId, firstVersion, openPlace } from './upgrade-world.ts';

const look = async (place: Awaited<ReturnType<typeof openPlace>>, adoptionId: string) => {
  const read = await readOverlay.run(place.dg, { adoptionId });
  return { ...read, by: new Map(read.elements.map((element) => [element.id, element])) };
};

test('what has just landed is untouched, whatever its ids and days are here', async () => {
  const place = await openPlace();
  const { adoptionId } = await adopted(place, firstVersion());
  const { counts, elements } = await look(place, adoptionId);
  expect(counts).toEqual({ untouched: 12, changed: 0, dropped: 0, left_out: 0, added: 0, own: 0 });
  expect(elements[0]).toMatchObject({ name: 'عمران', standing: 'untouched', changes: [] });
  place.db.close();
});

test('changed fields are told from and to, in the words of the template; who does a task is no change', async () => {
  const place = await openPlace();
  const { adoptionId, rowOf } = await adopted(place, firstVersion());
  await place.db.sql('update problems set title = ?, whys_json = ? where id = ?', [
    'کوچه‌های تاریک شمالی',
    '["تیر نیست"]',
    rowOf(2),
  ]);
  await place.db.sql('update tasks set responsible_person_id = ?, agency_id = ? where id = ?', [
    ...[place.dg.personId, place.ids.agency, rowOf(7)],
  ]);
  const { by, counts } = await look(place, adoptionId);
  expect(counts).toMatchObject({ untouched: 10, changed: 2 });
  expect(by.get(elementId(2))?.changes).toEqual([
    {
      field: 'title',
      from: { title: 'کوچه‌های تاریک' },
      to: { title: 'کوچه‌های تاریک شمالی' },
      fromDays: null,
      toDays: null,
    },
    {
      field: 'whys',
      from: { whys: ['چراغ کم است', 'کسی گزارش نمی‌دهد'] },
      to: { whys: ['تیر نیست'] },
      fromDays: null,
      toDays: null,
    },
  ]);
  expect(by.get(elementId(7))?.changes).toMatchObject([
    { field: 'agencyRef', from: { agencyRef: null }, to: { agencyRef: elementId(4) } },
  ]);
  place.db.close();
});

test('other days are one change, said as days after what they follow and as the days that they are', async () => {
  const place = await openPlace();
  const { adoptionId, rowOf } = await adopted(place, firstVersion());
  await place.db.sql("update tasks set starts_on = '2027-01-02', due_on = '2027-01-05' where id = ?", [rowOf(8)]);
  const { by } = await look(place, adoptionId);
  const [change, ...others] = by.get(elementId(8))?.changes ?? [];
  expect(others).toEqual([]);
  expect(change).toMatchObject({
    field: 'when',
    from: { startAfterRef: elementId(7), startDays: 14, lastsDays: 5 },
    to: { startAfterRef: elementId(7), lastsDays: 4 },
    toDays: { startsOn: '2027-01-02', endsOn: '2027-01-05' },
  });
  // The first task lasts from Saturday 28 November, ten working days: until 8 December.
  expect(change?.to?.['startDays']).toBe(24);
  place.db.close();
});

test('what the template has no word for is a change without words', async () => {
  const place = await openPlace();
  const { adoptionId, rowOf } = await adopted(place, firstVersion());
  const other = newId();
  await place.db.sql(
    "insert into agencies (id, name, name_folded, kind, unit_id, registered_at_ms) values (?, 'هلال احمر', 'هلال احمر', 'red_crescent', ?, 0)",
    [other, place.ids.province],
  );
  await place.db.sql('update operations set agency_id = ? where id = ?', [other, rowOf(6)]);
  const { by } = await look(place, adoptionId);
  expect(by.get(elementId(6))?.changes).toMatchObject([
    { field: 'agencyRef', from: { agencyRef: elementId(4) }, to: null },
  ]);
  place.db.close();
});

test('records that are over or not there were given up; tasks and operations of what was adopted were added', async () => {
  const place = await openPlace();
  const { adoptionId, rowOf } = await adopted(place, firstVersion(), [10]);
  await place.db.sql("update tasks set status = 'cancelled' where id = ?", [rowOf(8)]);
  await place.db.sql('update targets set dropped_at_ms = 1 where id = ?', [rowOf(11)]);
  const extra = newId();
  await place.db.sql(
    "insert into tasks (id, operation_id, unit_id, title, responsible_person_id, starts_on, due_on, status) values (?, ?, ?, 'رنگ‌آمیزی', ?, '2026-11-29', '2026-11-30', 'open')",
    [extra, rowOf(6), place.ids.place, place.ids.person],
  );
  const { by, counts } = await look(place, adoptionId);
  // The link of a task that was given up was given up with it.
  expect(counts).toEqual({ untouched: 8, changed: 0, dropped: 3, left_out: 1, added: 1, own: 0 });
  expect(by.get(elementId(8))?.standing).toBe('dropped');
  expect(by.get(extra)).toMatchObject({
    ...{ kind: 'task', name: 'رنگ‌آمیزی', standing: 'added' },
    fields: { operationRef: elementId(6), roleRef: elementId(3), startAfterRef: null, startDays: 1, lastsDays: 2 },
  });
  place.db.close();
});

test('it is one request, and hidden from whoever has no seat there', async () => {
  const place = await openPlace();
  const { adoptionId } = await adopted(place, firstVersion());
  let requests = 0;
  const { databases } = place.db.ports;
  const reader = databases.reader('');
  Object.assign(databases, {
    reader: () => ({ batch: (statements: never) => ((requests += 1), reader.batch(statements)) }),
  });
  await readOverlay.run(place.dg, { adoptionId });
  expect(requests).toBe(1);
  const stranger = await place.db.as({ role: 'neighbourhood_manager', unitId: newId() });
  await expect(readOverlay.run(stranger, { adoptionId })).rejects.toMatchObject({ reason: 'adoption_unknown' });
  place.db.close();
});
