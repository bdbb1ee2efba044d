import { postLetter } from '@mahalleh/border';
import { change, changeOf, defineCommand, guarded, guardedRows, isMyUnit, maybe, one } from '@mahalleh/gate';
import { foldText } from '@mahalleh/kernel';
import { people } from '@mahalleh/people/schema';
import { eq, sql } from 'drizzle-orm';
import { offeredLetter } from '../letters.ts';
import { GrantLookin, LookinChanged } from '../model.ts';
import { guestRoleRows } from '../roles-sql.ts';
import { endsAt, holderRefusal } from '../rules.ts';

type UnitRow = { id: string; nameFa: string; nameEn: string | null };
type HolderRow = { id: string; isGuest: number; isLookingIn: number };

/** SQL of the grants by which this address may look in at an instant. */
const liveOf = (email: string, nowMs: number) =>
  sql`select 1 from lookin_grants l where l.email = ${email} and l.ended_at_ms is null and l.until_ms > ${nowMs}`;

/** Lets a named person of the ministry look at a part of the province for some hours: a guest of the province, invited by letter. */
export const grantLookin = defineCommand({
  name: 'lookin.grant',
  permission: 'lookin.grant',
  input: GrantLookin,
  output: LookinChanged,
  load: (db, { unitId, email }, { nowMs }) => ({
    unit: one(
      db.text<UnitRow>(
        sql`select u.id, u.name_fa as "nameFa", u.name_en as "nameEn" from units u where u.id = ${unitId} and u.ended_on is null and ${isMyUnit(sql`u.id`)}`,
      ),
      'unit_unknown',
    ),
    holder: maybe(
      db.text<HolderRow>(
        sql`select p.id, p.is_guest as "isGuest", exists (${liveOf(email, nowMs)}) as "isLookingIn" from people p where p.id = coalesce((select a.person_id from accounts a where a.email = ${email}), (select l.person_id from lookin_grants l where l.email = ${email} limit 1))`,
      ),
    ),
  }),
  decide: ({ unit, holder }, { email, fullName, areas, reason, forHours }, { nowMs, newId }) => {
    const refusal = holderRefusal(holder && { isGuest: holder.isGuest === 1, isLookingIn: holder.isLookingIn === 1 });
    if (refusal) return refusal;
    const id = newId();
    const seen = [...new Set(areas)];
    return {
      personId: holder?.id ?? newId(),
      isNew: holder === undefined,
      roles: guestRoleRows(id, seen, newId),
      letter: {
        ...{ id, fullName, email, reason, areas: seen },
        ...{ partFa: unit.nameFa, partEn: unit.nameEn, grantedAtMs: nowMs, untilMs: endsAt(nowMs, forHours) },
      },
    };
  },
  save: (db, { personId, isNew, roles, letter }, { unit }, { fullName, email }, { nowMs, personId: by }) => {
    const name = { fullName, nameFolded: foldText(fullName) };
    const { id, areas, reason, untilMs } = letter;
    return [
      isNew
        ? change(db.insert(people).values({ id: personId, ...name, isGuest: true, registeredAtMs: nowMs }))
        : guarded(db.update(people).set(name).where(eq(people.id, personId))),
      guarded(
        db.text(
          sql`insert into lookin_grants (id, person_id, email, unit_id, areas_json, reason, granted_by, granted_at_ms, until_ms) select ${id}, ${personId}, ${email}, ${unit.id}, ${JSON.stringify(areas)}, ${reason}, ${by}, ${nowMs}, ${untilMs} where not exists (${liveOf(email, nowMs)})`,
        ),
      ),
      guardedRows(
        db.text(
          sql`insert into role_grants (id, person_id, role, unit_id, granted_at_ms, until_ms) select json_extract(j.value, '$.id'), ${personId}, json_extract(j.value, '$.role'), ${unit.id}, ${nowMs}, ${untilMs} from json_each(${JSON.stringify(roles)}) j`,
        ),
        roles.length,
      ),
      changeOf(postLetter(offeredLetter, letter, nowMs)),
    ];
  },
  audit: ({ letter, personId }, { unit }) => ({
    subject: letter.id,
    unitId: unit.id,
    fields: ['fullName', 'email', 'unitId', 'areas', 'untilMs', 'reason'],
    also: [personId],
  }),
  answer: ({ letter: { id, untilMs } }) => ({ id, untilMs }),
});
