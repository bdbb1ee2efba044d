import { postLetter } from '@mahalleh/border';
import { NATION, type Statement } from '@mahalleh/gate';
import { roleGrants } from '@mahalleh/gate/tables';
import { foldText, newId } from '@mahalleh/kernel';
import { guestRoleRows, offeredLetter } from '@mahalleh/lookin';
import type { Area } from '@mahalleh/lookin/model';
import { lookinGrants } from '@mahalleh/lookin/schema';
import { people } from '@mahalleh/people/schema';
import type { Desk } from '../desk.ts';
import { Fault } from '../fault.ts';
import { insertRows } from '../insert-rows.ts';

const HOUR_MS = 3_600_000;

type Unit = { readonly id: string; readonly nameFa: string; readonly nameEn: string | null };
type Grant = {
  readonly email: string;
  readonly fullName: string;
  readonly areas: readonly Area[];
  readonly reason: string;
  readonly grantedAtMs: number;
  readonly untilMs: number;
  readonly acceptedAtMs: number | null;
};

/** One grant with the guest of it, what it opens, and its letter. */
const grantOf = ({ areas, fullName, ...grant }: Grant, unit: Unit, grantedBy: string) => {
  const [id, personId] = [newId(), newId()];
  const { grantedAtMs, untilMs, email, reason } = grant;
  const statements: Statement[] = [
    ...insertRows(people, [
      {
        ...{ id: personId, fullName, nameFolded: foldText(fullName) },
        ...{ isGuest: true, isSample: true, registeredAtMs: grantedAtMs },
      },
    ]),
    ...insertRows(lookinGrants, [
      { id, personId, unitId: unit.id, areasJson: JSON.stringify(areas), grantedBy, ...grant },
    ]),
    ...insertRows(
      roleGrants,
      guestRoleRows(id, areas).map((row) => ({ ...row, personId, unitId: unit.id, grantedAtMs, untilMs })),
    ),
    postLetter(
      offeredLetter,
      {
        ...{ id, fullName, email, reason, areas: [...areas] },
        ...{ partFa: unit.nameFa, partEn: unit.nameEn, grantedAtMs, untilMs },
      },
      grantedAtMs,
    ),
  ];
  return { id, personId, statements };
};

/** What a guest looked at, a few minutes apart. */
const viewsOf = (
  lookinId: string,
  personId: string,
  fromMs: number,
  asked: readonly (readonly [question: string, about: object])[],
): Statement => ({
  sql:
    'insert into audit_log (command_id, at_ms, actor_kind, actor_id, action, subject, input_hash, result_json, fields_json)' +
    " select json_extract(j.value, '$.id'), json_extract(j.value, '$.atMs'), 'guest', ?, 'lookin.view', ?, '', json_extract(j.value, '$.said'), '[]' from json_each(?) j",
  args: [
    personId,
    lookinId,
    JSON.stringify(
      asked.map(([question, about], i) => ({
        ...{ id: newId(), atMs: fromMs + i * 240_000 },
        said: JSON.stringify({ asked: question, with: about, permitted: 1 }),
      })),
    ),
  ],
});

const nameAt = async (desk: Desk, email: string): Promise<string> => {
  const [found] = await desk.rows(
    NATION,
    'select p.full_name from people p join accounts a on a.person_id = p.id where a.email = ?',
    [email],
  );
  if (!found) throw new Fault(`The ministry has no sample account ${email}.`);
  return String(found[0]);
};

/** Fills in two look-ins of a sample province: one that is over, with what was looked at, and one that has just been granted. */
export const seedLookins = async (desk: Desk, slug: string): Promise<void> => {
  const nowMs = Date.now();
  const [admin] = await desk.rows(slug, "select person_id from role_grants where role = 'province_admin' limit 1");
  const [county] = await desk.rows(
    slug,
    "select u.id, u.name_fa, u.name_en from units u where u.kind = 'county' and u.ended_on is null order by (select count(*) from problems p join unit_closure c on c.unit_id = p.unit_id where c.ancestor_id = u.id) desc limit 1",
  );
  if (!admin || !county) throw new Fault(`${slug} has no administrator or no county.`);
  const [id, nameFa, nameEn] = county;
  const unit: Unit = { id: String(id), nameFa: String(nameFa), nameEn: nameEn === null ? null : String(nameEn) };
  const [neighbourhood] = await desk.rows(
    slug,
    'select p.unit_id, p.id from problems p join unit_closure c on c.unit_id = p.unit_id where c.ancestor_id = ? and p.discarded_at_ms is null order by p.registered_at_ms limit 1',
    [unit.id],
  );
  const [reviewer, chief] = await Promise.all(
    ['reviewer@ministry.sample', 'admin@ministry.sample'].map((email) => nameAt(desk, email)),
  );
  const lastWeek = nowMs - 7 * 24 * HOUR_MS;
  const past = grantOf(
    {
      ...{ email: 'admin@ministry.sample', fullName: chief ?? '', areas: ['councils', 'problems'] },
      ...{ reason: 'آشنایی با نظام مسائل محله‌های الگو (نمونه)', acceptedAtMs: lastWeek + HOUR_MS },
      ...{ grantedAtMs: lastWeek, untilMs: lastWeek + 24 * HOUR_MS },
    },
    unit,
    String(admin[0]),
  );
  const live = grantOf(
    {
      ...{ email: 'reviewer@ministry.sample', fullName: reviewer ?? '', areas: ['problems', 'operations'] },
      ...{ reason: 'بررسی گزارش ماه گذشته پیش از پذیرش (نمونه)', acceptedAtMs: null },
      ...{ grantedAtMs: nowMs, untilMs: nowMs + 14 * 24 * HOUR_MS },
    },
    unit,
    String(admin[0]),
  );
  const [unitId, problemId] = (neighbourhood ?? [unit.id, newId()]).map(String);
  await desk.write(slug, { action: 'desk.seed', subject: `${slug}:look-ins` }, [
    ...past.statements,
    viewsOf(past.id, past.personId, lastWeek + 2 * HOUR_MS, [
      ['home', {}],
      ['neighbourhoods', {}],
      ['neighbourhood', { unitId }],
      ['problem_list', { unitId }],
      ['problem_page', { problemId }],
    ]),
    ...live.statements,
  ]);
};
