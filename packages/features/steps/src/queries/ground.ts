import { defineQuery, isMyUnit, many, maybe, openedTo } from '@mahalleh/gate';
import { sql, type SQL } from 'drizzle-orm';
import { OneGround, zGround } from '../ground-model.ts';

const MOST = 60;

type UnitRow = {
  id: string;
  kind: string;
  nameFa: string;
  nameEn: string | null;
  latitude: number | null;
  longitude: number | null;
  boundaryGeojson: string | null;
};
type LandmarkRow = {
  id: string;
  is: 'base' | 'capacity';
  kind: string;
  name: string;
  latitude: number;
  longitude: number;
  isHouse: number;
  isLead: number;
};

/** SQL that gives the one neighbourhood which is meant, if the actor may see it. */
const place = ({ unitId, problemId }: (typeof OneGround)['_output']): SQL => {
  const named =
    unitId !== undefined
      ? sql`${unitId}`
      : problemId !== undefined
        ? sql`(select p.unit_id from problems p where p.id = ${problemId})`
        : sql`(select g.unit_id from my_grants g where (select count(distinct unit_id) from my_grants) = 1 limit 1)`;
  return sql`place(id) as materialized (select n.id from units n where n.id = ${named} and n.kind in ('neighbourhood', 'village') and ${isMyUnit(sql`n.id`)})`;
};

/** What a map of a neighbourhood is drawn on: its boundary, its point, and the places by which people find their way. */
export const getGround = defineQuery({
  name: 'ground',
  permission: 'unit.read',
  input: OneGround,
  output: zGround,
  ask: (db, input) => ({
    unit: maybe(
      db.text<UnitRow>(
        sql`with ${place(input)} select u.id, u.kind, u.name_fa as "nameFa", u.name_en as "nameEn", u.latitude, u.longitude, u.boundary_geojson as "boundaryGeojson" from place join units u on u.id = place.id`,
      ),
    ),
    landmarks: many(
      db.text<LandmarkRow>(sql`with ${place(input)},
        base as (select b.id, 'base' as "is", b.kind, b.name, b.latitude, b.longitude, b.id = u.house_base_id as "isHouse", b.id = u.lead_base_id or b.is_lead = 1 as "isLead"
          from place join units u on u.id = place.id join bases b on b.unit_id = place.id where b.latitude is not null and b.longitude is not null and b.retired_at_ms is null),
        capacity as (select c.id, 'capacity' as "is", c.kind, c.name, c.latitude, c.longitude, 0 as "isHouse", 0 as "isLead"
          from place join capacities c on c.unit_id = place.id where c.latitude is not null and c.longitude is not null and c.withdrawn_at_ms is null and c.kind in ('institution', 'place'))
        select * from (select * from base union all select * from capacity) order by coalesce("isHouse", 0) desc, coalesce("isLead", 0) desc, "is", name limit ${MOST}`),
    ),
  }),
  shape: ({ unit, landmarks }, _input, someone) => ({
    unit: unit ?? null,
    landmarks: landmarks
      .filter((one) => one.is === 'base' || openedTo(someone).may('capacity.read'))
      .map((one) => ({ ...one, isHouse: one.isHouse === 1, isLead: one.isLead === 1 })),
  }),
});
