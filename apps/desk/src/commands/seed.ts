import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashPassword } from '@mahalleh/identity';
import { isProvinceSlug, type ProvinceSlug } from '@mahalleh/kernel';
import type { Arguments } from '../arguments.ts';
import type { DeskCommand, Say } from '../command.ts';
import type { Desk } from '../desk.ts';
import { Fault } from '../fault.ts';
import { inParallel } from '../in-parallel.ts';
import { knownProvinces } from '../national.ts';
import { seedExperiences } from '../seed/seed-experiences.ts';
import { seedLarge } from '../seed/seed-large.ts';
import { seedLookins } from '../seed/seed-lookins.ts';
import { seedMinistry, seedProvince } from '../seed/seed-nation.ts';
import { seedReports } from '../seed/seed-reports.ts';
import { seedTemplates } from '../seed/seed-templates.ts';
import { settle } from '../settle.ts';

const WIDTH = 3;
const LARGE_PROBLEMS = 1_000_000;
const SAMPLES = ['nation', 'none', 'large'];

const passwordFor = (data: string): string => {
  const file = join(data, 'sample-password');
  const password = process.env['SAMPLE_PASSWORD'] || (existsSync(file) ? readFileSync(file, 'utf8').trim() : '');
  if (!password) throw new Fault(`The sample accounts need a password: set SAMPLE_PASSWORD, or put one in ${file}.`);
  return password;
};

const chosenOf = async (
  desk: Desk,
  { provinces }: Arguments,
): Promise<{ known: ProvinceSlug[]; chosen: ProvinceSlug[] }> => {
  const known = (await knownProvinces(desk)).map(({ slug }) => slug).filter(isProvinceSlug);
  const unknown = provinces?.find((slug) => !known.includes(slug));
  if (unknown) throw new Fault(`There is no database ${unknown} yet; desk provision ${unknown} makes it.`);
  if (known.length === 0) throw new Fault('There is no province yet; desk provision --all makes them.');
  return { known, chosen: [...(provinces ?? known)] };
};

const seedNation = async (desk: Desk, provinces: readonly ProvinceSlug[], say: Say): Promise<void> => {
  const hash = await hashPassword(passwordFor(desk.data));
  say((await seedMinistry(desk, hash)) ? 'ministry: sample people.' : 'ministry: has its sample, nothing changed.');
  let done = 0;
  await inParallel(provinces, WIDTH, async (slug) => {
    const isNew = await seedProvince(desk, slug, hash);
    if (isNew) {
      await settle(desk, slug);
      if (slug === 'qom') await seedLookins(desk, slug);
    }
    say(`[${++done}/${provinces.length}] ${slug}: ${isNew ? 'sample written' : 'has its sample, nothing changed'}.`);
  });
  await seedTemplates(desk, provinces);
  // Last: the past is told from how the provinces stand, and what was taken over stands there too.
  await inParallel(provinces, WIDTH, async (slug) => {
    if (await seedReports(desk, slug)) await seedExperiences(desk, slug);
  });
};

/** Fills in invented records, marked as sample. A second run changes nothing. */
export const seed: DeskCommand = async (desk, args, say) => {
  const sample = args.sample ?? 'nation';
  if (!SAMPLES.includes(sample)) throw new Fault(`--sample takes ${SAMPLES.join(', ')}, not "${sample}".`);
  if (sample === 'none') {
    say('No sample was asked for; nothing changed.');
    return 0;
  }
  const { known, chosen } = await chosenOf(desk, args);
  await seedNation(desk, sample === 'large' ? known : chosen, say);
  if (sample === 'large') await seedLarge(desk, chosen, args.problems ?? LARGE_PROBLEMS, say);
  return 0;
};
