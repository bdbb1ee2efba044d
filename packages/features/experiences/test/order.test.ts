import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openTestProvince, type TestWorkspace } from '@mahalleh/gate/testing';
import { newId } from '@mahalleh/kernel';
import { catchUp } from '../src/letters/catch-up.ts';
import { experienceIntakes, experienceProvinceIntakes } from '../src/letters/intakes.ts';
import { listExperiences } from '../src/queries/experiences.ts';
import { readExperience } from '../src/queries/experience.ts';
import { NOW, opened, openNation, saved, SLUGS } from './world.ts';

type Told = { readonly province: string; readonly kind: string; readonly bodyJson: string };
const told = (province: string, kind: string, body: object): Told => ({
  ...{ province, kind },
  bodyJson: JSON.stringify(body),
});

const POSTS = [newId(), newId()];
const at = (ms: number) => ({ author: 'کسی', office: 'استاندار', atMs: NOW + ms });
const post = (id: string, province: string): Told =>
  told(province, 'experience.published', {
    ...{ id, kind: 'experience', domain: 'education', title: `نوشته ${province}`, tried: 'الف', outcome: 'ب' },
    ...{ advice: null, evidence: [], figures: [], author: 'کسی', office: 'استاندار', publishedAtMs: NOW },
  });

/** Everything that could be said of two posts: answers, minds changed twice, withdrawals of one's own and of another's. */
const ALL: readonly Told[] = [
  ...POSTS.map((id, i) => post(id, SLUGS[i] ?? 'qom')),
  ...POSTS.flatMap((experienceId, i) => [
    ...SLUGS.map((slug, n) =>
      told(slug, 'experience.answered', { id: newId(), experienceId, body: `پاسخ ${slug}`, ...at(n) }),
    ),
    ...[1, 2, 3].map((turn) =>
      told('yazd', 'experience.adopted', {
        ...{ experienceId, turn, isAdopted: turn !== 2, operation: null, note: `بار ${turn}`, ...at(turn) },
      }),
    ),
    told(i === 0 ? 'qom' : 'yazd', 'experience.withdrawn', { experienceId, reason: 'بازبینی', ...at(9) }),
  ]),
];

const dump = async (db: TestWorkspace<'province'> | TestWorkspace<'national'>) =>
  Object.fromEntries(
    await Promise.all(
      ['experiences', 'experience_answers', 'experience_adoptions', 'experience_endings'].map(async (table) => {
        const rows = await db.sql(`select * from ${table}`);
        return [table, rows.map((row) => JSON.stringify(row)).toSorted()] as const;
      }),
    ),
  );

test(
  'in any order, with doubles, the nation and every province come to the same posts, thread, adoptions and endings',
  { timeout: 60_000 },
  async () => {
    const straight = await openNation();
    for (const letter of ALL) await saved(straight, opened(experienceIntakes, letter));
    const expected = await dump(straight);
    const analyst = await straight.as({ role: 'ministry_analyst', unitId: newId() });
    // A withdrawal of another's post is not heard: the second post stands.
    expect((await listExperiences.run(analyst, {})).rows.map(({ id }) => id)).toEqual([POSTS[1]]);
    const second = await readExperience.run(analyst, { experienceId: POSTS[1] });
    expect([second.answers.length, second.adoptions.map(({ note }) => note)]).toEqual([3, ['بار 3']]);
    straight.close();
    const order = fc.tuple(fc.shuffledSubarray([...ALL], { minLength: ALL.length }), fc.subarray([...ALL]));
    await fc.assert(
      fc.asyncProperty(order, fc.infiniteStream(fc.nat()), async ([all, doubled], draws) => {
        const [nation, province] = [await openNation(), await openTestProvince('yazd')];
        for (const db of [nation, province]) await db.sql('pragma synchronous = off');
        for (const letter of [...all, ...doubled]) await saved(nation, opened(experienceIntakes, letter));
        expect(await dump(nation)).toEqual(expected);
        const letters = (
          await nation.sql("select kind, body_json from letters_to_provinces where province = 'yazd' order by number")
        ).map(({ kind, body_json }) => ({ province: 'yazd', kind: String(kind), bodyJson: String(body_json) }));
        expect(letters.length).toBe(all.length + doubled.length);
        const shuffled = letters
          .map((letter) => ({ letter, at: draws.next().value as number }))
          .toSorted((a, b) => a.at - b.at);
        for (const { letter } of shuffled) await saved(province, opened(experienceProvinceIntakes, letter));
        expect(await dump(province)).toEqual(expected);
        nation.close();
        province.close();
      }),
      { numRuns: 12 },
    );
  },
);

test('a province that comes later is written all that was said before it came, once', async () => {
  const nation = await openNation();
  await nation.sql("delete from provinces where slug = 'yazd'");
  for (const letter of ALL.filter(({ province }) => province !== 'yazd'))
    await saved(nation, opened(experienceIntakes, letter));
  await nation.sql(
    "insert into letters_to_provinces (province, number, kind, body_json, written_at_ms) values ('yazd', 1, 'report.answered', '{}', 0)",
  );
  for (const nowMs of [1, 2]) await saved(nation, [catchUp('yazd', nowMs)]);
  const letters = (province: string) =>
    nation.sql(
      "select kind, body_json from letters_to_provinces where province = ? and kind like 'experience.%' order by kind, body_json",
      [province],
    );
  expect(await letters('yazd')).toEqual(await letters('qom'));
  const numbers = await nation.sql("select number from letters_to_provinces where province = 'yazd' order by number");
  expect(numbers.map(({ number }) => number)).toEqual(numbers.map((_, i) => i + 1));
  nation.close();
});
