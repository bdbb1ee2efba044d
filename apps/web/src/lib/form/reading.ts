/**
 * How the fields of a form become a JSON body. Text stays text (the API reads numbers and dates in every digit set); an empty field is left out.
 * Shape: a name with dots nests, `place.latitude` → `{ place: { latitude } }`.
 */
export type Reading = {
  /** Check boxes: true when ticked, false when not. */
  readonly flags?: readonly string[];
  /** Fields that may come more than once: always an array. */
  readonly lists?: readonly string[];
  /** Fields the API wants as a JSON number (revisions, sizes the page itself wrote). `revision` always is one. */
  readonly numbers?: readonly string[];
  /** Fields never shown again, besides passwords and codes. */
  readonly secrets?: readonly string[];
  /** Fields that mean "take it away" when empty: sent as null. */
  readonly clearable?: readonly string[];
};

const OWN = new Set(['command_id']);
const SECRET = /^code$|password$/i;

/** The JSON body of a form. */
export const bodyOf = (form: FormData, reading: Reading = {}): Record<string, unknown> => {
  const body: Record<string, unknown> = {};
  const numbers = new Set([...(reading.numbers ?? []), 'revision']);
  for (const name of new Set(form.keys())) {
    if (OWN.has(name) || name.startsWith('_') || reading.flags?.includes(name) || reading.lists?.includes(name))
      continue;
    const value = form.get(name);
    if (typeof value !== 'string') continue;
    if (value.trim() !== '') put(body, name, numbers.has(name) ? numberOr(value) : value);
    else if (reading.clearable?.includes(name)) put(body, name, null);
  }
  for (const name of reading.flags ?? []) put(body, name, form.has(name));
  for (const name of reading.lists ?? []) put(body, name, form.getAll(name).filter(isFilled));
  return body;
};

/** What was typed, to be shown again; secrets are not. */
export const valuesOf = (form: FormData, { secrets = [] }: Reading = {}): Record<string, string | string[]> => {
  const values: Record<string, string | string[]> = {};
  for (const name of new Set(form.keys())) {
    const texts = form.getAll(name).filter((value) => typeof value === 'string');
    const [first = ''] = texts;
    if (!OWN.has(name) && !SECRET.test(name) && !secrets.includes(name))
      values[name] = texts.length > 1 ? texts : first;
  }
  return values;
};

const isFilled = (value: FormDataEntryValue): value is string => typeof value === 'string' && value.trim() !== '';

const numberOr = (text: string): number | string => (Number.isFinite(Number(text)) ? Number(text) : text);

const put = (body: Record<string, unknown>, name: string, value: unknown): void => {
  const [head = '', ...rest] = name.split('.');
  if (head === '__proto__') return;
  if (rest.length === 0) {
    body[head] = value;
    return;
  }
  const inner = body[head];
  const nested = isPlain(inner) ? inner : {};
  body[head] = nested;
  put(nested, rest.join('.'), value);
};

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
