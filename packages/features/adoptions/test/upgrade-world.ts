import { compile } from '@mahalleh/gate';
import { openTestProvince } from '@mahalleh/gate/testing';
import { newId, type CivilDate } from '@mahalleh/kernel';
import { workCalendar } from '@mahalleh/templates/dates';
import { canonicalText, digestOf, type TemplateDocument } from '@mahalleh/templates/document';
import { keepSigned } from '@mahalleh/templates/letters';
import { isRecord, isRowKind, ROW_FORMS } from '@mahalleh/templates/rows';
import { sql } from 'drizzle-orm';
import { realDays } from '../src/dates/index.ts';
import { elementId } from './upgrade-document.ts';

export { elementId, firstVersion, laterVersion } from './upgrade-document.ts';

/** An instant in Azar 1405. */
export const NOW = Date.parse('2026-11-24T08:00:00Z');
/** The first day of the adoptions of these tests: a Saturday. */
export const STARTS_ON = '2026-11-28' as CivilDate;

/** A province with one neighbourhood, a municipality, somebody who works there, and a director general. */
export const openPlace = async (slug = 'qazvin') => {
  const db = await openTestProvince(slug);
  db.setNow(NOW);
  const ids = { province: newId(), county: newId(), place: newId(), agency: newId(), person: newId() };
  for (const [id, kind, parents] of [
    [ids.province, 'province', [ids.province]],
    [ids.county, 'county', [ids.province, ids.county]],
    [ids.place, 'neighbourhood', [ids.province, ids.county, ids.place]],
  ] as const) {
    await db.sql(
      "insert into units (id, kind, official_code, name_fa, name_folded, county_id, from_on, registered_at_ms) values (?, ?, ?, 'راه‌آهن', 'راهآهن', ?, '2016-03-20', 0)",
      [id, kind, kind === 'county' ? '2601' : null, kind === 'province' ? null : ids.county],
    );
    for (const above of parents)
      await db.sql('insert into unit_closure (ancestor_id, unit_id) values (?, ?)', [above, id]);
  }
  await db.sql(
    "insert or replace into domains (key, title_fa, title_en, national_key, is_sensitive, ord) values ('civil_works', 'عمران', 'Civil works', 'civil_works', 0, 1)",
  );
  await db.sql(
    "insert into agencies (id, name, name_folded, kind, unit_id, registered_at_ms) values (?, 'شهرداری', 'شهرداری', 'municipality', ?, 0)",
    [ids.agency, ids.province],
  );
  await db.sql("insert into people (id, full_name, name_folded, registered_at_ms) values (?, 'کسی', 'کسی', 0)", [
    ids.person,
  ]);
  const dg = await db.as({ role: 'director_general', unitId: ids.province });
  const { write } = db.ports.databases.lane('');
  const save = async (statements: Parameters<typeof write>[0]['statements']) => {
    const outcome = await write({ commandId: newId(), statements });
    if (outcome.outcome === 'failed') throw new Error(outcome.message);
  };
  /** A signed version comes. Shape: its digest. */
  const sign = async (document: TemplateDocument): Promise<string> => {
    const text = canonicalText(document);
    const digest = await digestOf(text);
    const { templateId, version, province } = document;
    const endorsement = {
      ...{ digest, province, provinceKeyId: 'k', mandates: [], note: '', author: 'x', office: 'y' },
      ...{ signedAtMs: NOW, keyId: 'n', seal: 's' },
    };
    const seal = { keyId: 'k', publicJwk: '{}', seal: 's' };
    await save(
      keepSigned(
        { templateId, version, digest, document: text, seal, province, endorsement, comments: [] },
        document,
        'letter',
      ),
    );
    return digest;
  };
  return { db, ids, dg, save, sign };
};
/** What `openPlace` gives. */
export type Place = Awaited<ReturnType<typeof openPlace>>;

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** Lands a version as adopting does, by plain statements: what is told of upgrades does not depend on how it came. */
export const adopted = async (
  { db, ids, dg, save, sign }: Place,
  document: TemplateDocument,
  leftOut: readonly number[] = [],
) => {
  const adoptionId = newId();
  const digest = await sign(document);
  const without = new Set(leftOut.map(elementId));
  const here = new Map<string, string>([
    [elementId(1), 'civil_works'],
    [elementId(3), ids.person],
    [elementId(4), ids.agency],
  ]);
  for (const { id, kind } of document.elements)
    if (isRowKind(kind) && kind !== 'link' && !without.has(id)) here.set(id, newId());
  const mapping = Object.fromEntries([1, 3, 4].map((n) => [elementId(n), here.get(elementId(n)) ?? null]));
  await db.sql(
    "insert into adoptions (id, template_id, version, digest, unit_id, starts_on, mapping_json, status, adopted_by, adopted_at_ms) values (?, ?, ?, ?, ?, ?, ?, 'active', ?, ?)",
    [
      adoptionId,
      document.templateId,
      document.version,
      digest,
      ids.place,
      STARTS_ON,
      JSON.stringify(mapping),
      dg.personId,
      NOW,
    ],
  );
  const planned = realDays(document.elements, STARTS_ON, workCalendar('6'));
  if ('circleAt' in planned) throw new Error('a circle');
  const to = (ref: unknown): string | null => here.get(text(ref) ?? '') ?? null;
  for (const { id, kind, fields } of document.elements) {
    const key = here.get(id) ?? '';
    const days = planned.days.get(id) ?? { startsOn: STARTS_ON, endsOn: STARTS_ON };
    if (without.has(id) || !isRowKind(kind)) continue;
    const title = text(fields['title']) ?? text(fields['titleFa']);
    if (kind === 'problem')
      await db.sql(
        "insert into problems (id, code, unit_id, domain_key, title, title_folded, description, severity, whys_json, root_cause, solution, place_kind, status, registered_at_ms, registered_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'unit', 'registered', 0, ?)",
        [
          ...[key, key.slice(-8), ids.place, to(fields['domainRef']), title, title, text(fields['description'])],
          ...[Number(fields['severity']), JSON.stringify(fields['whys']), [fields['whys']].flat().at(-1) as string],
          ...[text(fields['solution']), ids.person],
        ],
      );
    if (kind === 'indicator') {
      const { aim, source, frequency, population, unit, direction } = fields as Record<string, string>;
      await db.sql(
        'insert into indicators (id, key, aim, title_fa, title_en, title_folded, source, frequency, population, adds_up, defined_at_ms) values (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0)',
        [
          key,
          String(fields['key']),
          aim ?? '',
          title,
          text(fields['titleEn']),
          title,
          source ?? '',
          frequency ?? '',
          population ?? '',
        ],
      );
      await db.sql(
        'insert into indicator_versions (indicator_id, version, unit, direction, since_ms) values (?, 1, ?, ?, 0)',
        [key, unit ?? '', direction ?? ''],
      );
    }
    if (kind === 'operation')
      await db.sql(
        "insert into operations (id, code, unit_id, problem_id, domain_key, agency_id, indicator_id, title, title_folded, goal, measure, audience, status, starts_on, ends_on, planned_at_ms) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'planned', ?, ?, 0)",
        [
          ...[
            key,
            key.slice(-8),
            ids.place,
            to(fields['problemRef']),
            to(fields['domainRef']),
            to(fields['agencyRef']),
          ],
          ...[
            to(fields['indicatorRef']),
            title,
            title,
            text(fields['goal']),
            text(fields['measure']),
            text(fields['audience']),
          ],
          ...[days.startsOn, days.endsOn],
        ],
      );
    if (kind === 'task')
      await db.sql(
        "insert into tasks (id, operation_id, unit_id, title, responsible_person_id, agency_id, starts_on, due_on, is_milestone, status) values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'open')",
        [
          ...[key, to(fields['operationRef']), ids.place, title, to(fields['roleRef']), to(fields['agencyRef'])],
          ...[days.startsOn, days.endsOn, Number(fields['isMilestone'] === true)],
        ],
      );
    if (kind === 'link') {
      const [task, after] = [to(fields['taskRef']), to(fields['afterRef'])];
      await db.sql(
        'insert into task_dependencies (task_id, after_id, unit_id, lag_days, linked_at_ms) values (?, ?, ?, ?, 0)',
        [...[task, after, ids.place, Number(fields['lagDays'])]],
      );
      here.set(id, `${task}|${after}`);
    }
    if (kind === 'duty')
      await db.sql(
        "insert into responsibilities (id, unit_id, domain_key, agency_id, role, note, from_on, declared_at_ms) values (?, ?, ?, ?, ?, ?, '2026-11-24', 0)",
        [
          key,
          ids.place,
          to(fields['domainRef']),
          to(fields['agencyRef']),
          String(fields['role']),
          text(fields['note']),
        ],
      );
    if (kind === 'target')
      await db.sql(
        'insert into targets (id, unit_id, title_fa, title_en, indicator_id, baseline_value, goal_value, from_on, due_on, set_at_ms) values (?, ?, ?, ?, ?, ?, ?, ?, ?, 0)',
        [
          ...[key, ids.place, title, text(fields['titleEn']), to(fields['indicatorRef']), Number(fields['baseline'])],
          ...[Number(fields['goal']), days.startsOn, days.endsOn],
        ],
      );
  }
  for (const { id, kind, fields } of document.elements) {
    const key = here.get(id);
    if (isRowKind(kind) && key !== undefined) {
      await save([
        compile(
          sql`insert into adopted_elements (adoption_id, element_id, kind, state, row_key, base_json, landed_json) select ${adoptionId}, ${id}, ${kind}, 'landed', ${key}, ${JSON.stringify(fields)}, ${ROW_FORMS[kind].form} from ${ROW_FORMS[kind].from} where ${isRecord(kind, sql`${key}`)}`,
        ),
        compile(
          sql`insert into element_rows (template_id, element_id, kind, row_key) values (${document.templateId}, ${id}, ${kind}, ${key})`,
        ),
      ]);
    } else
      await db.sql(
        "insert into adopted_elements (adoption_id, element_id, kind, state, base_json, landed_json) values (?, ?, ?, ?, ?, '{}')",
        [adoptionId, id, kind, without.has(id) ? 'left_out' : 'kept', JSON.stringify(fields)],
      );
  }
  return { adoptionId, rowOf: (n: number): string => here.get(elementId(n)) ?? '' };
};
