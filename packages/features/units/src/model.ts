import * as z from 'zod';
import {
  zCivilDate,
  zCount,
  zFlag,
  zId,
  zInput,
  zLatitude,
  zLongitude,
  zName,
  zNote,
  zOptional,
  zRevision,
  zTitle,
  type Bilingual,
} from '@mahalleh/kernel';
import { zBoundary } from './boundary.ts';
import { zOfficialCode } from './official-code.ts';

export { zOfficialCode } from './official-code.ts';

/** The kinds of unit, from the top. */
export const UNIT_KINDS = ['province', 'county', 'district', 'city', 'neighbourhood', 'village'] as const;
/** A kind of unit. */
export type UnitKind = (typeof UNIT_KINDS)[number];

/** The kinds that people register; the province itself is there from the beginning. */
export const REGISTERED_KINDS = ['county', 'district', 'city', 'neighbourhood', 'village'] as const;

/** What the kinds are called. */
export const UNIT_KIND_TITLES: Readonly<Record<UnitKind, Bilingual>> = {
  province: { fa: 'استان', en: 'Province' },
  county: { fa: 'شهرستان', en: 'County' },
  district: { fa: 'بخش یا منطقه', en: 'District' },
  city: { fa: 'شهر', en: 'City' },
  neighbourhood: { fa: 'محله', en: 'Neighbourhood' },
  village: { fa: 'روستا', en: 'Village' },
};

/** The ways in which one unit becomes another, or the same under another name or parent. */
export const SUCCESSION_KINDS = ['rename', 'split', 'merge', 'move'] as const;
/** A way in which a unit changed. */
export type SuccessionKind = (typeof SUCCESSION_KINDS)[number];

const zUnitId = zId('unit');
const zDecree = zOptional(zTitle(60));
const names = { nameFa: zName(), nameEn: zOptional(zName()), officialCode: zOptional(zOfficialCode) };

/** A new unit under a parent. `fromOn` is today unless said. */
export const RegisterUnit = zInput({
  parentId: zUnitId,
  kind: z.enum(REGISTERED_KINDS),
  ...names,
  fromOn: zOptional(zCivilDate),
});

/** The names of a unit, all of them: what is left out is cleared. A new `nameFa` is a rename, kept with its day and decree. */
export const AmendUnit = zInput({
  unitId: zUnitId,
  revision: zRevision,
  ...names,
  isModel: zOptional(zFlag),
  onDate: zOptional(zCivilDate),
  decreeNumber: zDecree,
});

/** A unit, with everything below it, under another parent. */
export const MoveUnit = zInput({
  unitId: zUnitId,
  revision: zRevision,
  parentId: zUnitId,
  onDate: zCivilDate,
  decreeNumber: zDecree,
});

/** One unit ended and several in its place; each unit below it goes to exactly one of them. */
export const SplitUnit = zInput({
  unitId: zUnitId,
  revision: zRevision,
  onDate: zCivilDate,
  decreeNumber: zDecree,
  into: z
    .array(zInput({ ...names, childIds: z.array(zUnitId).max(500).optional() }))
    .min(2)
    .max(20),
});

/** Several units of one parent ended and one in their place, with everything below them. `unitId` is among those merged. */
export const MergeUnits = zInput({
  unitId: zUnitId,
  revision: zRevision,
  others: z
    .array(zInput({ unitId: zUnitId, revision: zRevision }))
    .min(1)
    .max(19),
  ...names,
  onDate: zCivilDate,
  decreeNumber: zDecree,
});

/** The end of a unit with nothing living below it. */
export const RetireUnit = zInput({ unitId: zUnitId, revision: zRevision, onDate: zCivilDate });

/** The whole passport of a unit: what is left out is cleared. There is no field for households, and there will be none. */
export const AmendPassport = zInput({
  unitId: zUnitId,
  revision: zRevision,
  population: zOptional(zCount({ max: 20_000_000 })),
  areaM2: zOptional(zCount({ max: 200_000_000_000 })),
  latitude: zOptional(zLatitude),
  longitude: zOptional(zLongitude),
  boundaryGeojson: zOptional(zBoundary),
  houseBaseId: zOptional(zId('base')),
  leadBaseId: zOptional(zId('base')),
  managerPersonId: zOptional(zId('person')),
  summary: zOptional(zNote()),
});

const page = { page: zOptional(zCount({ min: 1, max: 100_000 })), size: zOptional(zCount({ min: 1, max: 100 })) };

/** Which units to list. Ended ones only when asked for. */
export const ListUnits = zInput({
  ...page,
  kind: zOptional(z.enum(UNIT_KINDS)),
  parentId: zOptional(zUnitId),
  countyId: zOptional(zUnitId),
  q: zOptional(zName(80)),
  withEnded: zOptional(zFlag),
});

/** Which unit. */
export const UnitById = zInput({ unitId: zUnitId });

/** What a change of one unit answers. */
export const UnitChanged = z.object({ id: z.string(), revision: z.number() });
/** What a split answers: the ended unit, and those in its place in the order given. */
export const UnitSplit = UnitChanged.extend({ intoIds: z.array(z.string()) });

const UnitRow = z.object({
  id: z.string(),
  kind: z.enum(UNIT_KINDS),
  officialCode: z.string().nullable(),
  nameFa: z.string(),
  nameEn: z.string().nullable(),
  parentId: z.string().nullable(),
  parentNameFa: z.string().nullable(),
  parentNameEn: z.string().nullable(),
  countyId: z.string().nullable(),
  countyNameFa: z.string().nullable(),
  countyNameEn: z.string().nullable(),
  population: z.number().nullable(),
  endedOn: z.string().nullable(),
  isModel: z.boolean(),
  isSample: z.boolean(),
  revision: z.number(),
});

/** One page of units. */
export const UnitList = z.object({ rows: z.array(UnitRow), total: z.number(), page: z.number(), size: z.number() });

/** A unit with its place, its passport and its history. */
export const UnitDetail = z.object({
  unit: UnitRow.extend({
    fromOn: z.string(),
    areaM2: z.number().nullable(),
    latitude: z.number().nullable(),
    longitude: z.number().nullable(),
    boundaryGeojson: z.string().nullable(),
    summary: z.string().nullable(),
    houseBaseId: z.string().nullable(),
    houseBaseName: z.string().nullable(),
    leadBaseId: z.string().nullable(),
    leadBaseName: z.string().nullable(),
    managerPersonId: z.string().nullable(),
    managerName: z.string().nullable(),
  }),
  ancestors: z.array(
    z.object({ id: z.string(), kind: z.enum(UNIT_KINDS), nameFa: z.string(), nameEn: z.string().nullable() }),
  ),
  below: z.array(z.object({ kind: z.enum(UNIT_KINDS), count: z.number() })),
  memberships: z.array(
    z.object({
      parentId: z.string().nullable(),
      parentNameFa: z.string().nullable(),
      countyId: z.string().nullable(),
      countyNameFa: z.string().nullable(),
      fromOn: z.string(),
      toOn: z.string().nullable(),
    }),
  ),
  successions: z.array(
    z.object({
      kind: z.enum(SUCCESSION_KINDS),
      fromUnitId: z.string(),
      fromNameFa: z.string(),
      toUnitId: z.string(),
      toNameFa: z.string(),
      onDate: z.string(),
      oldName: z.string().nullable(),
      decreeNumber: z.string().nullable(),
    }),
  ),
  history: z.array(
    z.object({
      atMs: z.number(),
      action: z.string(),
      actorId: z.string(),
      actorName: z.string().nullable(),
      fields: z.array(z.string()),
    }),
  ),
});
