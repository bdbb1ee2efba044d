import * as z from 'zod';
import { CONSENT_CHANNELS, SKILL_KEYS } from './statuses.ts';

/** What every change of a volunteer answers: never who it is. */
export const Changed = z.object({ id: z.string(), revision: z.number() });

/** One volunteer, as the manager sees them. Who they are is null once they have withdrawn, or when their key is gone. */
export const VolunteerItem = z.object({
  id: z.string(),
  unitId: z.string(),
  unitNameFa: z.string(),
  unitNameEn: z.string().nullable(),
  fullName: z.string().nullable(),
  phone: z.string().nullable(),
  times: z.string().nullable(),
  note: z.string().nullable(),
  skills: z.array(z.enum(SKILL_KEYS)),
  /** The weekdays on which they are free: bit n for weekday n, Saturday 0. */
  freeDays: z.number(),
  consentVersion: z.string(),
  consentOn: z.string(),
  consentChannel: z.enum(CONSENT_CHANNELS),
  consentRecordedByName: z.string().nullable(),
  enrolledAtMs: z.number(),
  withdrawnAtMs: z.number().nullable(),
  isSample: z.boolean(),
  revision: z.number(),
});
/** One volunteer, as the manager sees them. */
export type VolunteerItem = z.infer<typeof VolunteerItem>;

/** A page of volunteers. */
export const VolunteerList = z.object({
  rows: z.array(VolunteerItem),
  total: z.number(),
  page: z.number(),
  size: z.number(),
});

/** One entry of a volunteer's history: who did what, and which fields. */
export const HistoryEntry = z.object({
  atMs: z.number(),
  action: z.string(),
  actorId: z.string(),
  actorName: z.string().nullable(),
  subject: z.string(),
  fields: z.array(z.string()),
});

/** One volunteer with their history. */
export const VolunteerDetail = VolunteerItem.extend({ history: z.array(HistoryEntry) });
/** One volunteer with their history. */
export type VolunteerDetail = z.infer<typeof VolunteerDetail>;

/** How many volunteers can do what. A null count is fewer than five. */
export const VolunteerCounts = z.object({
  unitId: z.string(),
  rows: z.array(z.object({ skill: z.enum(SKILL_KEYS), count: z.number().nullable() })),
});
