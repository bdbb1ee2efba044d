import { partWhole } from '@mahalleh/indicators/cascade';
import { foldText, newId } from '@mahalleh/kernel';
import { codeOf } from '@mahalleh/operations/rules';
import type { Author } from './author.ts';
import { writeDefinitions, writeMeasurements, type MeasuringPlace, type WrittenIndicator } from './write-indicators.ts';
import { writeNote } from './write-registry.ts';
import { writeTarget } from './write-targets.ts';

type Told = Omit<MeasuringPlace, 'unitId'> & { readonly name: string };

/** The model neighbourhoods are ahead, and measure since the beginning of the programme. */
const QOM: readonly Told[] = [
  { name: 'شیخ‌آباد', months: 14, reach: 1, size: 1 },
  { name: 'پردیسان', months: 14, reach: 1.1, size: 1.6 },
  { name: 'امام رضا', months: 12, reach: 0.6, size: 0.8 },
  { name: 'چهارمردان', months: 12, reach: 0.4, size: 1.1 },
];
const QAZVIN: readonly Told[] = [{ name: 'راه‌آهن', months: 12, reach: 1, size: 0.7 }];
/** What the others measure. */
const FEW = ['safe_at_night', 'dark_alleys', 'out_of_school', 'belonging', 'calls_123'];
/** What an ordinary province follows. */
const ORDINARY = [...FEW, 'calls_per_1000', 'solved_share'];

const measureAll = (
  author: Author,
  written: ReadonlyMap<string, WrittenIndicator>,
  told: readonly Told[],
  months: number,
): void => {
  const { sheet, draw } = author;
  const by = String(sheet.passports[0]?.managerPersonId);
  for (const { id, nameFa, population } of sheet.units) {
    const own = told.find(({ name }) => name === nameFa);
    const size = Math.max(0.1, (population ?? 10_000) / 18_000);
    const place = own ?? { months: draw.whole(months - 2, months), reach: draw.fraction() * 0.4, size, keys: FEW };
    writeMeasurements(author, written, { ...place, unitId: id }, by);
  }
};

/** A month in which something happened: what looked odd, and what was said when it was asked about. */
const tellOddMonth = (author: Author, written: ReadonlyMap<string, WrittenIndicator>, unitId: string): void => {
  const of = author.sheet.measurements.filter(
    (row) => row.unitId === unitId && row.indicatorId === written.get('calls_123')?.id,
  );
  const odd = of.at(-4);
  if (!odd || typeof odd.value !== 'number') return;
  odd.value *= 4;
  odd.doubtsJson = JSON.stringify([
    { reason: 'doubt_jump', params: { value: odd.value, median: of.at(-5)?.value ?? 30, count: of.length - 4 } },
  ]);
  odd.doubtReason = 'در این ماه خط ۱۲۳ در مدرسه‌های محله معرفی شد و تماس‌ها چند برابر شد.';
};

/** An operation that ended months ago, in a place that has finished another, so that what came before it and after it can be looked at. */
const tellLighting = (author: Author, written: ReadonlyMap<string, WrittenIndicator>): void => {
  const { sheet, calendar } = author;
  const dark = written.get('dark_alleys');
  const finished = sheet.operations.find(({ status }) => status === 'done');
  const by = sheet.passports.find(({ unitId: place }) => place === finished?.unitId)?.managerPersonId;
  if (!dark || !finished || !by) return;
  const { unitId, agencyId } = finished;
  const [start, end] = [-230, -150];
  const id = newId();
  const title = 'روشنایی گذرهای محله، مرحله نخست';
  sheet.operations.push({
    id,
    code: codeOf(id),
    unitId,
    domainKey: 'civil_works',
    agencyId: agencyId ?? null,
    title,
    titleFolded: foldText(title),
    goal: 'روشن‌بودن گذرهایی که ساکنان شب‌ها از آن‌ها نمی‌گذرند',
    measure: 'شمار گذرهای تاریک',
    indicatorId: dark.id,
    status: 'done',
    startsOn: calendar.day(start),
    endsOn: calendar.day(end),
    resultNote: 'نوزده چراغ نصب و سرکشی شبانه آغاز شد.',
    resultValue: 19,
    plannedAtMs: calendar.at(start - 20),
    approvedAtMs: calendar.at(start - 6),
    approvedBy: by,
    startedAtMs: calendar.at(start),
    finishedAtMs: calendar.at(end),
    isSample: true,
  });
  const taskId = newId();
  sheet.tasks.push({
    ...{ id: taskId, operationId: id, unitId, title: 'نصب چراغ‌ها', responsiblePersonId: by },
    ...{ startsOn: calendar.day(start), dueOn: calendar.day(end), status: 'done' },
    doneAtMs: calendar.at(end),
    doneNote: 'نوزده چراغ نصب شد.',
  });
  writeNote(author, { kind: 'task', id: taskId, unitId, by }, 'گزارش کار: نوزده چراغ نصب و آزموده شد.', end);
  // Since then fewer alleys are dark than the other neighbourhoods' course would have it.
  const after = sheet.measurements.filter((row) => row.unitId === unitId && row.indicatorId === dark.id).slice(-5);
  for (const row of after) if (typeof row.value === 'number') row.value = Math.max(3, row.value - 12);
};

const countBases = ({ sheet }: Author): number =>
  sheet.bases.filter(({ kind, activation }) => kind === 'mosque' && activation === 'active').length;

const solvedOf = ({ sheet }: Author): number =>
  sheet.problems.filter(({ confirmedAtMs }) => typeof confirmedAtMs === 'number').length;

const tellQomTargets = (author: Author, written: ReadonlyMap<string, WrittenIndicator>): void => {
  writeTarget(author, {
    ...{ titleFa: 'مسجد پایگاه محله، فعال', titleEn: 'Mosques active as neighbourhood bases' },
    ...{ metricKey: 'base.active', metricDims: 'kind=mosque', baseline: 60, goal: 140 },
    have: countBases(author),
    milestones: [[-100, 84]],
  });
  writeTarget(author, {
    ...{ titleFa: 'شورای پیشرفت محله، تشکیل‌شده', titleEn: 'Progress councils formed' },
    ...{ metricKey: 'council.progress', metricDims: 'state=formed', baseline: 0, goal: 12 },
  });
  writeTarget(author, {
    ...{ titleFa: 'مسئله حل‌شده', titleEn: 'Problems solved' },
    ...{ metricKey: 'problem.solved', metricDims: null, baseline: 0, goal: 20 },
    have: solvedOf(author),
  });
  const sheikhabad = author.sheet.units.find(({ nameFa }) => nameFa === 'شیخ‌آباد');
  const safe = written.get('safe_at_night');
  if (sheikhabad && safe)
    writeTarget(author, {
      ...{ titleFa: 'احساس امنیت شبانه در شیخ‌آباد', titleEn: 'Feeling safe at night in Sheikhabad' },
      ...{ unitId: sheikhabad.id, indicatorId: safe.id, baseline: 38, goal: 60 },
    });
};

const MOSQUES = 263;

const tellQazvinTargets = (author: Author): void => {
  const { sheet } = author;
  const counties = author.ground.filter(({ kind }) => kind === 'county');
  const cityCounty = (unitId: string | null): string | undefined =>
    author.ground.find(({ id }) => id === unitId)?.countyId ?? unitId ?? undefined;
  const weights = counties.map(({ id }) => sheet.units.filter(({ parentId }) => cityCounty(parentId) === id).length);
  const baselines = partWhole(40, weights);
  const goals = partWhole(MOSQUES, weights);
  writeTarget(author, {
    titleFa: 'فعال‌سازی ۲۶۳ مسجد به‌عنوان پایگاه محله',
    titleEn: '263 mosques active as neighbourhood bases',
    ...{ metricKey: 'base.active', metricDims: 'kind=mosque', baseline: 40, goal: MOSQUES },
    have: countBases(author),
    milestones: [
      [-60, 110],
      [40, 190],
    ],
    parts: counties.flatMap(({ id }, i) =>
      goals[i] === baselines[i] ? [] : [{ unitId: id, baseline: baselines[i] ?? 0, goal: goals[i] ?? 0 }],
    ),
  });
  writeTarget(author, {
    ...{ titleFa: 'شورای راهبری در همه شهرستان‌ها', titleEn: 'Steering councils in every county' },
    ...{ metricKey: 'council.steering', metricDims: 'state=formed', baseline: 0, goal: 6 },
  });
};

const tellOrdinaryTargets = (author: Author): void => {
  const goal = (from: number, to: number): number => author.draw.whole(from, to);
  writeTarget(author, {
    ...{ titleFa: 'مسجد پایگاه محله، فعال', titleEn: 'Mosques active as neighbourhood bases' },
    ...{ metricKey: 'base.active', metricDims: 'kind=mosque', baseline: 4, goal: goal(20, 40) },
  });
  writeTarget(author, {
    ...{ titleFa: 'شورای پیشرفت محله، تشکیل‌شده', titleEn: 'Progress councils formed' },
    ...{ metricKey: 'council.progress', metricDims: 'state=formed', baseline: 0, goal: goal(6, 9) },
  });
};

/** Tells where the province wants to be and what it looks like on the way, once its neighbourhoods are told. */
export const tellIndicators = (author: Author): void => {
  const idOf = (name: string): string | undefined => author.sheet.units.find(({ nameFa }) => nameFa === name)?.id;
  if (author.slug !== 'qom' && author.slug !== 'qazvin') {
    measureAll(author, writeDefinitions(author, ORDINARY), [], 6);
    return tellOrdinaryTargets(author);
  }
  const written = writeDefinitions(author);
  measureAll(author, written, author.slug === 'qom' ? QOM : QAZVIN, 12);
  tellLighting(author, written);
  if (author.slug === 'qazvin') return tellQazvinTargets(author);
  const sheikhabad = idOf('شیخ‌آباد');
  if (sheikhabad) tellOddMonth(author, written, sheikhabad);
  tellQomTargets(author, written);
};
