import * as z from 'zod';
import { CAPACITY_KINDS, WITHDRAW_REASONS } from './statuses.ts';

/** What every change of a capacity answers. */
export const Changed = z.object({ id: z.string(), revision: z.number() });

/** One capacity in a list. */
export const CapacityItem = z.object({
  id: z.string(),
  unitId: z.string(),
  unitNameFa: z.string(),
  unitNameEn: z.string().nullable(),
  kind: z.enum(CAPACITY_KINDS),
  name: z.string(),
  agencyId: z.string().nullable(),
  agencyName: z.string().nullable(),
  quantity: z.number().nullable(),
  domainKey: z.string().nullable(),
  availableNote: z.string().nullable(),
  registeredAtMs: z.number(),
  withdrawnAtMs: z.number().nullable(),
  isSample: z.boolean(),
  revision: z.number(),
});
/** One capacity in a list. */
export type CapacityItem = z.infer<typeof CapacityItem>;

/** A page of capacities. */
export const CapacityList = z.object({
  rows: z.array(CapacityItem),
  total: z.number(),
  page: z.number(),
  size: z.number(),
});

/** One entry of a record's history: who did what, and the fields it changed. */
export const HistoryEntry = z.object({
  atMs: z.number(),
  action: z.string(),
  actorId: z.string(),
  actorName: z.string().nullable(),
  subject: z.string(),
  fields: z.array(z.string()),
});

/** One capacity with everything on its page. */
export const CapacityDetail = CapacityItem.extend({
  note: z.string().nullable(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  withdrawReason: z.enum(WITHDRAW_REASONS).nullable(),
  history: z.array(HistoryEntry),
});
/** One capacity with everything on its page. */
export type CapacityDetail = z.infer<typeof CapacityDetail>;
