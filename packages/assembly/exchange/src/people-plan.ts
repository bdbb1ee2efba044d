import { nameKey } from '@mahalleh/units/words';
import type { Numbered, Outcome } from './exchange.ts';

/** A person as a file gives them. */
export type PersonImport = { readonly fullName: string; readonly mobile?: string; readonly jobTitle?: string };

/** A person as the database has them. */
export type KnownPerson = {
  readonly id: string;
  readonly fullName: string;
  readonly mobile: string | null;
  readonly jobTitle: string | null;
  readonly revision: number;
  readonly isMine: number;
};

type Values = Pick<KnownPerson, 'fullName' | 'mobile' | 'jobTitle'>;
/** What is written for a row: a person as they will be, and as they were. */
export type PersonRecord = { readonly id: string; readonly values: Values; readonly before: KnownPerson | null };
/** What becomes of a row of people. */
export type PersonOutcome = Outcome<PersonRecord>;

const jobKey = (fullName: string, jobTitle: string | null | undefined): string =>
  `${nameKey(fullName)} ${nameKey(jobTitle ?? '')}`;

/** What becomes of every row: matched by mobile, else by name and job title. Pure. */
export const planPeople = (
  rows: readonly Numbered<PersonImport>[],
  known: readonly KnownPerson[],
  newId: () => string,
): PersonOutcome[] => {
  const byMobile = new Map(
    known.flatMap((person): [string, KnownPerson][] => (person.mobile ? [[person.mobile, person]] : [])),
  );
  const byJob = Map.groupBy(known, ({ fullName, jobTitle }) => jobKey(fullName, jobTitle));
  const seen = new Map<string, number>();

  return rows.map(({ line, row }): PersonOutcome => {
    const reject = (field: string, reason: string, params?: Record<string, number>): PersonOutcome => ({
      line,
      status: 'rejected',
      errors: [{ field, reason, ...(params && { params }) }],
    });
    const byNumber = row.mobile === undefined ? undefined : byMobile.get(row.mobile);
    // A number that somebody else is known by makes a namesake another person.
    const namesakes = byNumber
      ? []
      : (byJob.get(jobKey(row.fullName, row.jobTitle)) ?? []).filter(
          ({ mobile }) => row.mobile === undefined || mobile === null,
        );
    if (namesakes.length > 1) return reject('fullName', 'import_person_ambiguous', { count: namesakes.length });
    const before = byNumber ?? namesakes[0] ?? null;
    if (before && before.isMine !== 1) return reject(byNumber ? 'mobile' : 'fullName', 'import_outside_area');
    const keys = [before?.id ?? `new ${row.mobile ?? jobKey(row.fullName, row.jobTitle)}`];
    const twice = keys.map((key) => seen.get(key)).find((at) => at !== undefined);
    if (twice !== undefined)
      return reject(row.mobile === undefined ? 'fullName' : 'mobile', 'import_row_twice', { line: twice });
    for (const key of keys) seen.set(key, line);

    const values: Values = {
      fullName: before && !byNumber ? before.fullName : row.fullName,
      mobile: row.mobile ?? before?.mobile ?? null,
      jobTitle: before && !byNumber ? before.jobTitle : (row.jobTitle ?? before?.jobTitle ?? null),
    };
    const fields = (['fullName', 'mobile', 'jobTitle'] as const).filter(
      (field) => values[field] !== (before?.[field] ?? null),
    );
    if (before && fields.length === 0) return { line, status: 'unchanged' };
    return { line, status: before ? 'changed' : 'new', record: { id: before?.id ?? newId(), values, before }, fields };
  });
};
