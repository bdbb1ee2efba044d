import { guarded, type Change, type WriteDb } from '@mahalleh/gate';
import { and, eq } from 'drizzle-orm';
import { reports } from '../schema.ts';

/** Which report, in which version, as the editor saw it. */
export type Edit = { readonly period: string; readonly version: number; readonly revision: number };

/** Sets fields of a report, guarded by the revision that the editor saw. */
export const turnReport = (
  db: WriteDb<'province'>,
  { period, version, revision }: Edit,
  set: Partial<typeof reports.$inferInsert>,
): Change =>
  guarded(
    db
      .update(reports)
      .set({ ...set, revision: revision + 1 })
      .where(and(eq(reports.period, period), eq(reports.version, version), eq(reports.revision, revision))),
  );

/** What a report is called in the audit log. */
export const subjectOf = ({ period, version }: { period: string; version: number }): string =>
  `report:${period}:${version}`;

/** What a change of a report answers. */
export const changed = ({ period, version, revision }: Edit) => ({ period, version, revision: revision + 1 });
