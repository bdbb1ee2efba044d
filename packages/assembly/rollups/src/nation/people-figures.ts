import { momentOf, zAt } from '@mahalleh/boards/moment';
import { defineNationQuery, many } from '@mahalleh/gate';
import { Failure, isPeriodKey, PROVINCES, zInput } from '@mahalleh/kernel';
import { joinPeople, partKeys, type PeopleMetric, type PeopleReport } from '@mahalleh/metric';
import { NATIONAL_DOMAINS } from '@mahalleh/problems/domain';
import { sql } from 'drizzle-orm';
import * as z from 'zod';
import { peopleMetrics } from '../people/registry.ts';
import { describePeople } from './metric-output.ts';
import { PeopleFigureOutput, PeopleMetricOutput, PeoplePlaceOutput } from './people-outputs.ts';
import { peopleLeafSums, peoplePeriods, peopleReports, type LeafRow, type ReportRow } from './people-sql.ts';
import { askCounties, askPin, askProvinces, pinOf, PinOutput } from './source.ts';

const metricOf = (key: string | undefined): PeopleMetric => {
  const found = key === undefined ? peopleMetrics[0] : peopleMetrics.find((metric) => metric.key === key);
  if (!found) throw new Failure('not_found', 'metric_unknown');
  return found;
};

/** The place of the part that a ratio divides; null for a count. */
const topOf = (metric: PeopleMetric): number | null =>
  metric.kind === 'ratio' ? partKeys(metric).indexOf(metric.of) : null;

type Place = { readonly key: string; readonly code: string; readonly nameFa: string; readonly nameEn: string | null };

/** What each place told of one domain, or of all of them together. */
const reportsOf = (
  metric: PeopleMetric,
  places: readonly Place[],
  reportFor: (place: string) => ReportRow | undefined,
  leaves: readonly LeafRow[],
): PeopleReport[] => {
  const told = new Map<string, LeafRow[]>();
  for (const leaf of leaves) told.set(leaf.place, [...(told.get(leaf.place) ?? []), leaf]);
  return places.map(({ key }) => {
    const report = reportFor(key);
    const rows = (told.get(key) ?? []).map(({ hidden, sumsJson }) => ({
      hidden,
      sums: JSON.parse(sumsJson) as number[],
    }));
    return {
      reporter: key,
      sums: partKeys(metric).map((_, i) => rows.reduce((sum, { sums }) => sum + (sums[i] ?? 0), 0)),
      hidden: report === undefined ? 0 : rows.reduce((sum, { hidden }) => sum + hidden, 0),
      isBounded: metric.kind === 'count' && report?.isFirst === 1,
      asOfMs: report?.asOfMs ?? null,
    };
  });
};

/** One people metric of a month: the nation by province, or a province by county, each by domain; sums of what was told and nothing else. */
export const peopleFigures = defineNationQuery({
  name: 'people_figures',
  permission: 'metric.read',
  input: zInput({
    metric: z.string().max(60).optional(),
    period: z.string().refine(isPeriodKey, { error: 'period_malformed' }).optional(),
    province: z.enum(PROVINCES.map(({ slug }) => slug)).optional(),
    at: zAt,
  }),
  output: z.object({
    nowMs: z.int(),
    pin: PinOutput,
    metrics: z.array(PeopleMetricOutput),
    metric: z.string().describe('Key of the metric that is told'),
    periods: z.array(z.string()).describe('Months of which anything was told, newest first'),
    period: z.string().nullable(),
    province: z.object({ slug: z.string(), nameFa: z.string(), nameEn: z.string() }).nullable(),
    domains: z.array(z.object({ key: z.string(), titleFa: z.string(), titleEn: z.string() })),
    whole: PeopleFigureOutput,
    byDomain: z.record(z.string(), PeopleFigureOutput),
    places: z.array(PeoplePlaceOutput),
  }),
  ask: (db, { metric: key, period, province, at }, facts) => {
    const asked = { metric: metricOf(key), period, moment: momentOf(at, facts.nowMs) };
    return {
      pin: askPin(db, at),
      provinces: askProvinces(db, at, sql`status = 'active'`),
      counties: askCounties(db, at, sql`province = ${province ?? ''}`),
      periods: many(db.text<{ period: string }>(peoplePeriods(asked))),
      reports: many(db.text<ReportRow>(peopleReports(asked))),
      leaves: many(db.text<LeafRow>(peopleLeafSums(asked, province))),
    };
  },
  shape: (got, { metric: key, period, province, at }, facts) => {
    const metric = metricOf(key);
    const top = topOf(metric);
    const reports = new Map(got.reports.map((report) => [report.province, report]));
    const own = province === undefined ? undefined : reports.get(province);
    const covered = new Set(own === undefined ? [] : (JSON.parse(own.countiesJson) as string[]));
    const places: Place[] =
      province === undefined
        ? got.provinces.map(({ slug, code, nameFa, nameEn }) => ({ key: slug, code, nameFa, nameEn }))
        : got.counties
            .filter(({ code, endedOn }) => endedOn === null || covered.has(code))
            .map(({ code, nameFa, nameEn }) => ({ key: code, code, nameFa, nameEn }));
    const reportFor = (place: string): ReportRow | undefined =>
      province === undefined ? reports.get(place) : covered.has(place) ? own : undefined;
    const joined = (places: readonly Place[], leaves: readonly LeafRow[]) =>
      joinPeople(reportsOf(metric, places, reportFor, leaves), top);
    const named = got.provinces.find(({ slug }) => slug === province);
    return {
      nowMs: momentOf(at, facts.nowMs),
      pin: pinOf(at, got.pin),
      metrics: peopleMetrics.map(describePeople),
      metric: metric.key,
      periods: got.periods.map((row) => row.period),
      period: period ?? got.periods[0]?.period ?? null,
      province: named ? { slug: named.slug, nameFa: named.nameFa, nameEn: named.nameEn } : null,
      domains: NATIONAL_DOMAINS.map(({ key, titleFa, titleEn }) => ({ key, titleFa, titleEn })),
      whole: joined(places, got.leaves),
      byDomain: Object.fromEntries(
        NATIONAL_DOMAINS.map(({ key }) => [
          key,
          joined(
            places,
            got.leaves.filter(({ domain }) => domain === key),
          ),
        ]),
      ),
      places: places.map((place) => {
        const report = reportFor(place.key);
        const leaves = got.leaves.filter((leaf) => leaf.place === place.key);
        return {
          ...place,
          whole: joined([place], leaves),
          domains: report
            ? NATIONAL_DOMAINS.map(({ key }) => {
                const { sums, suppressed, range } = joined(
                  [place],
                  leaves.filter(({ domain }) => domain === key),
                );
                return { domain: key, sums: sums ?? [], suppressed, range };
              })
            : null,
          letter: report
            ? {
                version: report.version,
                number: report.letterNumber,
                closedAtMs: report.closedAtMs,
                isFirst: report.isFirst === 1,
              }
            : null,
        };
      }),
    };
  },
});
