import { linkTask } from '../src/commands/link-task.ts';
import { planOperation } from '../src/commands/plan-operation.ts';
import { planInput, started, type Fixture } from './fixture.ts';

/** Poles (1–5 Azar), wires after them (8–12), lamps after those (13–20), in one running operation of Azar; a feast (15–15) in another one. */
export const ordered = async (fixture: Fixture) => {
  const { db, ids } = fixture;
  const manager = await db.as({ role: 'neighbourhood_manager', unitId: ids.sheikhabad });
  const task = (title: string, startsOn: string, dueOn: string, more: object = {}) => ({
    title,
    responsiblePersonId: ids.ali,
    startsOn: `1405-09-${startsOn}`,
    dueOn: `1405-09-${dueOn}`,
    ...more,
  });
  const plan = await planOperation.run(manager, {
    ...planInput(fixture),
    tasks: [
      task('پایه‌ها', '01', '05'),
      task('سیم‌کشی', '08', '12', { after: [1] }),
      task('چراغ‌ها', '13', '20', { after: ['۲'] }),
    ],
  });
  await started(manager, plan.id);
  const other = await planOperation.run(manager, {
    ...planInput(fixture),
    title: 'جشن محله',
    startsOn: '1405-09-10',
    endsOn: '1405-09-25',
    tasks: [task('جشن', '22', '22', { isMilestone: true })],
  });
  const rows = await db.sql('select id, title from tasks');
  const idOf = (title: string) => String(rows.find((row) => row['title'] === title)?.['id']);
  const [poles, wires, lamps, feast] = ['پایه‌ها', 'سیم‌کشی', 'چراغ‌ها', 'جشن'].map(idOf) as [
    string,
    string,
    string,
    string,
  ];
  return { manager, operationId: plan.id, otherId: other.id, poles, wires, lamps, feast };
};

/** The same with the feast after the lamps. */
export const orderedAcross = async (fixture: Fixture) => {
  const made = await ordered(fixture);
  await linkTask.run(made.manager, { taskId: made.feast, revision: 1, afterId: made.lamps, lagDays: 1 });
  return made;
};

/** Days of every task as they are stored, by title. */
export const daysIn = async ({ db }: Fixture) =>
  Object.fromEntries(
    (await db.sql('select title, starts_on, due_on from tasks order by title')).map((row) => [
      String(row['title']),
      `${String(row['starts_on']).slice(5)}..${String(row['due_on']).slice(5)}`,
    ]),
  );
