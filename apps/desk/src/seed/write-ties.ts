import { foldText, newId } from '@mahalleh/kernel';
import { relationOf } from '@mahalleh/problems/rules';
import type { RelationKind } from '@mahalleh/problems/statuses';
import type { problems } from '@mahalleh/problems/schema';
import type { Author } from './author.ts';
import type { Registry } from './write-registry.ts';

type Row = typeof problems.$inferInsert;

const LAMPS = 'تاریکی کوچه‌های ۸ تا ۱۴';
const FLOOD = 'آب‌گرفتگی گذر اصلی';

/** Ties the problems of a neighbourhood that has those two: one report that was both, one that came twice, and what belongs together. */
export const writeTies = (author: Author, { unitId, by }: Pick<Registry, 'unitId' | 'by'>): void => {
  const { sheet, calendar } = author;
  const titled = (title: string): Row | undefined =>
    sheet.problems.find((row) => row.unitId === unitId && row.title === title);
  const [lamps, flood] = [titled(LAMPS), titled(FLOOD)];
  if (!lamps || !flood) return;
  const other = (title: string, more: Partial<Row> & Pick<Row, 'status'>): Row => ({
    id: newId(),
    code: author.code(),
    unitId,
    domainKey: 'civil_works',
    title,
    titleFolded: foldText(title),
    severity: 3,
    placeKind: 'whole',
    registeredBy: by,
    registeredAtMs: Math.min(lamps.registeredAtMs, flood.registeredAtMs) - 86_400_000,
    isSample: true,
    ...more,
  });
  const report = other('کوچه‌های تاریک و آب‌گرفته پشت دبستان', { status: 'split' });
  // What is split stands before its parts, as the reference wants it.
  sheet.problems.unshift(report);
  lamps.splitFromId = report.id;
  flood.splitFromId = report.id;
  const twin = other('چراغ‌های سوخته کوچه ۱۲', { status: 'merged', mergedIntoId: lamps.id });
  sheet.problems.push(twin);
  sheet.problemMoves.push(
    { problemId: report.id, seq: -1, atMs: lamps.registeredAtMs, fromStatus: 'registered', toStatus: 'split' },
    { problemId: twin.id, seq: -1, atMs: calendar.at(-30), fromStatus: 'registered', toStatus: 'merged' },
  );
  const relate = (from: Row, title: string, kind: RelationKind): void => {
    const to = titled(title);
    if (to)
      sheet.problemRelations.push({
        ...relationOf(from.id, to.id, kind),
        unitId,
        relatedBy: by,
        relatedAtMs: calendar.at(-12),
      });
  };
  relate(lamps, FLOOD, 'same_place');
  relate(lamps, 'فروش مواد در پیرامون بوستان', 'causes');
  relate(lamps, 'سگ‌های ولگرد نزدیک مدرسه', 'related');
};
