import type { responsibilities } from '@mahalleh/responsibility/schema';
import type { Replaced } from './duties-after.ts';

/** A duty that is declared in the place of another one, and the element that it stands for. */
export type Instead = { readonly elementId: string; readonly row: typeof responsibilities.$inferInsert };

/** The duties that are declared in the place of others, as it is done by hand: from today on. */
export const replacing = (
  replaced: readonly Replaced[],
  unitId: string,
  { newId, today, nowMs }: { readonly newId: () => string; readonly today: string; readonly nowMs: number },
): Instead[] =>
  replaced.map(({ elementId, duty, note }) => ({
    elementId,
    row: { id: newId(), unitId, ...duty, note, fromOn: today, declaredAtMs: nowMs },
  }));

/** Which of them stands for which element from now on. */
export const standingInstead = (templateId: string, instead: readonly Instead[]) =>
  instead.map(({ elementId, row }) => ({ templateId, elementId, kind: 'duty', rowKey: row.id }));
