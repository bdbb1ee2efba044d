import { defineQuery } from '@mahalleh/gate';
import { DomainList, ListDomains } from '../model.ts';
import { askDomains } from '../domain-sql.ts';

/** The domains of the province, in their order: those in use, or all that ever were. */
export const domainList = defineQuery({
  name: 'domain_list',
  permission: 'problem.read',
  input: ListDomains,
  output: DomainList,
  ask: (db) => ({ rows: askDomains(db) }),
  shape: ({ rows }, { all }) => ({ rows: rows.filter(({ retiredAtMs }) => all || retiredAtMs === null) }),
});
