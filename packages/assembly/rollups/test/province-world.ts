import { agenciesRoutes } from '@mahalleh/agencies/routes';
import { capacityRoutes } from '@mahalleh/capacity/routes';
import { foundingRows } from '@mahalleh/councils';
import { councilsRoutes } from '@mahalleh/councils/routes';
import type { Statement } from '@mahalleh/gate';
import { openTestProvince, type TestWorkspace } from '@mahalleh/gate/testing';
import { addDays, civilDateOf, Failure, newId } from '@mahalleh/kernel';
import { operationsRoutes } from '@mahalleh/operations/routes';
import { indicatorsRoutes } from '@mahalleh/indicators/routes';
import { nationalDomainRows } from '@mahalleh/problems';
import { problemsRoutes } from '@mahalleh/problems/routes';
import { responsibilityRoutes } from '@mahalleh/responsibility/routes';
import { unitsRoutes } from '@mahalleh/units/routes';
import { plantSql, type Seedling } from '@mahalleh/units/planting';
import { allFeatures, dueStatements, refreshStatements } from '../src/index.ts';
import { verifyChecks } from '../src/verify.ts';

/** A row as it comes from the database. */
export type Row = Record<string, string | number | null>;

const DAY_MS = 86_400_000;
/** The day on which every history begins: 1 Azar 1405. */
export const BEGIN_MS = Date.parse('2026-11-22T08:00:00Z');

const routes = [
  ...unitsRoutes,
  ...agenciesRoutes,
  ...councilsRoutes,
  ...problemsRoutes,
  ...capacityRoutes,
  ...operationsRoutes,
  ...responsibilityRoutes,
  ...indicatorsRoutes,
];
// Several routes may share a name (one record, many at once): the first is of one record.
const commands = new Map(
  routes
    .filter(({ act }) => act.kind === 'command')
    .toReversed()
    .map(({ act }) => [act.name, act]),
);

const insertRows = async (province: TestWorkspace<'province'>, table: string, rows: readonly object[]) => {
  for (const row of rows) {
    const entries = Object.entries(row).map(
      ([name, value]) =>
        [
          name.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`),
          typeof value === 'boolean' ? Number(value) : (value as string | number | null),
        ] as const,
    );
    await province.sql(
      `insert into ${table} (${entries.map(([name]) => name).join(', ')}) values (${entries.map(() => '?').join(', ')})`,
      entries.map(([, value]) => value),
    );
  }
};

/** Two counties with a city each, four neighbourhoods and a village; people, charters and domains; a clock that runs. */
export const openProvinceWorld = async () => {
  const province = await openTestProvince('qom');
  await province.sql('pragma synchronous = off');
  const ids = { province: newId(), qom: newId(), kahak: newId(), bakhsh: newId(), city: newId(), kahakCity: newId() };
  const fromOn = '2025-03-21';
  const seedlings: Seedling[] = [
    { id: ids.province, kind: 'province', nameFa: 'قم', parentId: null, fromOn, officialCode: '25' },
    { id: ids.qom, kind: 'county', nameFa: 'قم', parentId: ids.province, fromOn, officialCode: '2501' },
    { id: ids.kahak, kind: 'county', nameFa: 'کهک', parentId: ids.province, fromOn, officialCode: '2502' },
    { id: ids.bakhsh, kind: 'district', nameFa: 'مرکزی', parentId: ids.qom, fromOn, officialCode: '250101' },
    { id: ids.city, kind: 'city', nameFa: 'قم', parentId: ids.bakhsh, fromOn, officialCode: '2501011234' },
    { id: ids.kahakCity, kind: 'city', nameFa: 'کهک', parentId: ids.kahak, fromOn, officialCode: '2502011234' },
    ...['شیخ‌آباد', 'پردیسان', 'امام رضا'].map((nameFa): Seedling => ({
      id: newId(),
      kind: 'neighbourhood',
      nameFa,
      parentId: ids.city,
      fromOn,
    })),
    { id: newId(), kind: 'neighbourhood', nameFa: 'وشنوه', parentId: ids.kahakCity, fromOn },
    { id: newId(), kind: 'village', nameFa: 'قمرود', parentId: ids.bakhsh, fromOn },
  ];
  for (const { sql, args } of plantSql(seedlings, BEGIN_MS)) await province.sql(sql, [...(args as string[])]);
  await insertRows(province, 'domains', nationalDomainRows);
  const { charters, seats, committeeKinds } = foundingRows('yazd');
  await insertRows(province, 'charters', charters);
  await insertRows(province, 'charter_seats', seats);
  await insertRows(province, 'committee_kinds', committeeKinds);
  const people = Array.from({ length: 10 }, () => newId());
  for (const id of people)
    await province.sql(
      "insert into people (id, full_name, name_folded, is_sample, registered_at_ms) values (?, 'شخص نمونه', 'شخص نمونه', 1, 0)",
      [id],
    );
  let nowMs = BEGIN_MS;
  province.setNow(nowMs);
  const actor = await province.as(
    { role: 'director_general', unitId: ids.province },
    { role: 'province_admin', unitId: ids.province },
  );

  const batch = async (statements: readonly Statement[]) => {
    const outcome = await province.ports.databases.lane('qom').write({ commandId: newId(), statements });
    if (outcome.outcome !== 'saved') throw new Error(outcome.message);
    return outcome.results;
  };
  return {
    province,
    ids,
    people,
    rows: (text: string, ...args: (string | number)[]): Promise<Row[]> => province.sql(text, args),
    nowMs: () => nowMs,
    today: () => civilDateOf(nowMs),
    dayFromNow: (days: number) => addDays(civilDateOf(nowMs), days),
    /** Lets days go by. */
    pass: (days: number) => {
      nowMs += days * DAY_MS + 3_600_000;
      province.setNow(nowMs);
    },
    /** Runs a command by its name. Shape: whether it was done; a rule's no is an answer, anything else is an error. */
    run: async (name: string, input: object): Promise<Row | undefined> => {
      try {
        return (await commands.get(name)?.run(actor as never, input)) as Row;
      } catch (cause) {
        if (cause instanceof Failure && cause.kind === 'refused') return undefined;
        if (cause instanceof Failure && cause.kind === 'conflict' && cause.reason !== 'revision_conflict')
          return undefined;
        throw cause;
      }
    },
    /** What the lane and the minute's sweep do: marks what the clock changed, recomputes what is dirty. */
    recompute: async () => {
      await batch(dueStatements(nowMs));
      await batch(refreshStatements(allFeatures, nowMs));
    },
    /** Every figure that differs from the records it comes from. */
    drift: async () => {
      const found: unknown[] = [];
      for (const { name, statement } of verifyChecks(nowMs)) {
        const [result] = await province.ports.databases.reader('qom').batch([statement]);
        for (const row of result?.rows ?? []) found.push([name, ...row]);
      }
      return found;
    },
    batch,
    /** What a round of the lane needs. */
    round: {
      province: 'qom',
      reader: province.ports.databases.reader('qom'),
      save: async (statements: readonly Statement[]) => (await batch(statements)).length > 0,
      nowMs: () => nowMs,
    },
    close: province.close,
  };
};

/** What `openProvinceWorld` gives. */
export type ProvinceWorld = Awaited<ReturnType<typeof openProvinceWorld>>;
