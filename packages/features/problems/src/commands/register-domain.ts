import { change, defineCommand } from '@mahalleh/gate';
import { isRefusal } from '@mahalleh/kernel';
import { DomainChanged, RegisterDomain } from '../domain-inputs.ts';
import { keyOf, registerDomain as placed } from '../domain-rules.ts';
import { askDomains, askProvince } from '../domain-sql.ts';
import { domains } from '../schema.ts';

/** Adds a domain to the province's tree, below another or on top, for one of the nation's. */
export const registerDomain = defineCommand({
  name: 'domain.register',
  permission: 'domain.register',
  input: RegisterDomain,
  output: DomainChanged,
  load: (db) => ({ province: askProvince(db), tree: askDomains(db) }),
  decide: ({ tree }, said) => {
    const key = said.key ?? keyOf(said.titleEn);
    const place = placed(tree, { ...said, key });
    if (isRefusal(place)) return place;
    return { key, place, ord: said.ord ?? Math.max(0, ...tree.map(({ ord }) => ord)) + 1 };
  },
  save: (db, { key, place, ord }, _state, { titleFa, titleEn }) => [
    change(db.insert(domains).values({ key, titleFa, titleEn, ...place, ord })),
  ],
  reversal: ({ key }) => ({ steps: [{ table: domains, id: { key }, remove: true }] }),
  audit: ({ key }, { province }, input) => ({ subject: key, unitId: province.id, fields: Object.keys(input) }),
  answer: ({ key }) => ({ key, revision: 1 }),
  conflicts: { 'domains.key': 'domain_key_taken' },
});
