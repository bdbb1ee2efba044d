import * as z from 'zod';
import { PROBLEM_STATUSES } from './statuses.ts';

/** Where a map of problems stands: counties of a province, neighbourhoods of whatever lies between, or the points of one neighbourhood. */
export const MAP_LEVELS = ['province', 'county', 'neighbourhood'] as const;
/** Where a map of problems stands. */
export type MapLevel = (typeof MAP_LEVELS)[number];

const zUnit = { kind: z.string(), nameFa: z.string(), nameEn: z.string().nullable() };
const zSome = z.object({ id: z.string(), code: z.string(), title: z.string(), isRedacted: z.boolean() });

/** A unit on the map with how many problems there are in it. A unit without a point is listed beside the map. */
export const ProblemPlace = z.object({
  unitId: z.string(),
  ...zUnit,
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  count: z.number(),
  /** Of severity 4 and 5. */
  severe: z.number(),
});

/** A problem at its point. */
export const ProblemPoint = zSome.extend({
  domainFa: z.string(),
  domainEn: z.string(),
  severity: z.number(),
  status: z.enum(PROBLEM_STATUSES),
  isOverdue: z.boolean(),
  latitude: z.number(),
  longitude: z.number(),
});

/** The problems of a list on a map. */
export const ProblemMap = z.object({
  level: z.enum(MAP_LEVELS),
  units: z.array(z.object({ id: z.string(), ...zUnit })),
  /** The units with the most problems; `placesTotal` have some. */
  places: z.array(ProblemPlace),
  placesTotal: z.number(),
  /** Whether only the first that were found are counted: such filters are not kept in tallies. */
  isMore: z.boolean(),
  /** The most severe that have a point; `placed` have one. */
  points: z.array(ProblemPoint),
  placed: z.number(),
  unplaced: z.number(),
  /** In sensitive domains: counted, nowhere shown. */
  sensitive: z.number(),
  unplacedRows: z.array(zSome.extend({ severity: z.number() })),
});
