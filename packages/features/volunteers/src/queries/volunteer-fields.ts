import { people } from '@mahalleh/people/schema';
import { units } from '@mahalleh/units/schema';
import type { PersonKeys } from '@mahalleh/gate';
import { sql } from 'drizzle-orm';
import type { VolunteerItem } from '../model.ts';
import { volunteers } from '../schema.ts';
import { openRow, type Opened, type SealedRow } from '../sealing.ts';

/** The columns of a volunteer, who they are still sealed. */
export const itemFields = {
  id: volunteers.id,
  unitId: volunteers.unitId,
  unitNameFa: units.nameFa,
  unitNameEn: units.nameEn,
  nameSealed: volunteers.nameSealed,
  phoneSealed: volunteers.phoneSealed,
  timesSealed: volunteers.timesSealed,
  noteSealed: volunteers.noteSealed,
  skillsJson: volunteers.skillsJson,
  freeDays: volunteers.freeDays,
  consentVersion: volunteers.consentVersion,
  consentOn: volunteers.consentOn,
  consentChannel: volunteers.consentChannel,
  consentRecordedByName: sql<
    string | null
  >`(select ${people.fullName} from ${people} where ${people.id} = ${volunteers.consentRecordedBy})`,
  enrolledAtMs: volunteers.enrolledAtMs,
  withdrawnAtMs: volunteers.withdrawnAtMs,
  isSample: volunteers.isSample,
  revision: volunteers.revision,
};

/** Opens rows under their keys, which are asked for together. Shape: by id. */
export const openRows = async (
  keys: PersonKeys,
  workspace: string,
  rows: readonly SealedRow[],
): Promise<ReadonlyMap<string, Opened>> => {
  const sealed = rows.filter(({ nameSealed }) => nameSealed !== null);
  const found = await keys.read(
    workspace,
    sealed.map(({ id }) => id),
  );
  return new Map(
    await Promise.all(sealed.map(async (row) => [row.id, await openRow(found.get(row.id), workspace, row)] as const)),
  );
};

const NOBODY: Opened = { fullName: null, phone: null, times: null, note: null };

type Row = SealedRow & Omit<VolunteerItem, keyof Opened | 'skills'> & { readonly skillsJson: string };

/** A row as the manager sees it. */
export const itemOf = (row: Row, opened: ReadonlyMap<string, Opened>): VolunteerItem => {
  const { nameSealed: _n, phoneSealed: _p, timesSealed: _t, noteSealed: _o, skillsJson, ...rest } = row;
  return { ...rest, skills: JSON.parse(skillsJson) as VolunteerItem['skills'], ...(opened.get(row.id) ?? NOBODY) };
};
