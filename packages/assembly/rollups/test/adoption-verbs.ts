import { standingRound } from '@mahalleh/adoptions/standing';
import { newId } from '@mahalleh/kernel';
import { at, idOf, NEIGHBOURHOODS, pick, type Verb } from './choose.ts';
import type { ProvinceWorld } from './province-world.ts';

const TEMPLATES = ['00000000-0000-4000-8000-000000000901', '00000000-0000-4000-8000-000000000902'] as const;
const ACTIVE = "select * from adoptions where status = 'active' order by id";
const RECORDS = {
  problem: 'select id, title from problems where unit_id = ? and discarded_at_ms is null order by id limit 3',
  operation: 'select id, title from operations where unit_id = ? order by id limit 3',
  indicator:
    "select id, key as title from indicators where population = 'things' and retired_at_ms is null and ? <> '' order by id limit 3",
} as const;

const land = async (world: ProvinceWorld, adoptionId: string, unitId: string): Promise<void> => {
  for (const [kind, asked] of Object.entries(RECORDS))
    for (const row of await world.rows(asked, unitId))
      await world.rows(
        "insert into adopted_elements (adoption_id, element_id, kind, state, row_key, base_json, landed_json) values (?, ?, ?, 'landed', ?, ?, ?)",
        ...[adoptionId, newId(), kind, idOf(row)],
        JSON.stringify({ unit: 'count', expectedChange: idOf(row) > adoptionId ? 2 : -2, expectedMonths: 1 }),
        JSON.stringify({ title: row['title'] ?? '' }),
      );
};

/** What happens to templates in use: adopted, upgraded, ended, taken back; versions that come and are withdrawn; the minute's count. */
export const adoptionVerbs: Record<string, Verb> = {
  adopt: async (world, { a, b }) => {
    const unit = await pick(world, NEIGHBOURHOODS, a);
    const templateId = at(TEMPLATES, b) ?? TEMPLATES[0];
    if (!unit) return undefined;
    const known = 'select 1 from adoptions where unit_id = ? and template_id = ? and status = ?';
    if ((await world.rows(known, idOf(unit), templateId, 'active')).length > 0) return undefined;
    const id = newId();
    await world.rows(
      "insert into adoptions (id, template_id, version, digest, unit_id, starts_on, mapping_json, status, adopted_by, adopted_at_ms) values (?, ?, 1, 'd', ?, ?, '{}', 'active', 'p', ?)",
      ...[id, templateId, idOf(unit), world.dayFromNow(-20), world.nowMs()],
    );
    await land(world, id, idOf(unit));
    return true;
  },
  upgradeAdoption: async (world, { a }) => {
    const row = await pick(world, ACTIVE, a);
    if (!row) return undefined;
    await world.rows('update adoptions set version = version + 1, revision = revision + 1 where id = ?', idOf(row));
    return true;
  },
  endAdoption: async (world, { a, b }) => {
    const row = b % 3 ? undefined : await pick(world, ACTIVE, a);
    if (!row) return undefined;
    await world.rows("update adoptions set status = 'ended' where id = ?", idOf(row));
    return true;
  },
  undoAdoption: async (world, { a, b }) => {
    const row = b % 3 ? undefined : await pick(world, ACTIVE, a);
    if (!row) return undefined;
    await world.rows('delete from adopted_elements where adoption_id = ?', idOf(row));
    await world.rows('delete from adoptions where id = ?', idOf(row));
    return true;
  },
  signVersion: async (world, { a, b }) => {
    const templateId = at(TEMPLATES, a) ?? TEMPLATES[0];
    await world.rows(
      "insert into templates (digest, template_id, version, province, title, summary, tags_json, setting, size, elements, parts_json, domains_json, is_sample, document_json, seal_json, endorsement_json, arrival, signed_at_ms) values (?, ?, ?, 'qazvin', 't', '', '[]', 'urban', 'small', 1, '{}', '[]', 0, '{}', '{}', '{}', 'letter', 0) on conflict do nothing",
      ...[`${templateId}-${(b % 4) + 1}`, templateId, (b % 4) + 1],
    );
    return true;
  },
  withdrawVersion: async (world, { a, b }) => {
    if (b % 3) return undefined;
    await world.rows(
      "insert or ignore into template_endings (template_id, version, how, province, reason, author, office, at_ms) values (?, ?, 'withdrawn', ?, 'r', 'a', 'o', 0)",
      ...[at(TEMPLATES, a) ?? TEMPLATES[0], b % 4, a % 2 ? 'qazvin' : 'yazd'],
    );
    return true;
  },
  countAdoptions: async (world) => {
    await standingRound(world.round);
    return true;
  },
};
