import { NATION, type Statement } from '@mahalleh/gate';
import { NATION_UNIT } from '@mahalleh/people/model';
import type { Desk } from './desk.ts';
import { ensureDatabase } from './namespaces.ts';
import { ensureNationKey } from './nation-key.ts';

/** The rows every national database begins with. */
export const nationalRows: readonly Statement[] = [
  { sql: "insert or ignore into meta (key, value) values ('database', ?)", args: [NATION] },
  {
    sql: 'insert or ignore into unit_closure (ancestor_id, unit_id) values (?, ?)',
    args: [NATION_UNIT.id, NATION_UNIT.id],
  },
];

/** The ministry's database, made when it is not there. Shape: whether anything had to be done. */
export const ensureNation = async (desk: Desk, folder?: string): Promise<boolean> => {
  const changed = await ensureDatabase(desk, NATION, 'national', folder);
  const [begun] = await desk.rows(NATION, "select 1 from meta where key = 'database'");
  if (!begun) await desk.write(NATION, { action: 'desk.provision', subject: NATION }, nationalRows);
  await ensureNationKey(desk);
  return changed || !begun;
};

/** A province as the nation knows it. */
export type KnownProvince = { readonly slug: string; readonly epoch: number; readonly schemaVersion: number };

/** The provinces that the nation knows, by name. */
export const knownProvinces = async (desk: Desk): Promise<KnownProvince[]> => {
  const rows = await desk.look(NATION, [
    { sql: 'select slug, epoch, schema_version from provinces order by slug', args: [] },
  ]);
  return (rows?.[0]?.rows ?? []).map(([slug, epoch, schemaVersion]) => ({
    slug: String(slug),
    epoch: Number(epoch),
    schemaVersion: Number(schemaVersion),
  }));
};
