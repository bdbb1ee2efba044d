import { change, defineCommand, isMyUnit, maybe, NOW, one } from '@mahalleh/gate';
import { foldText, isRefusal, refuse, whyNotInProvince } from '@mahalleh/kernel';
import { units } from '@mahalleh/units/schema';
import { and, eq, sql } from 'drizzle-orm';
import { domainStands } from '../domain-stands.ts';
import { Registered, RegisterProblem } from '../model.ts';
import { register, whysOf } from '../rules.ts';
import { domains, problems } from '../schema.ts';
import { drawCodes } from '../tracking-code.ts';

/** Enters a problem into the registry of a neighbourhood and gives it a tracking code. */
export const registerProblem = defineCommand({
  name: 'problem.register',
  permission: 'problem.register',
  input: RegisterProblem,
  output: Registered,
  load: (db, { unitId, domainKey }) => ({
    unit: one(
      db
        .select({ kind: units.kind, endedOn: units.endedOn })
        .from(units)
        .where(and(eq(units.id, unitId), isMyUnit(units.id))),
      'unit_unknown',
    ),
    domain: maybe(db.select().from(domains).where(eq(domains.key, domainKey))),
    // Several are drawn, so that a full registry costs no second attempt: the first that is free is taken.
    code: one(
      db.text<{ code: string }>(
        sql`select value as code from json_each(${JSON.stringify(drawCodes(4))}) where not exists (select 1 from problems p where p.code = value) limit 1`,
      ),
      'code_taken',
    ),
  }),
  decide: ({ unit, domain, code }, input, facts) => {
    const place = register(unit, domain, input, facts.today);
    if (isRefusal(place)) return place;
    const elsewhere = whyNotInProvince(facts.workspace, place);
    if (elsewhere || !domain) return elsewhere ?? refuse('domain_unknown', { field: 'domainKey' });
    return { place, domain, id: facts.newId(), code: code.code };
  },
  save: (db, { place, domain, id, code }, _state, input, facts) => [
    domainStands(db, input.domainKey, domain),
    change(
      db.insert(problems).values({
        id,
        code,
        unitId: input.unitId,
        domainKey: input.domainKey,
        title: input.title,
        titleFolded: foldText(input.title),
        description: input.description ?? null,
        severity: input.severity,
        peopleAffected: input.peopleAffected ?? null,
        ...place,
        status: 'registered',
        ...whysOf(input),
        registeredBy: facts.personId,
        registeredAtMs: facts.nowMs,
      }),
    ),
  ],
  reversal: ({ id }) => ({ steps: [{ table: problems, id, revision: 1, set: { discardedAtMs: NOW } }] }),
  audit: ({ id }, _state, input) => ({ subject: id, unitId: input.unitId, fields: Object.keys(input) }),
  answer: ({ id, code }) => ({ id, revision: 1, code }),
  conflicts: { 'problems.code': 'code_taken' },
});
