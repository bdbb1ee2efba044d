import type { Fields, TemplateElement } from '@mahalleh/templates/document';
import { describe, expect, test } from 'vitest';
import { threeWay, type Decisions, type Held } from '../src/merge/index.ts';

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const element = (n: number, kind: string, fields: Fields): TemplateElement => ({ id: id(n), kind, fields });
const held = (of: TemplateElement, over: Partial<Held> = {}): Held => ({
  ...of,
  ...{ state: 'here', locals: [], fixed: [], mayGo: true },
  ...over,
});
const task = (over: Fields = {}): TemplateElement =>
  element(4, 'task', {
    ...{ title: 'جدول‌کشی', operationRef: id(3), roleRef: id(2), agencyRef: null },
    ...{ startAfterRef: null, startDays: 0, lastsDays: 5, isMilestone: false, ...over },
  });
const domain = element(1, 'domain', { titleFa: 'عمران' });
const role = element(2, 'role', { titleFa: 'دبیر' });
const operation = element(3, 'operation', { title: 'روشنایی', domainRef: id(1), startDays: 0, lastsDays: 20 });
const ground = [domain, role, operation];

const upgrade = (mine: readonly Held[], theirs: readonly TemplateElement[], decisions: Decisions = {}) =>
  threeWay({ base: [...ground, task()], mine, theirs, decisions });

describe('bringing three versions together', () => {
  const lived = [...ground.map((of) => held(of)), held(task())];

  test('the three fields of a date are one: its two halves never come of two versions', () => {
    const mine = [...lived.slice(0, 3), held(task({ lastsDays: 9 }))];
    const { conflicts, after } = upgrade(mine, [...ground, task({ startDays: 7 })]);
    expect(conflicts).toMatchObject([
      { key: `${id(4)}.when`, mine: { startDays: 0, lastsDays: 9 }, theirs: { startDays: 7, lastsDays: 5 } },
    ]);
    expect(after.at(-1)?.fields).toMatchObject({ startDays: 0, lastsDays: 9 });
    const decided = upgrade(mine, [...ground, task({ startDays: 7 })], { [`${id(4)}.when`]: 'theirs' });
    expect(decided.after.at(-1)?.fields).toMatchObject({ startDays: 7, lastsDays: 5 });
  });

  test('who does a task is chosen here, whatever the versions say', () => {
    const other = element(5, 'role', { titleFa: 'مدیر محله' });
    const { conflicts, follows, stays } = upgrade(lived, [...ground, other, task({ roleRef: id(5) })]);
    expect([conflicts, follows]).toEqual([[], []]);
    expect(stays).toContainEqual({ id: id(4), kind: 'task', field: 'roleRef', why: 'local' });
  });

  test('what the version has no more goes when nobody touched it, and is asked about when somebody did', () => {
    expect(upgrade(lived, ground).goes).toEqual([{ id: id(4), kind: 'task' }]);
    const changed = [...lived.slice(0, 3), held(task({ title: 'کانیو' }))];
    const asked = upgrade(changed, ground);
    expect([asked.goes, asked.conflicts]).toMatchObject([[], [{ key: id(4), field: null, theirs: null }]]);
    expect(upgrade(changed, ground, { [id(4)]: 'theirs' }).goes).toHaveLength(1);
  });

  test('what has begun is not given up, and says so', () => {
    const begun = [...lived.slice(0, 3), held(task(), { mayGo: false })];
    expect(upgrade(begun, ground)).toMatchObject({ goes: [], stays: [{ id: id(4), why: 'begun' }] });
  });

  test('an operation to which a task was added here stays when the version has it no more', () => {
    const added = held(element(9, 'task', { title: 'افزوده', operationRef: id(3) }), { state: 'added' });
    const { goes, stays } = upgrade([...lived, added], [domain, role]);
    expect(goes.map(({ id: gone }) => gone)).toEqual([id(4)]);
    expect(stays).toContainEqual({ id: id(3), kind: 'operation', field: null, why: 'needed' });
  });

  test('what was given up here stays so; when it has changed it is offered again', () => {
    const dropped = [...lived.slice(0, 3), held(task(), { state: 'dropped' })];
    const same = upgrade(dropped, [...ground, task()]);
    expect([same.offers, same.comes]).toEqual([[], []]);
    const next = [...ground, task({ title: 'نو' })];
    expect(upgrade(dropped, next)).toMatchObject({ comes: [], offers: [{ key: id(4), why: 'dropped' }] });
    expect(upgrade(dropped, next, { [id(4)]: 'theirs' }).comes.map(({ id: come }) => come)).toEqual([id(4)]);
  });

  test('a new task of an operation that was given up here waits, and names what it lacks', () => {
    const without = [held(domain), held(role), ...[operation, task()].map((of) => held(of, { state: 'dropped' }))];
    const fresh = element(7, 'task', { ...task().fields, title: 'نو' });
    const { comes, offers } = upgrade(without, [...ground, task(), fresh]);
    expect(comes).toEqual([]);
    expect(offers).toMatchObject([{ key: id(7), why: 'needs', needs: [id(3)] }]);
  });

  test('new elements of a part that was left out are offered, others come', () => {
    const lesson = element(6, 'lesson', { title: 'درس', text: 'متن' });
    const next = element(8, 'lesson', { title: 'درس دوم', text: 'متن' });
    const versions = { base: [...ground, lesson], theirs: [...ground, lesson, next], decisions: {} };
    const mine = [...ground.map((of) => held(of)), held(lesson, { state: 'left_out' })];
    expect(threeWay({ ...versions, mine })).toMatchObject({ comes: [], offers: [{ key: id(8), why: 'left_out' }] });
    const taken = [...ground.map((of) => held(of)), held(lesson)];
    expect(threeWay({ ...versions, mine: taken }).comes).toEqual([next]);
  });
});
