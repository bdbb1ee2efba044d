import { postLetter, postToProvinces } from '@mahalleh/border';
import {
  adoptedLetter,
  answeredLetter,
  figuresNow,
  keepAdoption,
  keepAnswer,
  keepPost,
  publishedLetter,
  repliedLetter,
  type PostTold,
} from '@mahalleh/experiences';
import { experienceDrafts } from '@mahalleh/experiences/schema';
import { NATION, type Statement } from '@mahalleh/gate';
import { addPeriods, periodOf, type ProvinceSlug } from '@mahalleh/kernel';
import type { Desk } from '../desk.ts';
import { settle } from '../settle.ts';
import { insertRows } from '../insert-rows.ts';
import { SAMPLE_ADOPTIONS, SAMPLE_ANSWERS, SAMPLE_DRAFT, SAMPLE_POSTS, type SamplePost } from './experience-texts.ts';

const DAY_MS = 86_400_000;

type Author = { readonly author: string; readonly office: string };

/** The one of these people who writes for the workspace, and the office. */
const authorOf = async (desk: Desk, database: string, role: string): Promise<Author> => {
  const [person] = await desk.rows(
    database,
    'select p.full_name, p.job_title from people p join role_grants g on g.person_id = p.id where g.role = ? limit 1',
    [role],
  );
  return { author: String(person?.[0] ?? ''), office: String(person?.[1] ?? '') };
};

/** A done operation of the domain, as evidence; none when the sample has none. */
const evidenceOf = async (desk: Desk, slug: ProvinceSlug, domain: string): Promise<PostTold['evidence']> =>
  (
    await desk.rows(
      slug,
      "select o.title, u.name_fa, o.starts_on, o.ends_on, (select count(*) from evidence v where v.kind = 'photo' and v.removed_at_ms is null and v.subject_id = o.id) from operations o join units u on u.id = o.unit_id where o.status = 'done' and o.domain_key = ? order by o.id limit 1",
      [domain],
    )
  ).map(([title, place, startsOn, endsOn, photos]) => ({
    ...{ title: String(title), place: String(place), status: 'done' as const },
    ...{ startsOn: String(startsOn), endsOn: String(endsOn), photos: Number(photos), notes: [] },
  }));

const figuresOf = async (desk: Desk, slug: ProvinceSlug, keys: readonly string[], nowMs: number) => {
  const rows = await desk.rows(
    slug,
    "select metric, dims, sum(value) from cells where period in ('', ?) group by metric, dims",
    [addPeriods(periodOf(nowMs), -1)],
  );
  const cells = rows.map(([metric, dims, value]) => ({
    ...{ county: '', metric: String(metric), dims: String(dims), value: Number(value) },
  }));
  return figuresNow(cells, nowMs).filter(({ key }) => keys.includes(key));
};

const told = async (desk: Desk, sample: SamplePost, by: Author, nowMs: number): Promise<PostTold> => {
  const { province, daysAgo, figures, ...words } = sample;
  const publishedAtMs = nowMs - daysAgo * DAY_MS;
  return {
    ...words,
    evidence: await evidenceOf(desk, province, words.domain),
    // Invented as all of the sample: today's value, told as of that day.
    figures: (await figuresOf(desk, province, figures, nowMs)).map((one) => ({ ...one, asOfMs: publishedAtMs })),
    ...by,
    publishedAtMs,
  };
};

/** What the ministry answers in the sample, once a province's posts are there. */
const seedMinistryAnswers = async (desk: Desk, slug: ProvinceSlug, nowMs: number): Promise<void> => {
  const author = await authorOf(desk, NATION, 'ministry_reviewer');
  const own = SAMPLE_POSTS.filter(({ province }) => province === slug).map(({ id }) => id);
  const statements = SAMPLE_ANSWERS.filter(({ by, post }) => by === 'ministry' && own.includes(post)).flatMap(
    ({ id, post, by, daysAgo, body }): Statement[] => {
      const answer = { id, experienceId: post, province: by, ...author, body, atMs: nowMs - daysAgo * DAY_MS };
      return [...keepAnswer(answer), postToProvinces(repliedLetter, answer, nowMs, 'all')];
    },
  );
  if (statements.length > 0)
    await desk.write(NATION, { action: 'desk.seed', subject: `${slug}:experiences` }, statements);
};

/** Fills in the sample's experiences of a province with what it answers and adopts, told by letters as everything else. */
export const seedExperiences = async (desk: Desk, slug: ProvinceSlug): Promise<void> => {
  const nowMs = Date.now();
  const author = await authorOf(desk, slug, 'governor');
  const statements: Statement[] = [];
  for (const sample of SAMPLE_POSTS.filter(({ province }) => province === slug)) {
    const post = await told(desk, sample, author, nowMs);
    statements.push(...keepPost({ ...post, province: slug }), postLetter(publishedLetter, post, nowMs));
  }
  for (const { id, post, daysAgo, body } of SAMPLE_ANSWERS.filter(({ by }) => by === slug)) {
    const answer = { id, experienceId: post, ...author, body, atMs: nowMs - daysAgo * DAY_MS };
    statements.push(...keepAnswer({ ...answer, province: slug }), postLetter(answeredLetter, answer, nowMs));
  }
  for (const { post, daysAgo, body } of SAMPLE_ADOPTIONS.filter(({ by }) => by === slug)) {
    const adoption = {
      ...{ experienceId: post, turn: 1, isAdopted: true, operation: null, note: body, ...author },
      atMs: nowMs - daysAgo * DAY_MS,
    };
    statements.push(...keepAdoption({ ...adoption, province: slug }), postLetter(adoptedLetter, adoption, nowMs));
  }
  if (slug === 'qom') {
    const [writer] = await desk.rows(slug, "select person_id from role_grants where role = 'governor' limit 1");
    const writtenAtMs = nowMs - 3 * DAY_MS;
    const draft = { ...SAMPLE_DRAFT, writtenBy: String(writer?.[0]), writtenAtMs, amendedAtMs: writtenAtMs };
    statements.push(...insertRows(experienceDrafts, [draft]));
  }
  if (statements.length === 0) return;
  await desk.write(slug, { action: 'desk.seed', subject: `${slug}:experiences` }, statements);
  await settle(desk, slug);
  await seedMinistryAnswers(desk, slug, nowMs);
};
