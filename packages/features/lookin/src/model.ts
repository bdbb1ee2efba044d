import { GUEST_ROLES, type GuestRole } from '@mahalleh/access';
import { PROVINCES, zCount, zEmail, zFlag, zId, zInput, zName, zNote, zOptional } from '@mahalleh/kernel';
import * as z from 'zod';

/** What may be opened besides the neighbourhoods and their steps, which every guest sees. */
export const AREAS = ['councils', 'problems', 'operations', 'targets'] as const;
/** A part of what is written in a province, as it is opened to a guest. */
export type Area = (typeof AREAS)[number];

/** The role that opens an area. */
export const roleOfArea = (area: Area): GuestRole => `guest_${area}`;

/** The roles of a guest who sees these areas: that of the places first. */
export const rolesOfAreas = (areas: readonly Area[]): GuestRole[] => [
  'guest_places',
  ...(Object.keys(GUEST_ROLES) as GuestRole[]).filter((role) => areas.some((area) => roleOfArea(area) === role)),
];

/** The longest that somebody may look in by one grant. Unit: hours. */
export const LONGEST_HOURS = 14 * 24;

const zArea = z.enum(AREAS, { error: 'area_unknown' });

/** Input of `lookin.grant`: who, at what, for how long and why. */
export const GrantLookin = zInput({
  fullName: zName(),
  email: zEmail,
  unitId: zId('unit'),
  areas: z.array(zArea, { error: 'required' }).max(AREAS.length, { error: 'area_unknown' }).default([]),
  forHours: zCount({ min: 1, max: LONGEST_HOURS }),
  reason: zNote(600),
});

/** Input of `lookin.end` and of the question for one grant. */
export const OneLookin = zInput({ lookinId: zId('lookin') });

/** Which grants to list. */
export const LookinFilter = zInput({ page: zCount({ min: 1 }).default(1) });

/** The views of one grant, a page at a time; what was refused only when it is asked for. */
export const LookinViews = zInput({
  lookinId: zId('lookin'),
  page: zCount({ min: 1 }).default(1),
  withRefused: zOptional(zFlag),
});

/** Input of `lookin.accept`, at the ministry. */
export const AcceptLookin = zInput({
  province: z.enum(PROVINCES.map(({ slug }) => slug) as [string, ...string[]], { error: 'province_unknown' }),
  lookinId: zId('lookin'),
});

/** Nothing. */
export const Nothing = zInput({});

/** What granting and ending answer. */
export const LookinChanged = z.object({ id: z.string(), untilMs: z.int() });

/** What following an invitation answers: the token of the one-time link at the province's door, once. */
export const LookinAccepted = z.object({ id: z.string(), province: z.string(), token: z.string().optional() });

/** Where a grant stands: not followed yet, looked in by, ended by the province, run out. */
export const STANDINGS = ['waiting', 'open', 'ended', 'over'] as const;
/** Where a grant stands. */
export type Standing = (typeof STANDINGS)[number];

const grant = {
  id: z.string(),
  fullName: z.string(),
  unitId: z.string(),
  unitNameFa: z.string(),
  unitNameEn: z.string().nullable(),
  areas: z.array(zArea),
  reason: z.string(),
  grantedAtMs: z.int(),
  grantedByName: z.string().nullable(),
  untilMs: z.int(),
  standing: z.enum(STANDINGS),
};

/** Who looks in where the reader works, now. */
export const CurrentLookins = z.object({ rows: z.array(z.object(grant)) });
/** Somebody who looks in, as the notice of the workspace tells of them. */
export type CurrentLookin = z.infer<typeof CurrentLookins>['rows'][number];

const kept = {
  ...grant,
  email: z.string(),
  acceptedAtMs: z.int().nullable(),
  endedAtMs: z.int().nullable(),
  endedByName: z.string().nullable(),
  /** How many questions were answered. */
  views: z.int(),
};

/** A page of grants, the newest first. */
export const LookinRows = z.object({
  rows: z.array(z.object(kept)),
  total: z.int(),
  page: z.int(),
  size: z.int(),
});
/** A grant as the reader of the audit finds it. */
export type Lookin = z.infer<typeof LookinRows>['rows'][number];

/** One view, as it was written down before it was answered. */
const view = z.object({
  id: z.string(),
  atMs: z.int(),
  /** Name of the question: `problem_page`. */
  asked: z.string(),
  /** The ids and closed words that were asked about; never what somebody typed. */
  about: z.record(z.string(), z.union([z.string(), z.number()])),
  /** What the record that was looked at is called, where it is one. */
  label: z.string().nullable(),
  /** Whether the grant opened it; what it did not open was refused. */
  isPermitted: z.boolean(),
});
/** One view. */
export type LookinView = z.infer<typeof view>;

/** A grant with its views, the newest first. */
export const LookinPage = z.object({ ...kept, rows: z.array(view), total: z.int(), page: z.int(), size: z.int() });

/** An invitation of a province to look in, as the ministry has it. */
const invitation = z.object({
  province: z.string(),
  lookinId: z.string(),
  fullName: z.string(),
  email: z.string(),
  partFa: z.string(),
  partEn: z.string().nullable(),
  areas: z.array(zArea),
  reason: z.string(),
  grantedAtMs: z.int(),
  untilMs: z.int(),
  acceptedAtMs: z.int().nullable(),
  endedAtMs: z.int().nullable(),
  standing: z.enum(STANDINGS),
  /** Whether it is for the reader, who alone may follow it. */
  isMine: z.boolean(),
});
/** An invitation of a province to look in. */
export type LookinInvitation = z.infer<typeof invitation>;

/** The invitations of provinces: one's own, and for an administrator those of everybody. */
export const LookinInvitations = z.object({ rows: z.array(invitation) });
