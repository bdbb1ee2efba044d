import { asc, isNull } from 'drizzle-orm';
import { sql } from 'drizzle-orm';
import { defineQuery, many } from '@mahalleh/gate';
import { COMMITTEE_SET_NAMES } from '../committee-sets.ts';
import type { CharterOrigin, CouncilKind } from '../codes.ts';
import { ListCharters, zCharterList } from '../model.ts';
import { committeeKinds } from '../schema.ts';

type Row = {
  id: string;
  kind: CouncilKind;
  version: number;
  titleFa: string;
  titleEn: string;
  origin: CharterOrigin;
  fromOn: string;
  supersededOn: string | null;
  requiredSeats: number;
  seats: number;
  councils: number;
};

/** All charters of the province, those in force first, and the committees that it works with. */
export const listCharters = defineQuery({
  name: 'charters',
  permission: 'charter.read',
  input: ListCharters,
  output: zCharterList,
  ask: (db) => ({
    rows: many(
      db.text<Row>(sql`select c.id, c.kind, c.version, c.title_fa as titleFa, c.title_en as titleEn, c.origin, c.from_on as fromOn, c.superseded_on as supersededOn,
          (select count(*) from charter_seats s where s.charter_id = c.id and s.is_required = 1) as requiredSeats,
          (select count(*) from charter_seats s where s.charter_id = c.id) as seats,
          (select count(*) from councils k where k.charter_id = c.id and k.dissolved_on is null) as councils
        from charters c order by c.superseded_on is not null, case c.kind when 'province_steering' then 0 when 'county_steering' then 1 else 2 end, c.version desc`),
    ),
    committees: many(
      db
        .select({
          key: committeeKinds.key,
          titleFa: committeeKinds.titleFa,
          titleEn: committeeKinds.titleEn,
          isEmergency: committeeKinds.isEmergency,
        })
        .from(committeeKinds)
        .where(isNull(committeeKinds.retiredOn))
        .orderBy(asc(committeeKinds.ord)),
    ),
  }),
  shape: ({ rows, committees }) => ({ rows, committees, committeeSets: [...COMMITTEE_SET_NAMES] }),
});
