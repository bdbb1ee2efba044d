import { sql, type SQL } from 'drizzle-orm';
import { capacities } from '../schema.ts';

/** A point, and how far from it. Unit: metres. */
export type Near = { readonly latitude: number; readonly longitude: number; readonly withinM: number };

const DEGREE_M = 111_320;

/** The square of a capacity's distance from a point, on the plane that the earth is at such distances. Unit: square metres. */
export const squareFrom = ({ latitude, longitude }: Omit<Near, 'withinM'>): SQL<number | null> => {
  const eastM = DEGREE_M * Math.cos((latitude * Math.PI) / 180);
  const north = sql`(${capacities.latitude} - ${latitude}) * ${DEGREE_M}`;
  const east = sql`(${capacities.longitude} - ${longitude}) * ${eastM}`;
  return sql<number | null>`(${north}) * (${north}) + (${east}) * (${east})`;
};

/** Keeps the capacities within a distance of a point; those without a point of their own are not near anything. */
export const isNear = (near: Near): SQL =>
  sql`${capacities.latitude} is not null and ${squareFrom(near)} <= ${near.withinM * near.withinM}`;
