import type { ProvinceSlug } from '@mahalleh/kernel';
import type { Desk } from '../desk.ts';
import { inParallel } from '../in-parallel.ts';
import { settle } from '../settle.ts';
import { actIn } from './acting.ts';
import { adoptStarter } from './adopt-starter.ts';
import { addTask, carriedOn, changeLocally, proposeUpstream, type Used } from './carry-on.ts';
import { inProvince } from './product.ts';
import { arrived, signStarter, submitStarter } from './publish-starter.ts';
import { SAMPLE_USES, QAZVIN_CHANGES, QAZVIN_PROPOSAL, QAZVIN_TASK, QOM_CHANGES } from './starter-changes.ts';
import { PARDISAN_AGAIN, STARTER_LIBRARY, type StarterVersion } from './starter/index.ts';

const WIDTH = 3;
const entryOf = (slug: string) => ({ action: 'desk.seed', subject: `${slug}:templates` });

/** Publishes the library as far as its provinces are here: submitted, looked through and signed, one after another. Shape: the digests. */
const publish = async (desk: Desk, library: readonly StarterVersion[]): Promise<string[]> => {
  const digests: string[] = [];
  for (const version of library) {
    const digest = await submitStarter(desk, version);
    await signStarter(desk, digest, version.daysAgo);
    await arrived(desk, version.text.province, digest);
    digests.push(digest);
  }
  return digests;
};

const personOf = async (desk: Desk, slug: string, role: string): Promise<string> => {
  const [found] = await desk.rows(slug, 'select person_id from role_grants where role = ? limit 1', [role]);
  return String(found?.[0]);
};

/** What a province did with what it took over. */
const use = async (desk: Desk, slug: ProvinceSlug): Promise<void> => {
  const director = await personOf(desk, slug, 'director_general');
  for (const adoption of SAMPLE_USES.filter(({ province }) => province === slug)) {
    const adopted = await adoptStarter(desk, adoption);
    if (!adopted) continue;
    const used: Used = { ...adopted, province: slug, name: adoption.of.text.name, daysAgo: adoption.daysAgo };
    if (slug === 'qom') await changeLocally(desk, used, QOM_CHANGES);
    if (adoption.unit === 'گلستان') {
      await changeLocally(desk, used, QAZVIN_CHANGES);
      await addTask(desk, used, QAZVIN_TASK);
      await proposeUpstream(desk, used, QAZVIN_PROPOSAL);
    }
    await desk.write(slug, entryOf(slug), carriedOn(used, director, Date.now()));
  }
};

/** Qom writes on: a version of Pardisan lies at the ministry, and one of its other neighbourhoods is being written of. */
const writeOn = async (desk: Desk): Promise<void> => {
  await submitStarter(desk, PARDISAN_AGAIN);
  const [unit] = await desk.rows('qom', "select id from units where name_fa = ? and kind = 'neighbourhood'", [
    'چهارمردان',
  ]);
  const director = await actIn(desk, 'qom', 'director_general', Date.now());
  await inProvince(director, 'template.draft', { unitId: String(unit?.[0]) });
};

const MARK = 'sample_templates';

/** The provinces that publish or use something of the library, and have not done so yet. */
const todoOf = async (desk: Desk, provinces: readonly ProvinceSlug[]): Promise<ProvinceSlug[]> => {
  const named = new Set<string>([
    ...STARTER_LIBRARY.map(({ text }) => text.province),
    ...SAMPLE_USES.map(({ province }) => province),
  ]);
  const todo: ProvinceSlug[] = [];
  for (const slug of provinces.filter((one) => named.has(one)))
    if ((await desk.rows(slug, 'select 1 from meta where key = ?', [MARK])).length === 0) todo.push(slug);
  return todo;
};

/** Fills in the starter library: published, signed, told to every province, in use in some. A second run changes nothing; one that stopped is run again. */
export const seedTemplates = async (desk: Desk, provinces: readonly ProvinceSlug[]): Promise<void> => {
  const todo = await todoOf(desk, provinces);
  if (todo.length === 0) return;
  const library: readonly StarterVersion[] = STARTER_LIBRARY.filter(({ text }) => provinces.includes(text.province));
  const digests = await publish(desk, library);
  await inParallel(todo, WIDTH, async (slug) => {
    for (const digest of digests) await arrived(desk, slug, digest);
    await use(desk, slug);
    if (slug === 'qom') await writeOn(desk);
    await desk.write(slug, entryOf(slug), [{ sql: "insert into meta (key, value) values (?, 'yes')", args: [MARK] }]);
    await settle(desk, slug);
  });
  // Once more: what the others told since.
  await inParallel(todo, WIDTH, async (slug) => void (await settle(desk, slug)));
};
