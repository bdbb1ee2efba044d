import { defineCommand, guarded, one } from '@mahalleh/gate';
import { and, eq, sql } from 'drizzle-orm';
import { DomainChanged, RetireDomain } from '../domain-inputs.ts';
import { whyNotRetire } from '../domain-rules.ts';
import { askDomains, askProvince } from '../domain-sql.ts';
import { domains } from '../schema.ts';

/** Takes a domain out of use: what is in it stays there, nothing new comes. It can be brought back from the trash. */
export const retireDomain = defineCommand({
  name: 'domain.retire',
  permission: 'domain.retire',
  input: RetireDomain,
  output: DomainChanged,
  load: (db, { domainKey }) => ({
    province: askProvince(db),
    tree: askDomains(db),
    domain: one(db.select().from(domains).where(eq(domains.key, domainKey)), 'domain_unknown'),
  }),
  decide: ({ tree, domain }, _input, { nowMs }) =>
    whyNotRetire(tree, domain) ?? { retiredAtMs: nowMs, label: domain.titleFa },
  // Looked at again while it is written: one may have been put below it since.
  save: (db, { retiredAtMs }, _state, { domainKey, revision }) => [
    guarded(
      db
        .update(domains)
        .set({ retiredAtMs, revision: revision + 1 })
        .where(
          and(
            eq(domains.key, domainKey),
            eq(domains.revision, revision),
            sql`not exists (select 1 from domains b where b.parent_key = ${domainKey} and b.retired_at_ms is null)`,
          ),
        ),
    ),
  ],
  reversal: ({ label }, _state, { domainKey, revision }) => ({
    trash: true,
    label,
    steps: [{ table: domains, id: { key: domainKey }, revision: revision + 1, set: { retiredAtMs: null } }],
  }),
  audit: (_decision, { province }, { domainKey }) => ({
    subject: domainKey,
    unitId: province.id,
    fields: ['retiredAtMs'],
  }),
  answer: (_decision, _state, { domainKey, revision }) => ({ key: domainKey, revision: revision + 1 }),
});
