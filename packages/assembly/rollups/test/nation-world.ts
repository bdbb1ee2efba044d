import { openTestNation } from '@mahalleh/gate/testing';
import { civilDateOf, periodOf, toJalali } from '@mahalleh/kernel';
import { rollupsNationRoutes } from '../src/routes.ts';

/** A cell of the nation, as a letter brought it. */
export type GivenCell = {
  readonly province: string;
  readonly county: string;
  readonly metric: string;
  readonly dims?: string;
  readonly period?: string;
  readonly value: number;
  readonly letter?: number;
};

/** A nation of three provinces, of which Qom (two counties) and Qazvin have reported and Yazd has not. */
export const openNationWorld = async () => {
  const nation = await openTestNation();
  await nation.sql(
    "insert into provinces (slug, code, name_fa, name_en, status, epoch, schema_version, provisioned_at_ms) values ('qom', '25', 'قم', 'Qom', 'active', 1, 1, 0), ('qazvin', '26', 'قزوین', 'Qazvin', 'active', 1, 1, 0), ('yazd', '21', 'یزد', 'Yazd', 'active', 1, 1, 0)",
  );
  await nation.sql(
    "insert into counties (code, province, name_fa, name_en) values ('2501', 'qom', 'قم', 'Qom'), ('2502', 'qom', 'جعفرآباد', 'Jafarabad'), ('2601', 'qazvin', 'قزوین', 'Qazvin')",
  );
  await nation.sql("insert or ignore into unit_closure (ancestor_id, unit_id) values ('nation', 'nation')");
  const analyst = await nation.as({ role: 'ministry_analyst', unitId: 'nation' });

  /** Writes cells, and for each letter named the letter itself. */
  const cells = async (given: readonly GivenCell[]): Promise<void> => {
    for (const { province, county, metric, dims = '', period = '', value, letter = 1 } of given) {
      await nation.sql(
        'insert into national_cells (metric, period, province, county, dims, value, epoch, letter_number, sent_at_ms) values (?, ?, ?, ?, ?, ?, 1, ?, ?) on conflict do update set value = excluded.value, letter_number = excluded.letter_number',
        [metric, period, province, county, dims, value, letter, letter * 1000],
      );
      await letterOf(province, 'rollup.cells', letter);
    }
  };
  const letterOf = (province: string, kind: string, number: number): Promise<unknown> =>
    nation.sql(
      "insert or ignore into letters_in (province, epoch, kind, number, key_id, digest, seal, body_json, sent_at_ms, received_at_ms) values (?, 1, ?, ?, ?, 'digest', 'seal', '{}', ?, ?)",
      [province, kind, number, `key-${province}`, number * 1000, number * 1000 + 7],
    );
  /** Says that a province has computed these metrics, as of an instant. */
  const covers = async (province: string, metrics: readonly string[], asOfMs: number): Promise<void> => {
    for (const metric of metrics)
      await nation.sql(
        'insert into coverage (metric, province, epoch, as_of_ms, counties, neighbourhoods) values (?, ?, 1, ?, 2, 9) on conflict do update set as_of_ms = excluded.as_of_ms',
        [metric, province, asOfMs],
      );
    await letterOf(province, 'rollup.coverage', 5);
  };
  /** Asks one of the national questions as an analyst. */
  const ask = async <T>(path: (typeof rollupsNationRoutes)[number]['path'], input: object): Promise<T> => {
    const route = rollupsNationRoutes.find((one) => one.path === path);
    if (!route) throw new Error(`no question at ${path}`);
    return (await route.act.run(analyst, input)) as T;
  };
  const nowMs = nation.ports.nowMs();
  return {
    ...nation,
    cells,
    covers,
    ask,
    analyst,
    nowMs,
    year: String(toJalali(civilDateOf(nowMs)).year),
    month: periodOf(nowMs),
  };
};

/** What `openNationWorld` gives. */
export type NationWorld = Awaited<ReturnType<typeof openNationWorld>>;
