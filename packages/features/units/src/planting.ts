import { change, type Change, type Statement } from '@mahalleh/gate';
import { foldText, newId } from '@mahalleh/kernel';
import type { UnitKind } from './model.ts';

export { amendMany, insertMany, stillAsRead } from './as-read.ts';

/** A unit about to be. Its county follows from its parents. */
export type Seedling = {
  readonly id: string;
  readonly kind: UnitKind;
  readonly nameFa: string;
  readonly parentId: string | null;
  readonly fromOn: string;
  readonly nameEn?: string | null | undefined;
  readonly officialCode?: string | null | undefined;
  readonly population?: number | null | undefined;
  readonly areaM2?: number | null | undefined;
  readonly latitude?: number | null | undefined;
  readonly longitude?: number | null | undefined;
  readonly isModel?: boolean;
  readonly isSample?: boolean;
};

const rowOf = (seedling: Seedling) => ({
  ...seedling,
  isModel: Number(seedling.isModel ?? false),
  isSample: Number(seedling.isSample ?? false),
  folded: foldText(`${seedling.nameFa} ${seedling.nameEn ?? ''}`),
  membershipId: newId(),
});

const pick = (name: string): string => `json_extract(j.value, '$.${name}')`;

/**
 * The statements that make these units, in any number and with parents among them: rows, closure, county and first
 * membership, all from one bound text. Fails: a unique or foreign key, which rolls all back.
 */
export const plantSql = (seedlings: readonly Seedling[], nowMs: number): Statement[] => {
  const rows = JSON.stringify(seedlings.map(rowOf));
  const ids = `select ${pick('id')} from json_each(?) j`;
  const fields = [
    'id',
    'kind',
    'officialCode',
    'nameFa',
    'nameEn',
    'folded',
    'parentId',
    'fromOn',
    'population',
    'areaM2',
    'latitude',
    'longitude',
    'isModel',
    'isSample',
  ];
  return [
    {
      sql:
        'insert into units (id, kind, official_code, name_fa, name_en, name_folded, parent_id, from_on, population, area_m2, latitude, longitude, is_model, is_sample, registered_at_ms, revision)' +
        ` select ${fields.map(pick).join(', ')}, ?, 1 from json_each(?) j`,
      args: [nowMs, rows],
    },
    {
      sql:
        `insert or ignore into unit_closure (ancestor_id, unit_id) with recursive up(ancestor_id, unit_id) as (select u.id, u.id from units u where u.id in (${ids})` +
        ' union all select u.parent_id, up.unit_id from up join units u on u.id = up.ancestor_id where u.parent_id is not null) select ancestor_id, unit_id from up',
      args: [rows],
    },
    {
      sql:
        "update units set county_id = (select c.ancestor_id from unit_closure c join units a on a.id = c.ancestor_id where c.unit_id = units.id and a.kind = 'county')" +
        ` where id in (${ids})`,
      args: [rows],
    },
    {
      sql:
        'insert into unit_memberships (id, unit_id, parent_id, county_id, from_on, to_on)' +
        ` select ${pick('membershipId')}, u.id, u.parent_id, u.county_id, u.from_on, null from json_each(?) j join units u on u.id = ${pick('id')}`,
      args: [rows],
    },
  ];
};

/** A ready statement as a change of a save. */
export const changeOf = ({ sql, args }: Statement): Change =>
  change({ toSQL: () => ({ sql, params: Array.isArray(args) ? [...(args as unknown[])] : [] }) });

/** The changes that make these units. Fails: as `plantSql`. */
export const plant = (seedlings: readonly Seedling[], nowMs: number): Change[] =>
  plantSql(seedlings, nowMs).map(changeOf);
