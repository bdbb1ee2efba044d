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
  zOptional,
  zRevision,
} from '@mahalleh/kernel';
import { zOfficialCode } from '@mahalleh/units/model';
import { ACTIVATIONS, AGENCY_KINDS, BASE_KINDS } from './kinds.ts';
import { zOfficePhone } from './office-phone.ts';

export * from './kinds.ts';

const zUnitId = zId('unit');
const zAgencyId = zId('agency');
const zBaseId = zId('base');

const agencyFields = { name: zName(), kind: z.enum(AGENCY_KINDS), phone: zOptional(zOfficePhone) };
const baseFields = {
  kind: z.enum(BASE_KINDS),
  name: zName(),
  officialCode: zOptional(zOfficialCode),
  agencyId: zOptional(zAgencyId),
  isLead: zOptional(zFlag),
  latitude: zOptional(zLatitude),
  longitude: zOptional(zLongitude),
};

/** A new body, with the unit that is its area. */
export const RegisterAgency = zInput({ unitId: zUnitId, ...agencyFields });
/** The whole of a body's details: what is left out is cleared. */
export const AmendAgency = zInput({ agencyId: zAgencyId, revision: zRevision, ...agencyFields });
/** A body that takes part no longer. */
export const RetireAgency = zInput({ agencyId: zAgencyId, revision: zRevision });

/** A new base in a neighbourhood or village. */
export const RegisterBase = zInput({
  unitId: zUnitId,
  ...baseFields,
  activation: zOptional(z.enum(['inactive', 'preparing'])),
});
/** The whole of a base's details: what is left out is cleared. */
export const AmendBase = zInput({ baseId: zBaseId, revision: zRevision, ...baseFields });
/** A base that works for its neighbourhood from a day on. */
export const ActivateBase = zInput({ baseId: zBaseId, revision: zRevision, on: zCivilDate });
/** A base that works no longer, or is being prepared again. */
export const DeactivateBase = zInput({ baseId: zBaseId, revision: zRevision, isPreparing: zOptional(zFlag) });

const page = { page: zOptional(zCount({ min: 1, max: 100_000 })), size: zOptional(zCount({ min: 1, max: 100 })) };

/** Which bodies to list. */
export const ListAgencies = zInput({
  ...page,
  kind: zOptional(z.enum(AGENCY_KINDS)),
  unitId: zOptional(zUnitId),
  q: zOptional(zName(80)),
  withRetired: zOptional(zFlag),
});
/** Which bases to list; `unitId` takes everything below it. */
export const ListBases = zInput({
  ...page,
  kind: zOptional(z.enum(BASE_KINDS)),
  activation: zOptional(z.enum(ACTIVATIONS)),
  countyId: zOptional(zUnitId),
  unitId: zOptional(zUnitId),
  agencyId: zOptional(zAgencyId),
  q: zOptional(zName(80)),
});
/** Which body. */
export const AgencyById = zInput({ agencyId: zAgencyId });
/** Which base. */
export const BaseById = zInput({ baseId: zBaseId });

/** What a change answers. */
export const Changed = z.object({ id: z.string(), revision: z.number() });

const AgencyRow = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(AGENCY_KINDS),
  unitId: z.string(),
  unitNameFa: z.string(),
  unitNameEn: z.string().nullable(),
  phone: z.string().nullable(),
  isSample: z.boolean(),
  retiredAtMs: z.number().nullable(),
  revision: z.number(),
  baseCount: z.number(),
});
const BaseRow = z.object({
  id: z.string(),
  unitId: z.string(),
  unitNameFa: z.string(),
  unitNameEn: z.string().nullable(),
  countyId: z.string().nullable(),
  countyNameFa: z.string().nullable(),
  countyNameEn: z.string().nullable(),
  kind: z.enum(BASE_KINDS),
  name: z.string(),
  officialCode: z.string().nullable(),
  agencyId: z.string().nullable(),
  agencyName: z.string().nullable(),
  activation: z.enum(ACTIVATIONS),
  activatedOn: z.string().nullable(),
  isLead: z.boolean(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  isSample: z.boolean(),
  revision: z.number(),
});
const history = z.array(
  z.object({
    atMs: z.number(),
    action: z.string(),
    actorId: z.string(),
    actorName: z.string().nullable(),
    fields: z.array(z.string()),
  }),
);

/** One page of bodies. */
export const AgencyList = z.object({ rows: z.array(AgencyRow), total: z.number(), page: z.number(), size: z.number() });
/** One body with its history. */
export const AgencyDetail = z.object({ agency: AgencyRow, history });
/** One page of bases. */
export const BaseList = z.object({ rows: z.array(BaseRow), total: z.number(), page: z.number(), size: z.number() });
/** One base with its history. */
export const BaseDetail = z.object({ base: BaseRow, history });
