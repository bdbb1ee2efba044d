const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The body of a plan: the numbered rows become the list of tasks, without the empty ones at its end. */
export const planBody = (body: Record<string, unknown>): Record<string, unknown> => {
  const rows = isRecord(body['tasks']) ? body['tasks'] : {};
  const last = Math.max(-1, ...Object.keys(rows).map(Number).filter(Number.isInteger));
  const tasks = Array.from({ length: Math.min(last + 1, 100) }, (_, index) => rows[String(index)] ?? {});
  return { ...body, tasks };
};

/** How many rows of tasks a form was sent with. */
export const rowsOf = (values: Readonly<Record<string, unknown>>): number =>
  Object.keys(values).filter((name) => /^tasks\.\d+\.title$/.test(name)).length;

/** The values of a field that may come more than once. */
export const manyOf = (
  values: Readonly<Record<string, string | readonly string[]>>,
  name: string,
): readonly string[] => {
  const value = values[name] ?? [];
  return typeof value === 'string' ? [value].filter((text) => text !== '') : value;
};
