import type { Intake, SealedLetter } from '@mahalleh/border';
import { compile, type Statement } from '@mahalleh/gate';
import { openTestNation, openTestProvince, type TestWorkspace } from '@mahalleh/gate/testing';
import { newId } from '@mahalleh/kernel';
import { templateIntakes, templateProvinceIntakes, type ResultsTold } from '@mahalleh/templates/letters';
import { isRecord, ROW_FORMS, type RowKind } from '@mahalleh/templates/rows';
import { sql, type SQL } from 'drizzle-orm';

import { standingRound, tellResults } from '../src/standing/index.ts';

/** An instant in Azar 1405. */
export const NOW = Date.parse('2026-11-24T08:00:00Z');
/** The provinces of these tests. */
export const SLUGS = ['qom', 'qazvin', 'yazd'] as const;
/** One of them. */
export type Slug = (typeof SLUGS)[number];

type Workspace = TestWorkspace<'province'> | TestWorkspace<'national'>;

/** Saves statements, all or nothing. */
export const saved = async (workspace: Workspace, statements: readonly Statement[]): Promise<void> => {
  const outcome = await workspace.ports.databases.lane('').write({ commandId: newId(), statements });
  if (outcome.outcome === 'failed') throw new Error(outcome.message);
};

/** The statements with which one of these intakes takes in a letter. */
export const opened = (
  intakes: readonly Intake[],
  letter: Pick<SealedLetter, 'province' | 'kind' | 'bodyJson'>,
): Statement[] => {
  const intake = intakes.find((known) => known.letter.kind === letter.kind);
  if (!intake) throw new Error(`nobody takes in ${letter.kind}`);
  const sealed = { epoch: 1, number: 1, sentAtMs: NOW, keyId: '', seal: '', ...letter };
  return intake.apply(sealed, intake.letter.body.parse(JSON.parse(letter.bodyJson)) as never);
};

const uuid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
/** The template of these tests. */
export const TEMPLATE = uuid(900);
/** An element's id. */
export const elementId = uuid;

/** What an element said that nothing else is told of. */
const BASE = { note: null };

/** A province with two counties, a city and a rural district; neighbourhoods come with `place`. */
export const openProvince = async (slug: Slug) => {
  const db = await openTestProvince(slug);
  let nowMs = NOW;
  db.setNow(NOW);
  const ids = { province: newId(), county: newId(), other: newId(), city: newId() };
  const unit = async (
    id: string,
    kind: string,
    parent: string | null,
    county: string | null,
    more: { code?: string; population?: number | null } = {},
  ) => {
    await db.sql(
      "insert into units (id, kind, official_code, name_fa, name_en, name_folded, parent_id, county_id, population, from_on, registered_at_ms) values (?, ?, ?, ?, ?, 'راهآهن', ?, ?, ?, '2016-03-20', 0)",
      [
        ...[id, kind, more.code ?? null, kind === 'county' ? `شهرستان ${more.code}` : 'راه‌آهن'],
        ...[kind === 'county' ? `County ${more.code}` : null, parent, county, more.population ?? null],
      ],
    );
    await db.sql('insert into unit_closure (ancestor_id, unit_id) values (?, ?)', [id, id]);
    if (parent !== null)
      await db.sql(
        'insert into unit_closure (ancestor_id, unit_id) select ancestor_id, ? from unit_closure where unit_id = ?',
        [id, parent],
      );
  };
  await unit(ids.province, 'province', null, null);
  await unit(ids.county, 'county', ids.province, ids.county, { code: '2501' });
  await unit(ids.other, 'county', ids.province, ids.other, { code: '2502' });
  await unit(ids.city, 'city', ids.county, ids.county);
  const place = async (more: { kind?: 'neighbourhood' | 'village'; population?: number | null; in?: string } = {}) => {
    const id = newId();
    const parent = more.in ?? (more.kind === 'village' ? ids.county : ids.city);
    const population = more.population === undefined ? 5000 : more.population;
    await unit(id, more.kind ?? 'neighbourhood', parent, parent === ids.other ? ids.other : ids.county, { population });
    return id;
  };
  const person = await db.as({ role: 'director_general', unitId: ids.province });
  await db.sql(
    "insert or replace into domains (key, title_fa, title_en, national_key, is_sensitive, ord) values ('civil_works', 'عمران', 'Civil works', 'civil_works', 0, 1)",
  );
  const run = (statement: SQL) => saved(db, [compile(statement)]);
  const adopt = async (unitId: string, more: { version?: number; startsOn?: string; templateId?: string } = {}) => {
    const id = newId();
    await db.sql(
      "insert into adoptions (id, template_id, version, digest, unit_id, starts_on, mapping_json, status, adopted_by, adopted_at_ms) values (?, ?, ?, 'd', ?, ?, '{}', 'active', ?, ?)",
      [
        id,
        more.templateId ?? TEMPLATE,
        more.version ?? 1,
        unitId,
        more.startsOn ?? '2026-03-21',
        person.personId,
        nowMs,
      ],
    );
    return id;
  };
  /** Says that a record is what an element became, as it is now. */
  const land = (adoptionId: string, element: string, kind: RowKind, rowKey: string, base: object = BASE) =>
    run(
      sql`insert into adopted_elements (adoption_id, element_id, kind, state, row_key, base_json, landed_json) select ${adoptionId}, ${element}, ${kind}, 'landed', ${rowKey}, ${JSON.stringify(base)}, ${ROW_FORMS[kind].form} from ${ROW_FORMS[kind].from} where ${isRecord(kind, sql`${rowKey}`)}`,
    );
  const problem = async (unitId: string, title: string) => {
    const id = newId();
    await db.sql(
      "insert into problems (id, code, unit_id, domain_key, title, title_folded, severity, place_kind, status, registered_at_ms, registered_by) values (?, ?, ?, 'civil_works', ?, ?, 3, 'unit', 'registered', 0, ?)",
      [id, id.slice(-8), unitId, title, title, person.personId],
    );
    return id;
  };
  const operation = async (unitId: string, title: string) => {
    const id = newId();
    await db.sql(
      "insert into operations (id, code, unit_id, domain_key, title, title_folded, status, starts_on, ends_on, planned_at_ms) values (?, ?, ?, 'civil_works', ?, ?, 'planned', '2026-09-01', '2026-10-01', 0)",
      [id, id.slice(-8), unitId, title, title],
    );
    return id;
  };
  const task = async (operationId: string, unitId: string, title: string) => {
    const id = newId();
    await db.sql(
      "insert into tasks (id, operation_id, unit_id, title, responsible_person_id, starts_on, due_on, status) values (?, ?, ?, ?, ?, '2026-09-01', '2026-09-10', 'todo')",
      [id, operationId, unitId, title, person.personId],
    );
    return id;
  };
  const ports = {
    province: slug,
    reader: db.ports.databases.reader(slug),
    save: async (statements: readonly Statement[]) => {
      await saved(db, statements);
      return true;
    },
    nowMs: () => nowMs,
  };
  /** What a round tells. */
  const toldBy = async (round: () => Promise<unknown>) => {
    const [before] = await db.sql('select coalesce(max(rowid), 0) as n from letters_out');
    await round();
    return (
      await db.sql('select kind, body_json from letters_out where rowid > ? order by rowid', [Number(before?.['n'])])
    ).map(({ kind, body_json }) => ({
      kind: String(kind),
      body: JSON.parse(String(body_json)) as Record<string, unknown>,
    }));
  };
  /** The minute's round, and what it told. `more`: other ways to the database. */
  const round = (more: Partial<typeof ports> = {}) => toldBy(() => standingRound({ ...ports, ...more }));
  /** An indicator of the province, measured unless a formula is given. */
  const indicator = async (
    key: string,
    more: { population?: 'things' | 'people'; formula?: string; reads?: string } = {},
  ) => {
    const id = newId();
    await db.sql(
      "insert into indicators (id, key, aim, title_fa, title_folded, source, frequency, population, adds_up, defined_at_ms) values (?, ?, 'conditions', 'روشنایی', 'روشنایی', 'بازدید', 'month', ?, 1, 0)",
      [id, key, more.population ?? 'things'],
    );
    await db.sql(
      "insert into indicator_versions (indicator_id, version, unit, direction, formula, since_ms) values (?, 1, 'count', 'more', ?, 0)",
      [id, more.formula ?? null],
    );
    if (more.reads !== undefined)
      await db.sql("insert into indicator_inputs (indicator_id, version, kind, ref) values (?, 1, 'indicator', ?)", [
        id,
        more.reads,
      ]);
    return id;
  };
  /** What an element promises of an indicator. */
  const promise = (key: string, more: object = {}) => ({
    ...{
      key,
      unit: 'count',
      direction: 'more',
      formula: null,
      population: 'things',
      expectedChange: 3,
      expectedMonths: 3,
    },
    ...more,
  });
  const measure = (indicatorId: string, unitId: string, values: Readonly<Record<string, number>>) =>
    Promise.all(
      Object.entries(values).map(([period, value]) =>
        db.sql(
          "insert into measurements (id, indicator_id, version, unit_id, period, value, via, measured_by, measured_at_ms) values (?, ?, 1, ?, ?, ?, 'form', ?, 0)",
          [newId(), indicatorId, unitId, period, value, person.personId],
        ),
      ),
    );
  /** The day's results, and what was told; the cast is safe because nothing else is told then. */
  const results = async () =>
    (await toldBy(() => tellResults(ports))).map(({ body }) => body as unknown as ResultsTold);
  return {
    ...{ indicator, promise, measure, results },
    ...{ db, ids, person, ports, place, adopt, land, problem, operation, task, round, run },
    setNow: (ms: number) => {
      nowMs = ms;
      db.setNow(ms);
    },
    nowMs: () => nowMs,
  };
};
/** What `openProvince` gives. */
export type Province = Awaited<ReturnType<typeof openProvince>>;

/** The nation and some provinces; `carry` takes every letter across, both ways. */
export const openFleet = async () => {
  const nation = await openTestNation();
  nation.setNow(NOW);
  for (const slug of SLUGS)
    await nation.sql(
      "insert into provinces (slug, code, name_fa, name_en, status, epoch, schema_version, provisioned_at_ms) values (?, '25', ?, ?, 'active', 1, 1, 0)",
      [slug, slug, slug],
    );
  const [qom, qazvin, yazd] = await Promise.all(SLUGS.map(openProvince));
  if (!qom || !qazvin || !yazd) throw new Error('a province is missing');
  const provinces = { qom, qazvin, yazd };
  const up = new Map<string, number>();
  const down = new Map<string, number>();
  const carry = async () => {
    for (const slug of SLUGS)
      for (const { n, kind, body_json } of await provinces[slug].db.sql(
        'select rowid as n, kind, body_json from letters_out where rowid > ? order by rowid',
        [up.get(slug) ?? 0],
      )) {
        up.set(slug, Number(n));
        const letter = { province: slug, kind: String(kind), bodyJson: String(body_json) };
        await saved(nation, opened(templateIntakes, letter));
      }
    for (const slug of SLUGS)
      for (const { number, kind, body_json } of await nation.sql(
        'select number, kind, body_json from letters_to_provinces where province = ? and number > ? order by number',
        [slug, down.get(slug) ?? 0],
      )) {
        down.set(slug, Number(number));
        const letter = { province: slug, kind: String(kind), bodyJson: String(body_json) };
        await saved(provinces[slug].db, opened(templateProvinceIntakes, letter));
      }
  };
  const close = () => {
    nation.close();
    for (const slug of SLUGS) provinces[slug].db.close();
  };
  return { nation, ...provinces, carry, close };
};
