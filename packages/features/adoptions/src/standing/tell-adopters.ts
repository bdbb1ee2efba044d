import { compile, type Statement } from '@mahalleh/gate';
import { adoptersLetter } from '@mahalleh/templates/letters';
import { sql } from 'drizzle-orm';

/** So many letters are written in one round at most. */
const MOST = 100;
/** So many turns an epoch has: after a restore, what is told counts as later than all that was told before it. */
export const TURNS_OF_EPOCH = 1_000_000;

/** How often each version is in use in each county, as it was counted. */
const stands = sql`stands(template_id, version, county, name_fa, name_en, adoptions, overlay) as (
  select g.template_id, g.version, g.county, g.name_fa, g.name_en, g.adoptions, json_object('landed', g.landed, 'changed', g.changed, 'dropped', g.dropped, 'added', g.added, 'changedByKind',
    json((select json_group_object(k.kind, k.n) from (select j.key as kind, sum(j.value) as n from counted x join json_each(x.by_kind) j where x.template_id = g.template_id and x.version = g.version and x.county = g.county group by 1 order by 1) k)))
  from (select template_id, version, county, min(name_fa) as name_fa, min(name_en) as name_en, count(*) as adoptions, sum(landed) as landed, sum(changed) as changed, sum(dropped) as dropped, sum(added) as added from counted group by 1, 2, 3) g)`;
const counted = sql`counted as (select a.template_id, a.version, c.official_code as county, c.name_fa, c.name_en, s.landed, s.changed, s.dropped, s.added, s.changed_by_kind_json as by_kind from adoption_standings s join adoptions a on a.id = s.adoption_id join units u on u.id = s.unit_id join units c on c.id = u.county_id where c.official_code is not null)`;
const NOTHING = `'{"landed":0,"changed":0,"dropped":0,"added":0,"changedByKind":{}}'`;

/** What stands and was told otherwise, or was told before a restore. */
const untold = (province: string) =>
  sql`${counted}, ${stands}, epoch(first) as (select (epoch - 1) * ${sql.raw(String(TURNS_OF_EPOCH))} from border_state where id = 1),
  told as (select * from template_adopters where province = ${province}),
  untold(template_id, version, county, name_fa, name_en, turn, adoptions, overlay) as (
    select s.template_id, s.version, s.county, s.name_fa, s.name_en, max(coalesce(t.turn, 0), epoch.first) + 1, s.adoptions, s.overlay from stands s cross join epoch left join told t using (template_id, version, county)
      where t.turn is null or t.turn <= epoch.first or t.adoptions <> s.adoptions or t.overlay_json <> s.overlay or t.name_fa is not s.name_fa or t.name_en is not s.name_en
    union all
    select t.template_id, t.version, t.county, t.name_fa, t.name_en, max(t.turn, epoch.first) + 1, 0, ${sql.raw(NOTHING)} from told t cross join epoch
      where (t.adoptions > 0 or t.turn <= epoch.first) and not exists (select 1 from stands s where s.template_id = t.template_id and s.version = t.version and s.county = t.county)
    order by 1, 2, 3 limit ${sql.raw(String(MOST))})`;

/** Whether anything stands that was not told so. Shape: one row, `is`. */
export const IS_UNTOLD = (province: string) =>
  sql`with ${untold(province)} select exists (select 1 from untold) as "is"`;

/** Tells how often versions are in use by county, where it differs from what was told last, and keeps what was told. Told twice, nothing is told. */
export const tellAdopters = (province: string, nowMs: number): Statement[] =>
  [
    sql`insert into letters_out (kind, epoch, number, body_json, written_at_ms) with ${untold(province)}
      select ${adoptersLetter.kind}, b.epoch, coalesce((select max(l.number) from letters_out l where l.kind = ${adoptersLetter.kind} and l.epoch = b.epoch), 0) + row_number() over (order by n.template_id, n.version, n.county),
        json_object('templateId', n.template_id, 'version', n.version, 'county', n.county, 'nameFa', n.name_fa, 'nameEn', n.name_en, 'turn', n.turn, 'adoptions', n.adoptions, 'overlay', json(n.overlay), 'atMs', ${nowMs}), ${nowMs}
      from untold n cross join border_state b where b.id = 1`,
    sql`insert into template_adopters (template_id, version, province, county, name_fa, name_en, turn, adoptions, overlay_json, at_ms) with ${untold(province)}
      select n.template_id, n.version, ${province}, n.county, n.name_fa, n.name_en, n.turn, n.adoptions, n.overlay, ${nowMs} from untold n where true
      on conflict (template_id, version, province, county) do update set name_fa = excluded.name_fa, name_en = excluded.name_en, turn = excluded.turn, adoptions = excluded.adoptions, overlay_json = excluded.overlay_json, at_ms = excluded.at_ms`,
  ].map(compile);
