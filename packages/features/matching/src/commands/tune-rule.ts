import { defineCommand, guarded, many, one } from '@mahalleh/gate';
import { isRefusal } from '@mahalleh/kernel';
import { and, eq, sql } from 'drizzle-orm';
import { Tuned, TuneRule } from '../model.ts';
import { matchRules } from '../schema.ts';
import { paramsSaid, weightRefusal } from '../tuning-rules.ts';

/** Gives a rule another weight, other numbers, or takes it out of force; something must still weigh. */
export const tuneRule = defineCommand({
  name: 'match.tune',
  permission: 'match.tune',
  input: TuneRule,
  output: Tuned,
  load: (db, { key }) => ({
    rule: one(
      db
        .select()
        .from(matchRules)
        .where(eq(sql`${matchRules.key}`, key)),
      'match_rule_unknown',
    ),
    rules: many(db.select().from(matchRules)),
  }),
  decide: ({ rule, rules }, { weight, isActive, params: said }) => {
    const read = said === undefined ? undefined : paramsSaid(rule.key, said);
    if (isRefusal(read)) return read;
    const set = {
      weight: weight ?? rule.weight,
      isActive: isActive ?? rule.isActive,
      paramsJson: read ? JSON.stringify(read.params) : rule.paramsJson,
    };
    const others = rules.map((other) => (other.key === rule.key ? { ...other, ...set } : other));
    return weightRefusal(others) ?? set;
  },
  save: (db, set, { rule: { key } }, { revision }) => [
    guarded(
      db
        .update(matchRules)
        .set({ ...set, revision: revision + 1 })
        .where(
          and(
            eq(matchRules.key, key),
            eq(matchRules.revision, revision),
            set.isActive && set.weight > 0 && key !== 'promised'
              ? undefined
              : sql`exists (select 1 from match_rules r where r.key <> ${key} and r.key <> 'promised' and r.is_active and r.weight > 0)`,
          ),
        ),
    ),
  ],
  reversal: (_set, { rule }, { revision }) => ({
    steps: [
      {
        table: matchRules,
        id: { key: rule.key },
        revision: revision + 1,
        set: { weight: rule.weight, isActive: rule.isActive, paramsJson: rule.paramsJson },
      },
    ],
  }),
  audit: (_set, { rule }, { weight, isActive, params }) => ({
    subject: `match.${rule.key}`,
    unitId: null,
    fields: Object.entries({ weight, isActive, params }).flatMap(([name, value]) =>
      value === undefined ? [] : [name],
    ),
  }),
  answer: (_set, { rule }, { revision }) => ({ key: rule.key, revision: revision + 1 }),
});
