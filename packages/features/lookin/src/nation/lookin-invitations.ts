import { defineNationQuery, many } from '@mahalleh/gate';
import { sql } from 'drizzle-orm';
import { LookinInvitations, Nothing, type Area } from '../model.ts';
import { standingOf } from '../rules.ts';

type Row = {
  province: string;
  lookinId: string;
  fullName: string;
  email: string;
  partFa: string;
  partEn: string | null;
  areas: string;
  reason: string;
  grantedAtMs: number;
  untilMs: number;
  acceptedAtMs: number | null;
  endedAtMs: number | null;
  isMine: number;
};

const MOST = 100;
const IS_MINE = sql`i.email = (select a.email from accounts a where a.person_id = (select person_id from me))`;

/** The invitations of provinces to look in: one's own, and for an administrator of the ministry those of everybody. */
export const listInvitations = defineNationQuery({
  name: 'lookin_invitations',
  permission: 'lookin.read',
  input: Nothing,
  output: LookinInvitations,
  ask: (db) => ({
    rows: many(
      db.text<Row>(
        sql`select i.province, i.grant_id as "lookinId", i.full_name as "fullName", i.email, i.part_fa as "partFa", i.part_en as "partEn", i.areas_json as areas, i.reason, i.granted_at_ms as "grantedAtMs", i.until_ms as "untilMs", i.accepted_at_ms as "acceptedAtMs", i.ended_at_ms as "endedAtMs", coalesce(${IS_MINE}, 0) as "isMine" from lookin_invitations i where ${IS_MINE} or exists (select 1 from my_grants mg where mg.role = 'ministry_admin') order by i.granted_at_ms desc, i.grant_id desc limit ${MOST}`,
      ),
    ),
  }),
  shape: ({ rows }, _input, { nowMs }) => ({
    rows: rows.map((row) => ({
      ...row,
      areas: JSON.parse(row.areas) as Area[],
      isMine: row.isMine === 1,
      standing: standingOf(row, nowMs),
    })),
  }),
});
