import { defineQuery, many } from '@mahalleh/gate';
import { DomainList, ListDomains } from '../model.ts';
import { domains } from '../schema.ts';

/** The domains of the province, in their order. */
export const domainList = defineQuery({
  name: 'domain_list',
  permission: 'problem.read',
  input: ListDomains,
  output: DomainList,
  ask: (db) => ({
    rows: many(
      db
        .select({
          key: domains.key,
          titleFa: domains.titleFa,
          titleEn: domains.titleEn,
          nationalKey: domains.nationalKey,
          isSensitive: domains.isSensitive,
          parentKey: domains.parentKey,
        })
        .from(domains)
        .orderBy(domains.ord),
    ),
  }),
  shape: ({ rows }) => ({ rows }),
});
