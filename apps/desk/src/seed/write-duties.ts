import { foldText, newId } from '@mahalleh/kernel';
import { codeOf } from '@mahalleh/operations/rules';
import type { DutyRole } from '@mahalleh/responsibility/statuses';
import type { Author, Ground } from './author.ts';
import type { Office } from './write-office.ts';

/** The places of the office's agencies in its list. */
const BODY = { municipality: 0, schools: 1, relief: 2, health: 3, crescent: 4, jihadi: 5 } as const;
type Body = keyof typeof BODY;

/** Who is what in the province's first county. For sport, employment, environment, social harms and public security nobody leads. */
const DUTIES: readonly { readonly body: Body; readonly domains: readonly string[]; readonly role: DutyRole }[] = [
  { body: 'municipality', domains: ['civil_works'], role: 'lead' },
  { body: 'schools', domains: ['education'], role: 'lead' },
  { body: 'health', domains: ['health', 'health_monitoring'], role: 'lead' },
  { body: 'relief', domains: ['livelihood', 'women_heads_support'], role: 'lead' },
  { body: 'crescent', domains: ['crisis_management'], role: 'lead' },
  { body: 'jihadi', domains: ['civil_works', 'environment'], role: 'partner' },
  { body: 'municipality', domains: ['environment', 'crisis_management'], role: 'partner' },
  { body: 'crescent', domains: ['health'], role: 'partner' },
  { body: 'schools', domains: ['culture', 'social_harms'], role: 'informed' },
];

/** Writes who does what: in the first county, for culture in the whole province, and one duty of the neighbourhood's own. */
export const writeDuties = (author: Author, office: Office, county: Ground, neighbourhoodId: string): void => {
  const declare = (
    agencyId: string | undefined,
    unitId: string,
    domainKey: string,
    role: DutyRole,
    note?: string,
  ): void => {
    if (agencyId === undefined) return;
    author.sheet.responsibilities.push({
      id: newId(),
      unitId,
      domainKey,
      agencyId,
      role,
      note: note ?? null,
      fromOn: author.calendar.day(-180),
      declaredAtMs: author.calendar.at(-178),
      isSample: true,
    });
  };
  for (const { body, domains, role } of DUTIES)
    for (const domain of domains) declare(office.acts[BODY[body]], county.id, domain, role);
  declare(office.mosques, author.province.id, 'culture', 'lead', 'به تصویب شورای راهبری استان');
  declare(office.acts[BODY.jihadi], neighbourhoodId, 'sport', 'lead', 'تا واگذاری زمین ورزش به شهرداری');
};

const CLASSES = [
  {
    title: 'کلاس جبرانی عصر دبستان',
    body: 'schools',
    status: 'running',
    from: -12,
    to: 48,
    task: 'برگزاری نوبت عصر دبستان',
  },
  {
    title: 'کلاس تقویتی پایگاه محله',
    body: 'jihadi',
    status: 'planned',
    from: 9,
    to: 70,
    task: 'برگزاری کلاس در خانه محله',
  },
] as const;

/** Writes two operations of two bodies for the same pupils in the same weeks: the second waits for its approval. */
export const writeOverlap = (author: Author, office: Office, unitId: string, personId: string): void => {
  const { sheet, calendar } = author;
  for (const { title, body, status, from, to, task } of CLASSES) {
    const id = newId();
    const agencyId = office.acts[BODY[body]] ?? null;
    const isRunning = status === 'running';
    sheet.operations.push({
      id,
      code: codeOf(id),
      unitId,
      domainKey: 'education',
      agencyId,
      title,
      titleFolded: foldText(title),
      goal: 'بازماندگان از درس به پای هم‌کلاسی‌ها برسند',
      measure: 'شمار دانش‌آموزان حاضر',
      audience: 'students',
      status,
      startsOn: calendar.day(from),
      endsOn: calendar.day(to),
      plannedAtMs: calendar.at(Math.min(from, 0) - 4),
      approvedAtMs: isRunning ? calendar.at(from - 1) : null,
      startedAtMs: isRunning ? calendar.at(from) : null,
      isSample: true,
    });
    sheet.tasks.push({
      id: newId(),
      operationId: id,
      unitId,
      title: task,
      responsiblePersonId: personId,
      agencyId,
      startsOn: calendar.day(from),
      dueOn: calendar.day(to - 5),
      status: 'open',
    });
  }
};
