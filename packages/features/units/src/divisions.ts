import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { provinceOf, type ProvinceSlug } from '@mahalleh/kernel';

const FOLDER = join(import.meta.dirname, '../data/divisions');

const rowsOf = (file: string): string[][] =>
  readFileSync(join(FOLDER, `${file}.csv`), 'utf8')
    .trimEnd()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(','));

const cell = (row: readonly string[], at: number): string => row[at] ?? '';

/** A county of the official list. */
export type CountyDivision = { readonly code: string; readonly nameFa: string; readonly nameEn: string | null };
/** A district of the official list, with its county's code. */
export type DistrictDivision = { readonly code: string; readonly countyCode: string; readonly nameFa: string };
/** A city of the official list, with its county's and district's codes. */
export type CityDivision = DistrictDivision & { readonly districtCode: string };

/** The official divisions of one province. */
export type Divisions = {
  readonly province: {
    readonly code: string;
    readonly slug: ProvinceSlug;
    readonly nameFa: string;
    readonly nameEn: string;
  };
  readonly counties: readonly CountyDivision[];
  readonly districts: readonly DistrictDivision[];
  readonly cities: readonly CityDivision[];
};

/** The official divisions of a province, read from the files beside this package: for the desk, never for the Worker. */
export const divisionsOf = (slug: ProvinceSlug): Divisions => {
  const { code, nameFa, nameEn } = provinceOf(slug);
  const isHere = (row: readonly string[]): boolean => cell(row, 0).startsWith(code);
  return {
    province: { code, slug, nameFa, nameEn },
    counties: rowsOf('counties')
      .filter(isHere)
      .map((row) => ({ code: cell(row, 0), nameFa: cell(row, 2), nameEn: cell(row, 3) || null })),
    districts: rowsOf('districts')
      .filter(isHere)
      .map((row) => ({ code: cell(row, 0), countyCode: cell(row, 1), nameFa: cell(row, 2) })),
    cities: rowsOf('cities')
      .filter(isHere)
      .map((row) => ({
        code: cell(row, 0),
        countyCode: cell(row, 1),
        districtCode: cell(row, 2),
        nameFa: cell(row, 3),
      })),
  };
};

/** The key of each province in the shapes of `iran-map`, by slug. */
export const mapKeys = (): Readonly<Record<string, string>> =>
  Object.fromEntries(rowsOf('map-keys').map((row) => [cell(row, 1), cell(row, 2)]));
