import { newId } from '@mahalleh/kernel';
import { at, DOMAINS, edit, idOf, NEIGHBOURHOODS, pick, type Verb } from './choose.ts';
import type { ProvinceWorld, Row } from './province-world.ts';

const evidenceOf = (world: ProvinceWorld, kind: 'problem' | 'task', row: Row) =>
  world.rows(
    "insert into evidence (id, subject_kind, subject_id, unit_id, kind, note, added_at_ms, added_by) values (?, ?, ?, ?, 'text', 'note', ?, ?)",
    newId(),
    kind,
    idOf(row),
    String(row['unit_id']),
    world.nowMs(),
    world.people[0] ?? '',
  );

const problem = (status: string): string =>
  `select * from problems where discarded_at_ms is null and status in (${status}) order by id`;
const onProblem =
  (name: string, status: string, more: object = {}): Verb =>
  async (world, { a }) => {
    const row = await pick(world, problem(status), a);
    return row && world.run(name, { ...edit(row, 'problemId'), ...more });
  };

/** What happens to problems, capacities and bases. */
export const registryVerbs: Record<string, Verb> = {
  register: async (world, { a, b }) =>
    world.run('problem.register', {
      unitId: idOf(await pick(world, NEIGHBOURHOODS, a)),
      domainKey: at(DOMAINS, b),
      title: `مسئله ${a}`,
      severity: (b % 5) + 1,
    }),
  triage: (world, turn) => onProblem('problem.triage', "'registered'", { severity: (turn.b % 5) + 1 })(world, turn),
  start: onProblem('problem.start', "'triaged'"),
  solve: async (world, { a }) => {
    const row = await pick(world, problem("'triaged', 'started'"), a);
    if (!row) return undefined;
    await evidenceOf(world, 'problem', row);
    return world.run('problem.solve', { ...edit(row, 'problemId'), solution: 'چراغ‌ها نصب شد.' });
  },
  close: onProblem('problem.close', "'registered', 'triaged', 'started'", { reason: 'out_of_scope' }),
  reopen: onProblem('problem.reopen', "'solved', 'closed'", { why: 'دوباره خراب شد.' }),
  mergeProblems: async (world, { a, b }) => {
    const row = await pick(world, problem("'registered', 'triaged', 'started'"), a);
    const into =
      row &&
      (await pick(
        world,
        `select * from problems where discarded_at_ms is null and unit_id = '${row['unit_id']}' order by id`,
        b,
      ));
    return into && world.run('problem.merge', { ...edit(row, 'problemId'), intoId: idOf(into) });
  },
  confirm: async (world, { a }) => {
    const row = await pick(
      world,
      "select * from problems where status = 'solved' and confirmed_at_ms is null and discarded_at_ms is null order by id",
      a,
    );
    if (!row) return undefined;
    // Nobody confirms what they called solved themselves, and in a history one person does everything.
    await world.rows('update problems set solved_by = null where id = ?', idOf(row));
    return world.run('problem.confirm', edit(row, 'problemId'));
  },
  escalate: onProblem('problem.escalate', "'registered', 'triaged', 'started'", { reason: 'از توان محله بیرون است.' }),
  answer: async (world, { a, b }) => {
    const row = await pick(
      world,
      'select * from problems where discarded_at_ms is null and level_due_on is not null order by id',
      a,
    );
    const outcome = b % 2 ? 'answered' : 'returned';
    return row && world.run('problem.answer', { ...edit(row, 'problemId'), outcome, words: 'پاسخ داده شد.' });
  },
  splitProblem: onProblem('problem.split', "'registered', 'triaged', 'started'", {
    parts: ['civil_works', 'education'].map((domainKey) => ({ title: 'بخش', domainKey, severity: 3 })),
  }),
  discard: onProblem('problem.discard', "'registered'"),
  redact: onProblem('problem.redact', "'registered', 'closed', 'solved'"),
  capacity: async (world, { a, b }) => {
    const kind = at(['institution', 'place', 'equipment', 'skill', 'fund'], b);
    return world.run('capacity.register', {
      unitId: idOf(await pick(world, NEIGHBOURHOODS, a)),
      kind,
      name: `ظرفیت ${a}`,
      ...(kind === 'fund' ? { amountRial: (a + 1) * 1_000_000 } : {}),
    });
  },
  withdraw: async (world, { a }) => {
    const row = await pick(world, 'select * from capacities where withdrawn_at_ms is null order by id', a);
    return row && world.run('capacity.withdraw', { ...edit(row, 'capacityId'), reason: 'no_longer_there' });
  },
  base: async (world, { a, b }) =>
    world.run('base.register', {
      unitId: idOf(await pick(world, NEIGHBOURHOODS, a)),
      kind: at(['mosque', 'school', 'basij'], b),
      name: `پایگاه ${a} ${b}`,
    }),
  activate: async (world, { a, b }) => {
    const row = await pick(world, 'select * from bases order by id', a);
    if (!row) return undefined;
    return b % 3
      ? world.run('base.activate', { ...edit(row, 'baseId'), on: world.today() })
      : world.run('base.deactivate', { ...edit(row, 'baseId'), isPreparing: b % 2 === 0 });
  },
};
