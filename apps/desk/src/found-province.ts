import { foundingRows } from '@mahalleh/councils';
import { charters, charterSeats, committeeKinds } from '@mahalleh/councils/schema';
import type { Statement } from '@mahalleh/gate';
import { newId, type ProvinceSlug } from '@mahalleh/kernel';
import { nationalDomainRows } from '@mahalleh/problems/model';
import { domains } from '@mahalleh/problems/schema';
import { divisionsOf, type Divisions } from '@mahalleh/units/divisions';
import { plantSql, type Seedling } from '@mahalleh/units/planting';
import { insertRows } from './insert-rows.ts';

/** Early enough that every period of the figures lies within the first membership. */
const SINCE = '2016-03-20';

const withEnglish = (division: { readonly nameFa: string }): { nameEn: string | null } =>
  'nameEn' in division && typeof division.nameEn === 'string' ? { nameEn: division.nameEn } : { nameEn: null };

/** The tree that a province begins with: itself, its counties, districts and cities, parents first. */
export const rootTree = ({ province, counties, districts, cities }: Divisions): Seedling[] => {
  const ids = new Map<string, string>();
  const grow = (
    kind: Seedling['kind'],
    division: { readonly code: string; readonly nameFa: string; readonly nameEn?: string | null },
    parentCode: string | null,
  ): Seedling => {
    const id = newId();
    ids.set(`${kind}:${division.code}`, id);
    const parentId = parentCode === null ? null : ids.get(parentCode);
    if (parentId === undefined) throw new Error(`${kind} ${division.code} lies in ${parentCode}, which is not there`);
    return {
      id,
      kind,
      nameFa: division.nameFa,
      ...withEnglish(division),
      officialCode: division.code,
      parentId,
      fromOn: SINCE,
    };
  };
  return [
    grow('province', province, null),
    ...counties.map((county) => grow('county', county, `province:${province.code}`)),
    ...districts.map((district) => grow('district', district, `county:${district.countyCode}`)),
    ...cities.map((city) => grow('city', city, `district:${city.districtCode}`)),
  ];
};

/** Everything that a province's database holds before anybody works in it. */
export const foundProvince = (slug: ProvinceSlug, nowMs: number): Statement[] => {
  const founding = foundingRows(slug);
  return [
    ...plantSql(rootTree(divisionsOf(slug)), nowMs),
    ...insertRows(charters, founding.charters),
    ...insertRows(charterSeats, founding.seats),
    ...insertRows(committeeKinds, founding.committeeKinds),
    ...insertRows(domains, nationalDomainRows),
    {
      sql: "insert into meta (key, value) values ('database', ?), ('epoch', '1'), ('provisioned_at_ms', ?)",
      args: [slug, String(nowMs)],
    },
  ];
};
