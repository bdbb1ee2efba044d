import type { FieldProblem } from '$lib/api';

/** The rows of a repeated part of a form (`milestones.0.onDate` …) in which something was typed, in their order. `kept`: parts that say nothing by themselves. */
export const typedRows = (form: FormData, name: string, kept: readonly string[] = []): readonly number[] => {
  const rows = new Set<number>();
  for (const [key, value] of form) {
    const [, row, part] = new RegExp(`^${name}\\.(\\d+)\\.(\\w+)$`).exec(key) ?? [];
    if (row !== undefined && part !== undefined && !kept.includes(part) && String(value).trim() !== '')
      rows.add(Number(row));
  }
  return [...rows].toSorted((a, b) => a - b);
};

/** Those rows as the API takes them: a list. */
export const rowsOf = (
  form: FormData,
  name: string,
  parts: readonly string[],
  kept: readonly string[] = [],
): readonly Record<string, string>[] =>
  typedRows(form, name, kept).map((row) =>
    Object.fromEntries(
      parts.flatMap((part) => {
        const text = String(form.get(`${name}.${row}.${part}`) ?? '').trim();
        return text === '' ? [] : [[part, text]];
      }),
    ),
  );

/** What the API says of the n-th of a list, as what it says of its row in the form. */
export const problemsOfRows = (
  errors: readonly FieldProblem[],
  name: string,
  rows: readonly number[],
): readonly FieldProblem[] =>
  errors.map((error) => {
    const [, at, part] = new RegExp(`^${name}\\.(\\d+)\\.(\\w+)$`).exec(error.field) ?? [];
    const row = at === undefined ? undefined : rows[Number(at)];
    return row === undefined ? error : { ...error, field: `${name}.${row}.${part ?? ''}` };
  });
