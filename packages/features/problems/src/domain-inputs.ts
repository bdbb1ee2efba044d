import { zCount, zFlag, zInput, zOptional, zRevision, zTitle } from '@mahalleh/kernel';
import * as z from 'zod';
import { NATIONAL_DOMAINS } from './domain.ts';

const zDomainKey = z.string({ error: 'required' }).regex(/^[a-z0-9_]{1,60}$/, { error: 'domain_unknown' });

const zNationalKey = z.enum(NATIONAL_DOMAINS.map(({ key }) => key));
const zOrd = zCount({ min: 1, max: 9999 });
const titles = { titleFa: zTitle(80), titleEn: zTitle(80) };

/** Input of `domain.register`. Without a key it is made of the English title; without a national domain it is that of the parent. */
export const RegisterDomain = zInput({
  ...titles,
  key: zOptional(zDomainKey),
  nationalKey: zOptional(zNationalKey),
  parentKey: zOptional(zDomainKey),
  isSensitive: zOptional(zFlag),
  ord: zOptional(zOrd),
});

/** Input of `domain.amend`: what is left out stays; an empty parent puts it on top. */
export const AmendDomain = zInput({
  domainKey: zDomainKey,
  revision: zRevision,
  titleFa: zOptional(zTitle(80)),
  titleEn: zOptional(zTitle(80)),
  parentKey: z.union([z.literal('').transform(() => null), zDomainKey.nullable()]).optional(),
  isSensitive: zOptional(zFlag),
  ord: zOptional(zOrd),
  /** Said when it becomes sensitive: points and descriptions of places in it may be dropped for good. */
  dropPlaces: zOptional(zFlag),
});

/** Input of `domain.retire`. */
export const RetireDomain = zInput({ domainKey: zDomainKey, revision: zRevision });

/** Input of the list of domains. */
export const ListDomains = zInput({
  /** Those that are retired as well. */
  all: zOptional(zFlag),
});

/** What a change of a domain answers. */
export const DomainChanged = z.object({ key: z.string(), revision: z.number() });

/** One domain with its place in the tree. */
export const DomainItem = z.object({
  key: z.string(),
  titleFa: z.string(),
  titleEn: z.string(),
  nationalKey: z.string(),
  isSensitive: z.boolean(),
  parentKey: z.string().nullable(),
  ord: z.number(),
  retiredAtMs: z.number().nullable(),
  revision: z.number(),
});
/** One domain with its place in the tree. */
export type DomainItem = z.infer<typeof DomainItem>;

/** The domains of the province in their order. */
export const DomainList = z.object({ rows: z.array(DomainItem) });
