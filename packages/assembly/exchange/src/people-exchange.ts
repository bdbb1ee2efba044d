import { sql } from 'drizzle-orm';
import { isMyUnit, many, type Change, type ReadDb } from '@mahalleh/gate';
import { foldText, zMobile, zName, zTitle } from '@mahalleh/kernel';
import { amendMany, insertMany, stillAsRead } from '@mahalleh/units/planting';
import type { Found, Numbered, PlanFacts } from './exchange.ts';
import { planPeople, type KnownPerson, type PersonImport, type PersonOutcome } from './people-plan.ts';

const columns = [
  {
    key: 'fullName',
    title: { fa: 'نام و نام خانوادگی', en: 'Full name' },
    synonyms: ['نام', 'نام کامل', 'نام و نام‌خانوادگی', 'name', 'person'],
    isRequired: true,
    field: zName(),
  },
  {
    key: 'mobile',
    title: { fa: 'تلفن همراه', en: 'Mobile' },
    synonyms: ['همراه', 'موبایل', 'شماره همراه', 'شماره موبایل', 'شماره تماس', 'تلفن', 'mobile phone', 'phone'],
    isRequired: false,
    field: zMobile,
  },
  {
    key: 'jobTitle',
    title: { fa: 'سمت', en: 'Job title' },
    synonyms: ['عنوان شغلی', 'شغل', 'پست', 'مسئولیت', 'job', 'title', 'position'],
    isRequired: false,
    field: zTitle(120),
  },
] as const;

/** The cast is safe: the statement names exactly these columns. */
const peopleOf = (rows: readonly Found[] | undefined): readonly KnownPerson[] =>
  (rows ?? []) as unknown as readonly KnownPerson[];

const save = (outcomes: readonly PersonOutcome[], { nowMs }: PlanFacts): Change[] => {
  const records = outcomes.flatMap((one) => ('record' in one ? [one.record] : []));
  const rowOf = ({ id, values }: (typeof records)[number]) => ({
    id,
    full_name: values.fullName,
    name_folded: foldText(values.fullName),
    mobile: values.mobile,
    job_title: values.jobTitle,
    is_sample: 0,
    registered_at_ms: nowMs,
    revision: 1,
  });
  const amended = records.flatMap((record) => (record.before ? [{ record, before: record.before }] : []));
  const fresh = records.filter(({ before }) => before === null).map(rowOf);
  return [
    ...stillAsRead(
      'people',
      amended.map(({ before }) => before),
    ),
    ...amendMany(
      'people',
      ['full_name', 'name_folded', 'mobile', 'job_title'],
      amended.map(({ record }) => rowOf(record)),
    ),
    ...insertMany('people', Object.keys(fresh[0] ?? {}), fresh),
  ];
};

/** How people who work here come in from a file. Natural key: mobile, else name and job title. Roles are not given by a file. */
export const peopleExchange = {
  title: { fa: 'اشخاص', en: 'People' },
  columns,
  ask: (db: ReadDb<'province'>) => ({
    people: many(
      db.text<Found>(
        sql`select p.id, p.full_name as fullName, p.mobile, p.job_title as jobTitle, p.revision, not exists (select 1 from role_grants g where g.person_id = p.id and g.revoked_at_ms is null and not ${isMyUnit(sql`g.unit_id`)}) as isMine from people p where p.retired_at_ms is null and p.is_guest = 0`,
      ),
    ),
  }),
  plan: (
    rows: readonly Numbered<PersonImport>[],
    found: Readonly<Record<string, readonly Found[]>>,
    { newId }: PlanFacts,
  ): PersonOutcome[] => planPeople(rows, peopleOf(found['people']), newId),
  save,
};
