import type { PersonKeys } from '@mahalleh/gate';
import type { CivilDate, Weekday } from '@mahalleh/kernel';
import { daysBits } from './days.ts';
import { CURRENT_CONSENT } from './consent-text.ts';
import { sealSaid } from './sealing.ts';
import type { volunteers } from './schema.ts';
import type { ConsentChannel, VolunteerSkill } from './statuses.ts';

/** A volunteer about to be, in bulk. */
export type NewVolunteer = {
  readonly id: string;
  readonly unitId: string;
  readonly fullName: string;
  readonly phone: string;
  readonly times?: string;
  readonly skills: readonly VolunteerSkill[];
  readonly days: readonly Weekday[];
  readonly consent: { readonly on: CivilDate; readonly channel: ConsentChannel; readonly recordedBy: string };
  readonly enrolledAtMs: number;
  readonly isSample?: boolean;
};

/** Makes the key of a volunteer and seals what is kept of them. Shape: the row to be written. */
export const sealedVolunteer = async (
  keys: PersonKeys,
  workspace: string,
  { id, unitId, fullName, phone, times, skills, days, consent, enrolledAtMs, isSample = false }: NewVolunteer,
): Promise<typeof volunteers.$inferInsert> => ({
  id,
  unitId,
  ...(await sealSaid(await keys.create(workspace, id), { workspace, volunteerId: id }, { fullName, phone, times })),
  skillsJson: JSON.stringify(skills),
  freeDays: daysBits(days),
  consentVersion: CURRENT_CONSENT.version,
  consentOn: consent.on,
  consentChannel: consent.channel,
  consentRecordedBy: consent.recordedBy,
  enrolledAtMs,
  isSample,
});
