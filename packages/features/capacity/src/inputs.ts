import {
  zCount,
  zFlag,
  zId,
  zInput,
  zLatitude,
  zLongitude,
  zNote,
  zOptional,
  zRevision,
  zRial,
  zTitle,
} from '@mahalleh/kernel';
import * as z from 'zod';
import { CAPACITY_KINDS, WITHDRAW_REASONS } from './statuses.ts';

/** The field of an amendment: left out, it stays; null or empty text clears it. */
const zClearable = <T extends z.ZodType>(field: T) =>
  z.union([z.literal('').transform(() => null), field.nullable()]).optional();

const zDomainKey = z.string({ error: 'required' }).regex(/^[a-z0-9_]{1,60}$/, { error: 'choice_unknown' });
const zQuantity = zCount({ min: 1, max: 1_000_000 });
const edit = { capacityId: zId('capacity'), revision: zRevision };

/** Input of `capacity.register`. A skill is named by what it is, never by who has it. */
export const RegisterCapacity = zInput({
  unitId: zId('unit'),
  kind: z.enum(CAPACITY_KINDS),
  name: zTitle(),
  note: zOptional(zNote()),
  agencyId: zOptional(zId('agency')),
  quantity: zOptional(zQuantity),
  amountRial: zOptional(zRial),
  domainKey: zOptional(zDomainKey),
  availableNote: zOptional(zTitle(300)),
  latitude: zOptional(zLatitude),
  longitude: zOptional(zLongitude),
});

/** Input of `capacity.amend`: what is left out stays. */
export const AmendCapacity = zInput({
  ...edit,
  kind: zOptional(z.enum(CAPACITY_KINDS)),
  name: zOptional(zTitle()),
  note: zClearable(zNote()),
  agencyId: zClearable(zId('agency')),
  quantity: zClearable(zQuantity),
  amountRial: zClearable(zRial),
  domainKey: zClearable(zDomainKey),
  availableNote: zClearable(zTitle(300)),
  latitude: zClearable(zLatitude),
  longitude: zClearable(zLongitude),
});

/** Input of `capacity.withdraw`. */
export const WithdrawCapacity = zInput({ ...edit, reason: z.enum(WITHDRAW_REASONS) });

/** Input of the list of capacities: those in the bank, unless withdrawn ones are asked for. */
export const ListCapacities = zInput({
  /** The unit and everything below it. */
  unitId: zOptional(zId('unit')),
  kind: zOptional(z.enum(CAPACITY_KINDS)),
  domain: zOptional(zDomainKey),
  agencyId: zOptional(zId('agency')),
  q: zOptional(z.string().max(200, { error: 'text_too_long' })),
  withdrawn: zOptional(zFlag),
  page: zOptional(zCount({ min: 1, max: 100_000 })),
  size: zOptional(zCount({ min: 1, max: 100 })),
});

/** Input of the page of one capacity. */
export const OneCapacity = zInput({ capacityId: zId('capacity') });
