import { refuse, whyNotInProvince, type CivilDate, type Refusal } from '@mahalleh/kernel';
import type { EvidenceKind } from './kinds.ts';

/** What must be known of a subject before evidence is attached to it or taken away. */
export type Subject = {
  readonly unitId: string;
  readonly isSensitive: boolean;
  readonly isMerged: boolean;
  /** It stands as solved or done, and rests on this evidence alone. */
  readonly restsOnEvidence: boolean;
  readonly evidenceCount: number;
};

/** Why this may not be attached, or undefined. Nothing sensitive is ever photographed; a merged problem is closed to everything. */
export const whyNotAttach = (
  subject: Subject,
  kind: EvidenceKind,
  takenOn: CivilDate | undefined,
  today: CivilDate,
): Refusal | undefined => {
  if (subject.isMerged) return refuse('subject_is_merged', { field: 'subjectId' });
  if (kind === 'photo' && subject.isSensitive) return refuse('sensitive_has_no_photo', { field: 'bytes' });
  if (takenOn !== undefined && takenOn > today) return refuse('taken_in_future', { field: 'takenOn' });
  return undefined;
};

/** Why this is no place of a photo in that province, or undefined. A place has both coordinates. */
export const whyNotPlace = (
  { latitude, longitude }: { latitude?: number | undefined; longitude?: number | undefined },
  province: string,
): Refusal | undefined => {
  if ((latitude === undefined) !== (longitude === undefined))
    return refuse('point_needs_coordinates', { field: latitude === undefined ? 'latitude' : 'longitude' });
  return whyNotInProvince(province, { latitude, longitude });
};

/** A time of day as it is stored: `14:05`. */
export const clockText = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** Why this may not be removed, or undefined. What is called solved or done keeps at least one piece of evidence. */
export const whyNotRemove = (subject: Subject): Refusal | undefined => {
  if (subject.isMerged) return refuse('subject_is_merged');
  return subject.restsOnEvidence && subject.evidenceCount <= 1 ? refuse('last_evidence') : undefined;
};
