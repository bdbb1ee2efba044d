import { setTimeout } from 'node:timers/promises';
import { NATION } from '@mahalleh/gate';
import { newId } from '@mahalleh/kernel';
import { templateDrafts } from '@mahalleh/templates/schema';
import type { Desk } from '../desk.ts';
import { Fault } from '../fault.ts';
import { insertRows } from '../insert-rows.ts';
import { settle } from '../settle.ts';
import { actAtMinistry, actIn } from './acting.ts';
import { atMinistry, inProvince } from './product.ts';
import { documentOf, type StarterVersion } from './starter/index.ts';

const DAY_MS = 86_400_000;
/** So long a version lies at the ministry. Unit: days. */
const REVIEW = 8;

type Draft = {
  readonly revision: number;
  readonly findings: readonly { readonly key: string; readonly isKept: boolean }[];
};

/** The keys are as old as what is told of: what was sealed then is sealed with a key of then. */
const keysSince = async (desk: Desk, slug: string, sinceMs: number): Promise<void> => {
  const entry = { action: 'desk.seed', subject: `${slug}:templates` };
  await desk.write(NATION, entry, [
    { sql: 'update province_keys set from_ms = min(from_ms, ?) where province = ?', args: [sinceMs, slug] },
    { sql: 'update nation_keys set from_ms = min(from_ms, ?)', args: [sinceMs] },
  ]);
  await desk.write(slug, entry, [{ sql: 'update seal_keys set from_ms = min(from_ms, ?)', args: [sinceMs] }]);
};

/** A guard against waiting for ever for a letter that was refused; letters take under a second, on a busy machine more. Unit: milliseconds. */
const LONGEST_MS = 600_000;

/** Waits until a signed version has come to a province by its letter. Fails: when it does not come. */
export const arrived = async (desk: Desk, slug: string, digest: string): Promise<void> => {
  for (const until = Date.now() + LONGEST_MS; Date.now() < until; await setTimeout(100)) {
    if ((await desk.rows(slug, 'select 1 from templates where digest = ?', [digest])).length > 0) return;
    await settle(desk, slug);
  }
  throw new Fault(`A signed template did not come to ${slug}.`);
};

/** The draft of a version of the library, as its province wrote it; made when there is none. Shape: its id and where it stands. */
const draftOf = async (
  desk: Desk,
  { text, version, changes }: StarterVersion,
  atMs: number,
): Promise<readonly [id: string, status: string]> => {
  const { province } = text;
  const document = documentOf(text, { version, previous: null, changes });
  const [there] = await desk.rows(
    province,
    'select id, status from template_drafts where template_id = ? and version = ?',
    [document.templateId, version],
  );
  if (there) return [String(there[0]), String(there[1])];
  const [unit] = await desk.rows(province, 'select id from units where name_fa = ? and is_model = 1', [text.unit]);
  const [writer] = await desk.rows(
    province,
    "select person_id from role_grants where role = 'director_general' limit 1",
  );
  if (!unit || !writer) throw new Fault(`${province} has no model neighbourhood ${text.unit} to publish from.`);
  const id = newId();
  await desk.write(province, { action: 'desk.seed', subject: `${province}:templates` }, [
    ...insertRows(templateDrafts, [
      {
        ...{ id, templateId: document.templateId, version, unitId: String(unit[0]) },
        ...{ title: text.title, summary: text.summary, changes, tagsJson: JSON.stringify(text.tags) },
        ...{ setting: document.setting, size: document.size, projectedJson: '[]' },
        ...{ elementsJson: JSON.stringify(document.elements), status: 'drafting' },
        ...{ writtenBy: String(writer[0]), writtenAtMs: atMs, amendedAtMs: atMs, isSample: true },
      },
    ]),
  ]);
  return [id, 'drafting'];
};

/** Submits a version of the library as its director-general did: what is found in it has been looked at, and it is sealed. Done twice, it is as done once. Shape: its digest. */
export const submitStarter = async (desk: Desk, told: StarterVersion): Promise<string> => {
  const { province } = told.text;
  const atMs = Date.now() - (told.daysAgo + REVIEW) * DAY_MS;
  const [id, status] = await draftOf(desk, told, atMs - 2 * DAY_MS);
  if (status === 'drafting') {
    await keysSince(desk, province, atMs - DAY_MS);
    const director = await actIn(desk, province, 'director_general', atMs);
    const edit = { templateDraftId: id };
    const draft = await inProvince<Draft>(director, 'template_draft', edit);
    const keep = draft.findings.filter(({ isKept }) => !isKept).map(({ key }) => key);
    const { revision } =
      keep.length === 0
        ? draft
        : await inProvince<Draft>(director, 'template.amend', { ...edit, revision: draft.revision, keep });
    const note = 'برای سپردن به استان‌های دیگر. (نمونه)';
    await inProvince(director, 'template.submit', { ...edit, revision, note });
  }
  await settle(desk, province);
  const [sent] = await desk.rows(province, 'select digest from template_drafts where id = ?', [id]);
  return String(sent?.[0]);
};

/** What the ministry asks of whoever adopts. */
const MANDATES = [
  {
    part: 'terms',
    reason: 'خوانش یکسان از شرح وظایف، نخستین شرط هماهنگی دستگاه‌ها در همه استان‌هاست.',
  },
  { part: 'council', reason: 'کرسی‌های شورا کمترین چیزی است که همه محله‌ها باید داشته باشند.' },
] as const;

/** Signs a submitted version as the ministry's reviewer did, with a word to the province. Done twice, it is as done once. */
export const signStarter = async (desk: Desk, digest: string, daysAgo: number): Promise<void> => {
  const [waiting] = await desk.rows(
    NATION,
    "select 1 from template_submissions where digest = ? and status = 'submitted'",
    [digest],
  );
  if (!waiting) return;
  const reviewer = await actAtMinistry(desk, 'ministry_reviewer', Date.now() - daysAgo * DAY_MS);
  await atMinistry(reviewer, 'template.comment', {
    ...{ digest, part: 'operations' },
    body: 'زمان‌بندی روشن است؛ در نسخه بعد بنویسید کدام کارها را می‌توان هم‌زمان پیش برد. (نمونه)',
  });
  await atMinistry(reviewer, 'template.sign', {
    ...{ digest, revision: 1, mandates: MANDATES },
    note: 'برای همه استان‌ها سودمند است. (نمونه)',
  });
};
