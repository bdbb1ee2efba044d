import { bulkFound } from '@mahalleh/finding/planting';
import { recomputeAllStatements } from '@mahalleh/rollups';
import { newId, type ProvinceSlug } from '@mahalleh/kernel';
import { retallySql } from '@mahalleh/problems';
import { plantSql, type Seedling } from '@mahalleh/units/planting';
import type { Say } from '../command.ts';
import type { Desk } from '../desk.ts';
import { inParallel } from '../in-parallel.ts';
import { settle } from '../settle.ts';
import { bulkProblems } from './bulk-sql.ts';
import { calendarOf } from './calendar.ts';
import { NEIGHBOURHOODS } from './names.ts';
import { bulkPlace } from './places.ts';
import { parkTriggers, returnTriggers, withoutTriggers } from './parked-triggers.ts';

const WIDTH = 2;
const NEIGHBOURHOODS_OF_ALL = 50_000;
const NEIGHBOURHOODS_OF_ONE = 2_000;
const PLANTED_AT_ONCE = 100;
const PROBLEMS_AT_ONCE = 20_000;
/** How much of the bulk one province gets. */
type Share = { readonly slug: ProvinceSlug; readonly neighbourhoods: number; readonly problems: number };

/** Shares neighbourhoods and problems out, to the last one. */
export const sharesOf = (provinces: readonly ProvinceSlug[], problems: number): Share[] => {
  const all = provinces.length === 1 ? NEIGHBOURHOODS_OF_ONE : NEIGHBOURHOODS_OF_ALL;
  const part = (total: number, i: number): number =>
    Math.floor((total * (i + 1)) / provinces.length) - Math.floor((total * i) / provinces.length);
  return provinces.map((slug, i) => ({ slug, neighbourhoods: part(all, i), problems: part(problems, i) }));
};

const numberIn = async (desk: Desk, slug: string, key: string): Promise<number> =>
  Number((await desk.rows(slug, 'select value from meta where key = ?', [key]))[0]?.[0] ?? 0);

const noted = (key: string, value: number) => ({
  sql: 'insert into meta (key, value) values (?, ?) on conflict (key) do update set value = excluded.value',
  args: [key, String(value)],
});

const plantBulk = async (desk: Desk, { slug, neighbourhoods }: Share): Promise<void> => {
  const cities = await desk.rows(
    slug,
    "select id from units where kind = 'city' and ended_on is null order by official_code",
  );
  const calendar = calendarOf(Date.now());
  for (
    let done = await numberIn(desk, slug, 'bulk_units');
    done < neighbourhoods;
    done = Math.min(done + PLANTED_AT_ONCE, neighbourhoods)
  ) {
    const upTo = Math.min(done + PLANTED_AT_ONCE, neighbourhoods);
    const seedlings = Array.from({ length: upTo - done }, (_, i): Seedling => {
      const n = done + i;
      const name = NEIGHBOURHOODS[n % NEIGHBOURHOODS.length] ?? { fa: 'نو', en: 'Now' };
      const turn = Math.floor(n / NEIGHBOURHOODS.length) + 1;
      return {
        id: newId(),
        kind: 'neighbourhood',
        nameFa: `${name.fa} ${turn} (نمونه)`,
        nameEn: `${name.en} ${turn}`,
        officialCode: `sample-${n}`,
        parentId: String(cities[n % cities.length]?.[0]),
        fromOn: calendar.day(-420),
        population: 2_000 + ((n * 37) % 14_000),
        ...bulkPlace(slug, n % cities.length, Math.floor(n / cities.length)),
        isSample: true,
      };
    });
    await desk.write(slug, { action: 'desk.seed', subject: slug }, [
      ...plantSql(seedlings, calendar.nowMs),
      noted('bulk_units', upTo),
    ]);
  }
};

const fillBulk = async (
  desk: Desk,
  { slug, neighbourhoods, problems }: Share,
  tell: (written: number) => void,
): Promise<void> => {
  const [writer] = await desk.rows(slug, 'select id from people where is_sample = 1 order by id limit 1');
  const nowMs = Date.now();
  for (let from = await numberIn(desk, slug, 'bulk_problems'); from < problems;) {
    const to = Math.min(from + PROBLEMS_AT_ONCE, problems);
    await desk.write(slug, { action: 'desk.seed', subject: slug }, [
      bulkProblems({ from, to, neighbourhoods, problems, nowMs, by: String(writer?.[0]) }),
      noted('bulk_problems', to),
    ]);
    tell(to - from);
    from = to;
  }
};

/** Makes the bulk findable. */
const findBulk = async (desk: Desk, slug: ProvinceSlug): Promise<void> => {
  for (let from = -1, to = await numberIn(desk, slug, 'bulk_found'); to > from;) {
    from = to;
    await desk.write(slug, { action: 'desk.seed', subject: slug }, bulkFound(from, 'bulk_found'));
    to = await numberIn(desk, slug, 'bulk_found');
  }
};

/** Figures and letters after a bulk, at once and from the records alone: what people wrote while nothing was marked is in them too. */
const refreshBulk = async (desk: Desk, slug: ProvinceSlug): Promise<void> => {
  await withoutTriggers(desk, slug, 'facts', recomputeAllStatements(Date.now()));
  await settle(desk, slug);
};

/** Fills in a nation for measuring: invented problems in invented neighbourhoods, made inside the databases. A run that stopped goes on where it was. */
export const seedLarge = async (
  desk: Desk,
  provinces: readonly ProvinceSlug[],
  problems: number,
  say: Say,
): Promise<void> => {
  const startedAt = Date.now();
  let written = 0;
  let told = 0;
  await inParallel(sharesOf(provinces, problems), WIDTH, async (share) => {
    const { slug } = share;
    if ((await numberIn(desk, slug, 'bulk_done')) >= share.problems)
      return say(`${slug}: has its ${share.problems} problems, nothing changed.`);
    await plantBulk(desk, share);
    await parkTriggers(desk, slug, 'problems');
    await fillBulk(desk, share, (more) => {
      written += more;
      if (written - told < 50_000) return;
      told = written;
      say(`${written} of ${problems} problems, ${Math.round(written / ((Date.now() - startedAt) / 1000))} a second.`);
    });

    await returnTriggers(desk, slug, retallySql);
    await findBulk(desk, slug);
    await refreshBulk(desk, slug);
    await desk.write(slug, { action: 'desk.seed', subject: slug }, [noted('bulk_done', share.problems)]);
    say(
      `${slug}: ${share.problems} problems in ${share.neighbourhoods} neighbourhoods; figures and letters are fresh.`,
    );
  });
  say(`Done in ${Math.round((Date.now() - startedAt) / 1000)} s.`);
};
