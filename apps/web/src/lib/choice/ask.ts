import type { Entity, Locale, Search } from '@mahalleh/ui';

/** So many are offered at a time. */
const SIZE = 8;

type Row = Readonly<Record<string, unknown>>;

/** Asks a list of the API from the browser, as the page is typed in. Fails: Error when it is not answered. */
const asking =
  (path: string, kept: Readonly<Record<string, string>>, entity: (row: Row) => Entity): Search =>
  async (q, signal) => {
    const query = new URLSearchParams({ ...kept, q, size: String(SIZE) });
    const answer = await fetch(`${path}?${query.toString()}`, { signal, headers: { accept: 'application/json' } });
    if (!answer.ok) throw new Error(`answered ${answer.status}`);
    const { rows } = (await answer.json()) as { rows: readonly Row[] };
    return rows.map(entity);
  };

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const named = (label: unknown, detail: unknown, id: unknown): Entity => ({
  value: text(id),
  label: text(label),
  ...(text(detail) === '' ? {} : { detail: text(detail) }),
});

/** Finds people of the workspace by name. */
export const askPeople = (api: string): Search =>
  asking(`${api}/people`, {}, (row) => named(row['fullName'], row['jobTitle'], row['id']));

/** Finds agencies by name. */
export const askAgencies = (api: string): Search =>
  asking(`${api}/agencies`, {}, (row) => named(row['name'], row['unitNameFa'], row['id']));

/** Finds problems by their words or code, but for one: the open ones of a unit, or without a unit all. */
export const askProblems = (api: string, unitId: string | undefined, but: string): Search => {
  const kept = unitId === undefined ? {} : { unitId, status: 'open' };
  const search = asking(`${api}/problems`, kept, (row) => named(row['title'], row['code'], row['id']));
  return async (q, signal) => (await search(q, signal)).filter(({ value }) => value !== but);
};

/** Finds units of any kind by name, with their county. */
export const askUnits = (api: string, locale: Locale): Search =>
  asking(`${api}/units`, {}, (row) =>
    locale === 'en' && text(row['nameEn']) !== ''
      ? named(row['nameEn'], row['countyNameEn'] ?? row['countyNameFa'], row['id'])
      : named(row['nameFa'], row['countyNameFa'], row['id']),
  );
