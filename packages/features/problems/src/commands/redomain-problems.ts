import { isEvidenceOfProblem } from '@mahalleh/evidence';
import { many } from '@mahalleh/gate';
import { isRefusal, refuse } from '@mahalleh/kernel';
import { sql } from 'drizzle-orm';
import { defineBulk } from '../define-bulk.ts';
import { RedomainProblems } from '../inputs.ts';
import { otherPlaces } from '../other-places.ts';
import { amend } from '../rules.ts';

type More = { id: string; photos: number; places: number; isSensitive: number | null; isRetired: number };

/** Puts many open problems into one domain. Into a sensitive one go those alone that have nothing to drop: no place, no photo. */
export const redomainProblems = defineBulk({
  verb: 'amend',
  input: RedomainProblems,
  more: (db, { records, domainKey }) =>
    many(
      db.text<More>(
        sql`select j.value as id, (select count(*) from evidence e where e.kind = 'photo' and e.removed_at_ms is null and ${isEvidenceOfProblem(sql`j.value`)}) as photos, ${otherPlaces(sql`j.value`)} as places, (select d.is_sensitive from domains d where d.key = ${domainKey}) as "isSensitive", coalesce((select d.retired_at_ms is not null from domains d where d.key = ${domainKey}), 0) as "isRetired" from json_each(${JSON.stringify(records.map(({ id }) => id))}) j`,
      ),
    ),
  decide: (problem, { domainKey }, _facts, more) => {
    const known = more.find(({ id }) => id === problem.id);
    if (!known || known.isSensitive === null || known.isRetired === 1)
      return refuse('domain_unknown', { field: 'domainKey' });
    const amended = amend(problem, {}, known.isSensitive === 1, { photos: known.photos, otherPlaces: known.places });
    return isRefusal(amended) ? amended : { domainKey, ...amended.place };
  },
});
