import { postLetter, sealText, unwrapSealKey } from '@mahalleh/border';
import { NATION, sha256, type Statement } from '@mahalleh/gate';
import { addPeriods, isPeriodKey, periodOf, type ProvinceSlug } from '@mahalleh/kernel';
import { cellsText, closedLetter, documentText, REPORT_SEAL, submittedLetter } from '@mahalleh/reports';
import { dueOn } from '@mahalleh/reports/deadlines';
import { boundsOfPeriod, lastPeriods, monthsOfPeriod, type ReportPeriod } from '@mahalleh/reports/periods';
import { closings, frozenCells, reports, reportTexts } from '@mahalleh/reports/schema';
import { SECTIONS } from '@mahalleh/reports/statuses';
import type { Desk } from '../desk.ts';
import { Fault } from '../fault.ts';
import { insertRows } from '../insert-rows.ts';
import { settle } from '../settle.ts';
import { seedPeopleFigures } from './seed-people-figures.ts';
import { Draw } from './draw.ts';
import { pastCells, type StandingCell } from './past-cells.ts';
import { REPORT_TEXTS } from './report-texts.ts';

const DAY_MS = 86_400_000;
/** How many ended months, and quarters, the sample tells of. */
const MONTHS = 4;
const QUARTERS = 2;
/** The provinces whose last reports are left to be written by whoever tries the sample. */
const LEFT_AS_DRAFT: readonly string[] = ['qom', 'qazvin'];

type Signer = { name: string; title: string; personId: string; keyId: string; key: CryptoKey };

const signerOf = async (desk: Desk, slug: string): Promise<Signer> => {
  const [key] = await desk.rows(slug, 'select key_id, wrapped_private from seal_keys where to_ms is null');
  const [governor] = await desk.rows(
    slug,
    "select p.id, p.full_name, p.job_title from people p join role_grants g on g.person_id = p.id where g.role = 'governor' limit 1",
  );
  if (!key || !governor) throw new Fault(`${slug} has no governor or no seal key.`);
  const [personId, name, title] = governor.map(String) as [string, string, string];
  return {
    ...{ name, title, personId, keyId: String(key[0]) },
    key: await unwrapSealKey(String(key[1]), await desk.secretFor(slug, 'seal-key')),
  };
};

/** How far a report has come: the older ones are accepted, and so is that of the last quarter where it is not left to be written. */
const stageOf = (slug: string, period: ReportPeriod, back: number, draw: Draw): 'draft' | 'submitted' | 'accepted' => {
  if (!isPeriodKey(period)) return back < 3 && LEFT_AS_DRAFT.includes(slug) ? 'draft' : 'accepted';
  if (back > 0) return back === 1 && draw.fraction() < 0.15 ? 'submitted' : 'accepted';
  return LEFT_AS_DRAFT.includes(slug) || draw.fraction() < 0.35 ? 'draft' : 'submitted';
};

/** One ended period of a sample province: its frozen cells with their letter, and its report as far as it has come. */
const toldOf = async (
  slug: string,
  period: ReportPeriod,
  back: number,
  cells: readonly StandingCell[],
  { signer, draw, nowMs }: { signer: Signer; draw: Draw; nowMs: number },
): Promise<{ statements: Statement[]; isAccepted: boolean }> => {
  const closedAtMs = boundsOfPeriod(period).toMs;
  const frozen = pastCells(cells, monthsOfPeriod(period), back).map((cell) => ({ ...cell, asOfMs: closedAtMs }));
  const base = { period, version: 1 } as const;
  const stage = stageOf(slug, period, back, draw);
  const words = draw.one(REPORT_TEXTS);
  const said = (text: string): string => (isPeriodKey(period) ? text : text.replaceAll('این ماه', 'این سه‌ماهه'));
  const texts = stage === 'draft' ? [] : SECTIONS.map((section) => ({ section, body: said(words[section]) }));
  const submittedAtMs = Math.min(nowMs, closedAtMs + draw.whole(2, 13) * DAY_MS);
  const document = {
    ...base,
    cellsDigest: await sha256(cellsText(frozen)),
    texts,
    notes: [],
    signatory: { name: signer.name, title: signer.title, onBehalfOf: null },
    signedAtMs: submittedAtMs,
  };
  const digest = await sha256(documentText(document));
  const signature = await sealText(REPORT_SEAL, digest, signer.key);
  const { keyId } = signer;
  const signed = {
    ...{ signedAtMs: submittedAtMs, signedBy: signer.personId, signatory: signer.name, signatoryTitle: signer.title },
    ...{ cellsDigest: document.cellsDigest, digest, signature, keyId, submittedAtMs },
  };
  return {
    isAccepted: stage === 'accepted',
    statements: [
      ...insertRows(closings, [{ ...base, closedAtMs }]),
      ...insertRows(
        frozenCells,
        frozen.map((cell) => ({ ...base, ...cell })),
      ),
      ...insertRows(reports, [
        {
          ...base,
          status: stage,
          dueOn: dueOn(period),
          draftedAtMs: closedAtMs,
          ...(stage === 'draft' ? {} : signed),
          ...(stage === 'accepted' ? { decidedAtMs: submittedAtMs } : {}),
        },
      ]),
      ...insertRows(
        reportTexts,
        texts.map((text) => ({ ...base, ...text })),
      ),
      postLetter(closedLetter, { ...base, closedAtMs, reason: null, cells: frozen }, nowMs),
      ...(stage === 'draft'
        ? []
        : [
            postLetter(
              submittedLetter,
              { ...document, digest, signature, keyId, dueOn: dueOn(period), submittedAtMs },
              nowMs,
            ),
          ]),
    ],
  };
};

/** How many months before the month that ended last a period ended. */
const monthsBack = (period: ReportPeriod, nowMs: number): number => {
  const last = monthsOfPeriod(period).at(-1);
  let back = 0;
  while (last !== undefined && addPeriods(periodOf(nowMs), -(back + 1)) > last) back++;
  return back;
};

/** Fills in the sample's ended months and quarters, invented from how the province stands now, and what the ministry made of their reports. Shape: whether it did; not where a period is closed already. */
export const seedReports = async (desk: Desk, slug: ProvinceSlug): Promise<boolean> => {
  if ((await desk.rows(slug, 'select 1 from closings limit 1')).length > 0) return false;
  const nowMs = Date.now();
  const draw = new Draw(`${slug} reports`);
  const signer = await signerOf(desk, slug);
  const cells = (
    await desk.rows(
      slug,
      'select u.official_code, c.metric, c.dims, c.period, c.value from cells c join units u on u.id = c.county_id where u.official_code is not null and c.value <> 0',
    )
  ).map(([county, metric, dims, period, value]) => ({
    county: String(county),
    metric: String(metric),
    dims: String(dims),
    period: String(period),
    value: Number(value),
  }));
  const accepted: ReportPeriod[] = [];
  const statements: Statement[] = [];
  for (const period of lastPeriods(nowMs, MONTHS, QUARTERS).toReversed()) {
    const made = await toldOf(slug, period, monthsBack(period, nowMs), cells, { signer, draw, nowMs });
    statements.push(...made.statements);
    if (made.isAccepted) accepted.push(period);
  }
  await desk.write(slug, { action: 'desk.seed', subject: `${slug}:reports` }, statements);
  await seedPeopleFigures(desk, slug);
  await settle(desk, slug);
  await desk.write(NATION, { action: 'desk.seed', subject: `${slug}:reports` }, [
    {
      sql: "update submitted_reports set status = 'accepted', decided_at_ms = submitted_at_ms, decided_by = ?, revision = revision + 1 where province = ? and period in (select value from json_each(?))",
      args: ['بازبین گزارش‌ها (نمونه)', slug, JSON.stringify(accepted)],
    },
  ]);
  return true;
};
