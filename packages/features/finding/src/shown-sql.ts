import { sql, type SQL } from 'drizzle-orm';

/** A find as it is shown, and the text by which it was found. */
export type ShownRow = {
  kind: string;
  id: string;
  said: string | null;
  unitNameFa: string | null;
  unitNameEn: string | null;
  text: string;
  /** How many there are of its kind. */
  many: number;
};

const one = (kind: string, table: string, columns: string): string =>
  `when '${kind}' then (select json_array(${columns}) from ${table} where r.id = b.ref)`;

/** What is said of a find, kind by kind: code, title, title in English, how it stands or of which sort it is, the operation it lies in. */
const SAID = [
  one('problem', 'problems r', 'r.code, r.title, null, r.status, null'),
  one('operation', 'operations r', 'r.code, r.title, null, r.status, null'),
  one('task', 'tasks r', 'null, r.title, null, r.status, r.operation_id'),
  one('capacity', 'capacities r', 'null, r.name, null, r.kind, null'),
  one('neighbourhood', 'units r', 'r.official_code, r.name_fa, r.name_en, r.kind, null'),
  one('unit', 'units r', 'r.official_code, r.name_fa, r.name_en, r.kind, null'),
  one('agency', 'agencies r', 'null, r.name, null, r.kind, null'),
  one('base', 'bases r', 'r.official_code, r.name, null, r.kind, null'),
  one('council', 'councils r join units u on u.id = r.unit_id', 'null, u.name_fa, u.name_en, r.kind, null'),
  one('target', 'targets r', 'null, r.title_fa, r.title_en, null, null'),
  one('indicator', 'indicators r', 'r.key, r.title_fa, r.title_en, null, null'),
].join(' ');

/** SQL that shows the rows of `best`: what a find is called is asked of the record itself, so that nothing here outlives it. */
export const SHOWN: SQL = sql`select b.kind, b.ref as id, case b.kind ${sql.raw(SAID)} end as said, u.name_fa as "unitNameFa", u.name_en as "unitNameEn", b.text, b.many from best b left join units u on u.id = iif(b.kind in ('neighbourhood', 'unit'), (select n.county_id from units n where n.id = b.ref and n.county_id <> n.id), b.unit_id) order by b.place, b.n desc`;

type Said = readonly [string | null, string, string | null, string | null, string | null];

/** What a row says of its record; nothing when the record has gone since. */
export const saidOf = ({ said }: ShownRow): Said | undefined =>
  said === null ? undefined : (JSON.parse(said) as Said);
