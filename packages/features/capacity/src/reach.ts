import { isMyUnit } from '@mahalleh/gate';
import { and, eq } from 'drizzle-orm';
import { capacities } from './schema.ts';

/** A row of the capacity bank. */
export type CapacityRow = typeof capacities.$inferSelect;

/** Keeps the one capacity, if it lies in the actor's scope. */
export const isMine = (id: string) => and(eq(capacities.id, id), isMyUnit(capacities.unitId));

/** Keeps the one capacity at the revision that its editor saw. */
export const isAt = (id: string, revision: number) => and(eq(capacities.id, id), eq(capacities.revision, revision));
