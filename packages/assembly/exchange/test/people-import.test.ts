import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { newId } from '@mahalleh/kernel';
import { dryRunImport } from '../src/dry-run-import.ts';
import { planPeople, type KnownPerson } from '../src/people-plan.ts';
import { runImport } from '../src/run-import.ts';
import { inWindows1256, utf8 } from './support/encode.ts';
import { openProvince } from './support/province.ts';

let world: Awaited<ReturnType<typeof openProvince>>;
beforeEach(async () => void (world = await openProvince()));
afterEach(() => world.close());

const file = (text: string) => ({ kind: 'people', bytes: utf8(text) });
const run = (text: string) => runImport.run(world.admin, file(text));
const OTHERS = "select full_name, mobile, job_title from people where full_name <> 'Sample Person' order by full_name";

const FILE =
  'نام و نام خانوادگی;سمت;شماره همراه\nنمونه یکم;دبیر شورا;۰۹۱۲۰۰۰۰۰۰۱\nنمونه دوم;مدیر محله;9120000002\nنمونه سوم;تسهیلگر;\n';

test('people come in with mobiles in any spelling, and a second time nothing changes', async () => {
  expect((await run(FILE)).counts).toEqual({ new: 3, changed: 0, unchanged: 0, rejected: 0 });
  expect(await world.sql(OTHERS)).toEqual([
    { full_name: 'نمونه دوم', mobile: '09120000002', job_title: 'مدیر محله' },
    { full_name: 'نمونه سوم', mobile: null, job_title: 'تسهیلگر' },
    { full_name: 'نمونه یکم', mobile: '09120000001', job_title: 'دبیر شورا' },
  ]);
  expect((await run(FILE)).counts).toEqual({ new: 0, changed: 0, unchanged: 3, rejected: 0 });
});

test('the same people from an old Windows-1256 list, with Arabic letters, are the same people', async () => {
  await run(FILE);
  const old = 'نام,سمت\nنمونه سوم,تسهيلگر\n';
  expect(
    (
      await dryRunImport.run(world.admin, {
        kind: 'people',
        bytes: inWindows1256(old.replaceAll('ی', 'ي').replaceAll('ک', 'ك')),
      })
    ).counts,
  ).toMatchObject({ unchanged: 1 });
});

test('a mobile is who somebody is: name and job follow the file, and a number for one known by name is added', async () => {
  await run(FILE);
  const later = 'نام,سمت,همراه\nنمونه یکم نو,فرماندار,09120000001\nنمونه سوم,تسهیلگر,09120000003\n';
  expect((await dryRunImport.run(world.admin, file(later))).changes).toEqual([
    { line: 2, status: 'changed', fields: ['fullName', 'jobTitle'] },
    { line: 3, status: 'changed', fields: ['mobile'] },
  ]);
  await run(later);
  expect((await run(later)).counts).toEqual({ new: 0, changed: 0, unchanged: 2, rejected: 0 });
  expect((await world.audit()).every(({ fields_json }) => fields_json === '["people"]')).toBe(true);
});

test('a bad mobile, a national id as job title, and the same person twice are rejected', async () => {
  const { errors } = await dryRunImport.run(
    world.admin,
    file('نام,سمت,همراه\nیک,الف,0912\nدو,کد 0499370899,\nسه,ب,09120000009\nچهار,ج,09120000009\n'),
  );
  expect(errors.map(({ line, field, reason }) => [line, field, reason])).toEqual([
    [2, 'mobile', 'mobile_malformed'],
    [3, 'jobTitle', 'personal_number_in_text'],
    [5, 'mobile', 'import_row_twice'],
  ]);
});

test('somebody who works in another area is not changed by a file', async () => {
  await run(FILE);
  const [person] = await world.sql("select id from people where mobile = '09120000001'");
  await world.sql('insert into role_grants (id, person_id, role, unit_id, granted_at_ms) values (?, ?, ?, ?, 1)', [
    newId(),
    person?.['id'] ?? '',
    'county_secretary',
    world.ids.qazvin,
  ]);
  const local = await world.as({ role: 'province_admin', unitId: world.ids.alborz });
  const { errors } = await dryRunImport.run(local, file('نام,همراه\nدیگری,09120000001\n'));
  expect(errors.map(({ reason }) => reason)).toEqual(['import_outside_area']);
});

test('when somebody edits a person between the reading and the writing, the whole import is told and nothing is written', async () => {
  await run(FILE);
  const { lane } = world.ports.databases;
  const meanwhile = (database: string) => ({
    write: async (job: Parameters<ReturnType<typeof lane>['write']>[0]) => {
      await world.sql("update people set revision = revision + 1 where mobile = '09120000001'");
      return lane(database).write(job);
    },
  });
  Object.assign(world.ports.databases, { lane: meanwhile });
  const before = await world.audit();
  await expect(run('نام,سمت,همراه\nنمونه یکم,فرماندار,09120000001\nنو,نو,09120000005\n')).rejects.toMatchObject({
    kind: 'conflict',
    reason: 'revision_conflict',
  });
  expect(await world.sql("select id from people where mobile = '09120000005'")).toEqual([]);
  expect(await world.audit()).toEqual(before);
});

test('whatever the file, what was accepted is unchanged the second time', () => {
  const row = fc.record(
    {
      fullName: fc.constantFrom('الف', 'ب', 'پ'),
      mobile: fc.constantFrom('09120000001', '09120000002', '09120000003'),
      jobTitle: fc.constantFrom('یک', 'دو'),
    },
    { requiredKeys: ['fullName'] },
  );
  fc.assert(
    fc.property(fc.array(row, { maxLength: 8 }), (rows) => {
      const numbered = rows.map((one, i) => ({ line: i + 2, row: one }));
      const first = planPeople(numbered, [], newId);
      const known = first.flatMap((one): KnownPerson[] =>
        'record' in one ? [{ id: one.record.id, ...one.record.values, revision: 1, isMine: 1 }] : [],
      );
      const taken = numbered.filter((_, i) => first[i]?.status === 'new');
      // A name without a number may be anybody of that name once there are two: then it is asked for, never guessed.
      for (const again of planPeople(taken, known, newId)) expect(['unchanged', 'rejected']).toContain(again.status);
    }),
  );
});
