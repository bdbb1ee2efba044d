import { change, defineCommand, guarded, one, type Change, type WriteDb } from '@mahalleh/gate';
import { isRefusal } from '@mahalleh/kernel';
import { and, eq, sql } from 'drizzle-orm';
import { AmendDomain, DomainChanged } from '../domain-inputs.ts';
import { aboveIt, amendDomain as amended, whyNotTurnSensitive } from '../domain-rules.ts';
import { askDomains, askHolding, askProvince, HAS_PLACE, holdsNothing } from '../domain-sql.ts';
import { WHOLE } from '../place-rules.ts';
import { domainTree } from '../queries/problem-scope.ts';
import { domains, problems } from '../schema.ts';

/** The changes that leave every problem and operation in a domain and below it with their neighbourhood alone. */
const placesDropped = (db: WriteDb<'province'>, domainKey: string): Change[] => [
  change(
    db
      .update(problems)
      .set({ ...WHOLE, revision: sql`${problems.revision} + 1` })
      .where(sql`${problems.domainKey} in ${domainTree(domainKey)} and ${HAS_PLACE}`),
  ),
  change(
    db.text(
      sql`update operations set place_kind = 'whole', latitude = null, longitude = null, revision = revision + 1 where latitude is not null and (domain_key in ${domainTree(domainKey)} or problem_id in (select p.id from problems p where p.domain_key in ${domainTree(domainKey)}))`,
    ),
  ),
];

/** Renames a domain, moves it in the tree, or makes it sensitive with everything below it; what was a place in it is then dropped, if that was said. */
export const amendDomain = defineCommand({
  name: 'domain.amend',
  permission: 'domain.amend',
  input: AmendDomain,
  output: DomainChanged,
  load: (db, { domainKey }) => ({
    province: askProvince(db),
    tree: askDomains(db),
    domain: one(db.select().from(domains).where(eq(domains.key, domainKey)), 'domain_unknown'),
    holding: askHolding(db, domainKey),
  }),
  decide: ({ tree, domain, holding }, said) => {
    const decided = amended(tree, domain, said);
    if (isRefusal(decided)) return decided;
    const no = whyNotTurnSensitive(decided.turning, holding, said.dropPlaces ?? false);
    if (no) return no;
    const after = {
      titleFa: said.titleFa ?? domain.titleFa,
      titleEn: said.titleEn ?? domain.titleEn,
      parentKey: decided.place.parentKey,
      isSensitive: decided.place.isSensitive,
      ord: said.ord ?? domain.ord,
    };
    const fields = (Object.keys(after) as (keyof typeof after)[]).filter((key) => after[key] !== domain[key]);
    return { before: domain, after, fields, turning: decided.turning };
  },
  save: (db, { after, turning }, { domain }, { domainKey, revision, dropPlaces }) => [
    ...(turning.length > 0 && dropPlaces ? placesDropped(db, domainKey) : []),
    // Looked at again while it is written: another domain may have moved meanwhile, and a place or a photo come in.
    guarded(
      db
        .update(domains)
        .set({ ...after, revision: revision + 1 })
        .where(
          and(
            eq(domains.key, domainKey),
            eq(domains.revision, revision),
            after.parentKey === null || after.parentKey === domain?.parentKey
              ? undefined
              : sql`${after.parentKey} not in ${domainTree(domainKey)}`,
            turning.length > 0 ? holdsNothing(domainKey) : undefined,
          ),
        ),
    ),
    ...turning
      .filter((key) => key !== domainKey)
      .map((key) =>
        guarded(
          db
            .update(domains)
            .set({ isSensitive: true, revision: sql`${domains.revision} + 1` })
            .where(and(eq(domains.key, key), eq(domains.isSensitive, false))),
        ),
      ),
  ],
  // What has become sensitive stays so, and places that were dropped are gone. What it lay below must lie where it lay: no circle.
  reversal: ({ before, fields, turning }, { tree }, { domainKey, revision }) =>
    turning.length > 0
      ? undefined
      : {
          steps: [
            {
              table: domains,
              id: { key: domainKey },
              revision: revision + 1,
              set: Object.fromEntries(fields.map((field) => [field, before[field]])),
            },
            ...(fields.includes('parentKey') ? aboveIt(tree, before.parentKey) : []).map(({ key, parentKey }) => ({
              table: domains,
              id: { key },
              at: { parentKey, retiredAtMs: null },
              set: { parentKey },
            })),
          ],
        },
  audit: ({ fields, turning }, { province }, { domainKey }) => ({
    subject: domainKey,
    unitId: province.id,
    fields: turning.length > 0 ? [...fields, 'places'] : fields,
    also: turning.filter((key) => key !== domainKey),
  }),
  answer: (_decision, _state, { domainKey, revision }) => ({ key: domainKey, revision: revision + 1 }),
});
