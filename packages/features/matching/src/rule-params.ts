import { CAPACITY_KINDS } from '@mahalleh/capacity/statuses';
import { zCount, zDecimal, zInput } from '@mahalleh/kernel';
import { NATIONAL_DOMAINS, type NationalDomainKey } from '@mahalleh/problems/model';
import * as z from 'zod';

const zShare = zDecimal({ min: 0, max: 1 });
const zMetres = zCount({ min: 1, max: 100_000 });

const zFits = z.record(
  z.enum(NATIONAL_DOMAINS.map(({ key }) => key) as [NationalDomainKey, ...NationalDomainKey[]]),
  z.record(z.enum(CAPACITY_KINDS), zShare),
);

/** What each factor is computed with. Shares are 0..1. */
export const RULE_PARAMS = {
  /** What a related domain, and a capacity for any domain, are worth. */
  domain: zInput({ related: zShare, general: zShare }),
  /** How well each kind serves each of the nation's domains. */
  kind: zInput({ fits: zFits }),
  /** Up to `nearM` it is near, from `farM` it is not; without points, by how the places lie. Unit: metres. */
  distance: zInput({ nearM: zMetres, farM: zMetres, sameUnit: zShare, sameCounty: zShare, above: zShare }),
  /** How many free days of the week are enough, and what is worth what has no hours. */
  free: zInput({ daysEnough: zCount({ min: 1, max: 7 }), unknown: zShare }),
  /** How many solved problems are enough. */
  solved: zInput({ enough: zCount({ min: 1, max: 50 }) }),
  /** What taking part is worth beside leading. */
  duty: zInput({ partner: zShare }),
  /** How many people one piece serves, how many rials one person takes, and what is worth what has no number. */
  quantity: zInput({
    peoplePerPiece: zCount({ min: 1, max: 100_000 }),
    rialPerPerson: zCount({ min: 1, max: 1_000_000_000 }),
    unknown: zShare,
  }),
  /** How many other operations are as many as it can bear. */
  promised: zInput({ most: zCount({ min: 1, max: 50 }) }),
} as const;

/** What each factor is computed with. */
export type RuleParams = { readonly [F in keyof typeof RULE_PARAMS]: z.output<(typeof RULE_PARAMS)[F]> };
