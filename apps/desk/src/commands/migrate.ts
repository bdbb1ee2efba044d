import { NATION } from '@mahalleh/gate';
import type { DeskCommand } from '../command.ts';
import type { Desk } from '../desk.ts';
import { Fault } from '../fault.ts';
import { inParallel } from '../in-parallel.ts';
import { bringUp, migrationsOf, versionOf, type Migration } from '../migrations.ts';
import { announceNation, nationKeysText } from '../nation-key.ts';
import { ensureNation, knownProvinces } from '../national.ts';

const WIDTH = 4;

const migrateProvince = async (
  desk: Desk,
  slug: string,
  recorded: number,
  migrations: readonly Migration[],
): Promise<number> => {
  const before = await versionOf(desk, slug);
  if (before === null) throw new Fault(`${slug} is registered at the nation, but its database is not there.`);
  const after = await bringUp(desk, slug, migrations, before);
  if (after !== recorded)
    await desk.write(NATION, { action: 'desk.migrate', subject: slug, fields: ['schema_version'] }, [
      { sql: 'update provinces set schema_version = ? where slug = ?', args: [after, slug] },
    ]);
  return before;
};

/** Brings every database to this version: the nation, one province as a canary, then the others side by side. What was done stays done. */
export const migrate: DeskCommand = async (desk, args, say) => {
  if (await ensureNation(desk, args.migrations)) say('nation: brought up.');
  const migrations = migrationsOf('province', args.migrations);
  const newest = migrations.at(-1)?.version ?? 0;
  const provinces = await knownProvinces(desk);
  const due: typeof provinces = [];
  for (const province of provinces) {
    const version = await versionOf(desk, province.slug);
    if (version !== newest || province.schemaVersion !== newest) due.push(province);
  }
  const keys = await nationKeysText(desk);
  const announce = (slug: string): Promise<void> => announceNation(desk, slug, keys);
  if (due.length === 0) {
    await inParallel(provinces, WIDTH, ({ slug }) => announce(slug));
    say(`Every database is at version ${newest}: nation and ${provinces.length} provinces.`);
    return 0;
  }
  const [canary, ...others] = due;
  let done = 0;
  const failed: string[] = [];
  const one = async ({ slug, schemaVersion }: (typeof due)[number]): Promise<void> => {
    const before = await migrateProvince(desk, slug, schemaVersion, migrations);
    await announce(slug);
    say(`[${++done}/${due.length}] ${slug}: version ${before} to ${newest}.`);
  };
  if (canary)
    try {
      await one(canary);
    } catch (error) {
      throw new Fault(
        `The canary ${canary.slug} failed, so no other province was touched. ${error instanceof Error ? error.message : ''}`,
      );
    }
  await inParallel(others, WIDTH, async (province) => {
    try {
      await one(province);
    } catch (error) {
      failed.push(province.slug);
      say(`${province.slug}: ${error instanceof Error ? error.message : 'failed'}`);
    }
  });
  if (failed.length === 0) return 0;
  say(
    `${done} of ${due.length} are at version ${newest}; run desk migrate again for: ${failed.toSorted().join(', ')}.`,
  );
  return 1;
};
