import { catchUp } from '@mahalleh/experiences';
import { catchUpTemplates } from '@mahalleh/templates';
import { NATION } from '@mahalleh/gate';
import { firstAdministrator } from '@mahalleh/identity';
import { NATION_UNIT } from '@mahalleh/people/model';
import { PROVINCES, provinceOf, type ProvinceSlug } from '@mahalleh/kernel';
import { provinceNamed } from '../arguments.ts';
import type { DeskCommand, Say } from '../command.ts';
import type { Desk } from '../desk.ts';
import { Fault } from '../fault.ts';
import { foundProvince } from '../found-province.ts';
import { inParallel } from '../in-parallel.ts';
import { ensureDatabase } from '../namespaces.ts';
import { migrationsOf, versionOf } from '../migrations.ts';
import { ensureNation } from '../national.ts';
import { announceNation, nationKeysText } from '../nation-key.ts';
import { tellDeadlines } from '@mahalleh/reports';
import { announceKey, keepKey, newKey } from '../seal-keys.ts';

const WIDTH = 2;

/** A province that works and that the nation knows. Shape: whether anything had to be done. */
const ensureProvince = async (desk: Desk, slug: ProvinceSlug): Promise<boolean> => {
  const nowMs = Date.now();
  const entry = { action: 'desk.provision', subject: slug };
  const fresh = await ensureDatabase(desk, slug, 'province');
  const [begun] = await desk.rows(slug, "select value from meta where key = 'provisioned_at_ms'");
  if (!begun) await desk.write(slug, entry, [...foundProvince(slug, nowMs), keepKey(await newKey(desk, slug), nowMs)]);
  await announceNation(desk, slug, await nationKeysText(desk));
  const [known] = await desk.rows(NATION, 'select 1 from provinces where slug = ?', [slug]);
  if (known) return fresh || !begun;
  const [key] = await desk.rows(slug, 'select key_id, public_jwk, from_ms from seal_keys where to_ms is null');
  if (!key) throw new Fault(`${slug} has no seal key.`);
  const counties = await desk.rows(
    slug,
    "select official_code, name_fa, name_en from units where kind = 'county' and ended_on is null",
  );
  const { code, nameFa, nameEn } = provinceOf(slug);
  const version = (await versionOf(desk, slug)) ?? migrationsOf('province').length;
  await desk.write(NATION, entry, [
    {
      sql: "insert into provinces (slug, code, name_fa, name_en, status, epoch, schema_version, provisioned_at_ms) values (?, ?, ?, ?, 'active', 1, ?, ?)",
      args: [slug, code, nameFa, nameEn, version, nowMs],
    },
    announceKey(slug, String(key[0]), String(key[1]), Number(key[2])),
    tellDeadlines(slug, nowMs),
    {
      sql: "insert or ignore into counties (code, province, name_fa, name_en) select json_extract(value, '$[0]'), ?, json_extract(value, '$[1]'), json_extract(value, '$[2]') from json_each(?)",
      args: [slug, JSON.stringify(counties)],
    },
    catchUp(slug, nowMs),
    ...catchUpTemplates(slug, nowMs),
  ]);
  return true;
};

/** A one-time link for the first administrator, unless that address already has one or an account. */
const invite = async (desk: Desk, workspace: string, email: string, say: Say): Promise<void> => {
  const [taken] = await desk.rows(
    workspace,
    'select 1 from accounts where email = ? union all select 1 from invitations where email = ? and used_at_ms is null and expires_at_ms > ?',
    [email.toLowerCase(), email.toLowerCase(), Date.now()],
  );
  if (taken) {
    say(`${workspace}: ${email} has an account or a link already; nothing was changed.`);
    return;
  }
  const isNation = workspace === NATION;
  const [root] = isNation
    ? [[NATION_UNIT.id]]
    : await desk.rows(workspace, "select id from units where kind = 'province'");
  const administrator = firstAdministrator(
    { workspace, unitId: String(root?.[0]), fullName: 'مدیر سامانه', email },
    Date.now(),
  );
  await desk.write(
    workspace,
    { action: 'desk.invite', subject: administrator.personId, fields: ['email', 'role'] },
    administrator.statements,
  );
  say(`${workspace}: one-time link for ${email}, good until ${new Date(administrator.expiresAtMs).toISOString()}:`);
  say(`  ${desk.url}/${isNation ? 'ministry' : workspace}/invitation/${administrator.token}`);
};

/** Makes databases with their keys and divisions. A second run changes nothing. */
export const provision: DeskCommand = async (desk, args, say) => {
  const chosen: ProvinceSlug[] = args.all ? PROVINCES.map(({ slug }) => slug) : args.names.map(provinceNamed);
  if (chosen.length === 0 && !args.nation)
    throw new Fault('provision takes the names of provinces, --all or --nation.');
  if (args.adminEmail !== undefined && chosen.length + Number(args.nation) !== 1)
    throw new Fault('--admin-email goes with exactly one province, or with --nation.');
  say((await ensureNation(desk)) ? 'nation: made.' : 'nation: already there, nothing changed.');
  let done = 0;
  await inParallel(chosen, WIDTH, async (slug) => {
    const changed = await ensureProvince(desk, slug);
    say(`[${++done}/${chosen.length}] ${slug}: ${changed ? 'made' : 'already there, nothing changed'}.`);
  });
  if (args.adminEmail !== undefined) await invite(desk, chosen[0] ?? NATION, args.adminEmail, say);
  return 0;
};
