import type { CivilDate } from '@mahalleh/kernel';
import { workCalendar, type WorkCalendar } from '@mahalleh/templates/dates';
import type { Fields, FieldValue, TemplateElement } from '@mahalleh/templates/document';
import type { RealDays } from '../dates/index.ts';
import type { Held } from '../merge/index.ts';
import type { ElementRow, LocalAnswers, RecordRow } from './ask-local.ts';
import { fixedFields, fixedWhenJoined, isOver, mayGo } from './fixed-fields.ts';
import { namesHere, saidInTemplate, type NamesHere } from './names-here.ts';
import { relativeDays } from './relative-days.ts';

/** An element with what it is here: in the words of the template (`held`), and as its record has it. */
export type Local = {
  readonly held: Held;
  readonly row: ElementRow | null;
  readonly record: RecordRow | null;
  /** Of a record: how it landed, and how it stands. */
  readonly landed: Fields;
  readonly now: Fields;
};

/** An adoption as it is here. */
export type LocalState = {
  /** The elements of the version that is followed; what went with an earlier one is not among them. */
  readonly base: readonly TemplateElement[];
  readonly locals: readonly Local[];
  readonly names: NamesHere;
  readonly calendar: WorkCalendar;
  readonly startsOn: CivilDate;
  readonly unitId: string;
};

const WHEN = ['startAfterRef', 'startDays', 'lastsDays'] as const;
const DAYS = ['startsOn', 'endsOn'] as const;
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/** Stored JSON objects of fields; only this feature's own statements write them. */
const fieldsIn = (json: string): Fields => JSON.parse(json) as Fields;

/** The days of a landed form; undefined where its kind has none. */
export const daysIn = (form: Fields): RealDays | undefined => {
  const { startsOn, endsOn } = form;
  return typeof startsOn === 'string' && typeof endsOn === 'string'
    ? { startsOn: startsOn as CivilDate, endsOn: endsOn as CivilDate }
    : undefined;
};

type Reading = {
  readonly names: NamesHere;
  readonly calendar: WorkCalendar;
  readonly startsOn: CivilDate;
  readonly daysOf: (elementId: string) => RealDays | undefined;
};

const anchorOf = (kind: string, base: Fields, fields: Fields, reading: Reading) => {
  const { startAfterRef } = base;
  const before = typeof startAfterRef === 'string' ? reading.daysOf(startAfterRef) : undefined;
  const operation = kind === 'task' && typeof fields['operationRef'] === 'string' ? fields['operationRef'] : undefined;
  return {
    on: (operation === undefined ? undefined : reading.daysOf(operation)?.startsOn) ?? reading.startsOn,
    after: before && typeof startAfterRef === 'string' ? { id: startAfterRef, endsOn: before.endsOn } : null,
  };
};

/** A record in the words of the template. `since`: how it landed; what still is so says what the template said. */
const said = (kind: string, base: Fields, now: Fields, since: Fields, reading: Reading) => {
  const fields: Record<string, FieldValue> = { ...base };
  const locals: string[] = [];
  for (const [field, value] of Object.entries(now)) {
    if ((DAYS as readonly string[]).includes(field) || same(value, since[field])) continue;
    const words = saidInTemplate(field, value, base[field], reading.names);
    if (words === undefined) locals.push(field);
    else fields[field] = words;
  }
  const days = daysIn(now);
  if (days && DAYS.some((day) => !same(now[day], since[day]))) {
    const when = relativeDays(days, anchorOf(kind, base, fields, reading), reading.calendar);
    for (const field of WHEN) if (field in base || kind !== 'target') fields[field] = when[field] ?? null;
  }
  return { fields, locals };
};

const heldOf = (row: ElementRow, record: RecordRow | undefined, reading: Reading): Held => {
  const { id, kind } = row;
  const base = fieldsIn(row.baseJson);
  const plain = { id, kind, fields: base, locals: [], fixed: [], mayGo: true };
  if (row.state === 'left_out' || row.state === 'dropped' || row.state === 'gone')
    return { ...plain, state: row.state };
  if (row.rowKey === null || row.state === 'kept')
    return { ...plain, state: 'here', fields: { ...base, ...fieldsIn(row.localJson) } };
  if (!record || record.isGone) return { ...plain, state: 'dropped' };
  // What was there before was never written from the template: where it differs it is the place's own.
  const joined = row.isJoined === 1;
  const { fields, locals } = said(kind, base, fieldsIn(record.form), joined ? {} : fieldsIn(row.landedJson), reading);
  const isDated = daysIn(fieldsIn(record.form)) !== undefined;
  return {
    ...{ id, kind, state: 'here', fields: joined && isDated ? { ...fields, ...pick(base, WHEN) } : fields },
    locals: joined && isDated ? [...locals, ...WHEN] : locals,
    ...{ fixed: joined ? fixedWhenJoined(base) : fixedFields(record), mayGo: !joined && mayGo(record) },
    ...{ isOver: isOver(record), ...(joined ? { isJoined: true } : {}) },
  };
};

const pick = (fields: Fields, names: readonly string[]): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => names.includes(name)));

const addedOf = (record: RecordRow, reading: Reading): Held => {
  const now = fieldsIn(record.form);
  const { fields, locals } = said(record.kind, {}, now, {}, reading);
  return {
    ...{ id: record.id, kind: record.kind, state: 'added', fields, locals },
    ...{ fixed: fixedFields(record), mayGo: false },
    isOver: isOver(record),
  };
};

/** Reads an adoption as it is here: every element in the words of the template, and what was added to it. */
export const localState = ({ adoption, elements, records, added, work }: LocalAnswers): LocalState => {
  const byElement = new Map(records.map((record) => [record.id, record]));
  const startsOn = adoption.startsOn as CivilDate;
  const names = namesHere(adoption, [
    ...elements,
    ...added.map(({ id, kind, rowKey }) => ({ ...ADDED, id, kind, rowKey })),
  ]);
  const forms = new Map([...records, ...added].map(({ id, form }) => [id, fieldsIn(form)]));
  const reading: Reading = {
    ...{ names, startsOn, calendar: workCalendar(work?.weekend ?? '') },
    daysOf: (id) => {
      const form = forms.get(id);
      return form && daysIn(form);
    },
  };
  // What an earlier version had and this one has not is remembered without words.
  const followed = elements.filter(({ state, baseJson }) => state !== 'gone' && state !== 'own' && baseJson !== '{}');
  return {
    base: followed.map(({ id, kind, baseJson }) => ({ id, kind, fields: fieldsIn(baseJson) })),
    locals: withoutLoose([
      ...elements.map((row): Local => {
        const record = byElement.get(row.id);
        const now = record ? fieldsIn(record.form) : {};
        return {
          held: heldOf(row, record, reading),
          row,
          record: record ?? null,
          landed: fieldsIn(row.landedJson),
          now,
        };
      }),
      ...added.map((record): Local => {
        const now = fieldsIn(record.form);
        return { held: addedOf(record, reading), row: null, record, landed: {}, now };
      }),
    ]),
    ...{ names, calendar: reading.calendar, startsOn, unitId: adoption.unitId },
  };
};

/** A link of a task that was given up was given up with it, though its record stays. */
const withoutLoose = (locals: readonly Local[]): Local[] => {
  const dropped = new Set(locals.flatMap(({ held }) => (held.state === 'dropped' ? [held.id] : [])));
  const isLoose = ({ kind, state, fields }: Held) =>
    kind === 'link' &&
    state === 'here' &&
    [fields['taskRef'], fields['afterRef']].some((id) => dropped.has(String(id)));
  return locals.map((local) => (isLoose(local.held) ? { ...local, held: { ...local.held, state: 'dropped' } } : local));
};

/** What was added stands for itself when something else that was added refers to it. */
const ADDED: Omit<ElementRow, 'id' | 'kind' | 'rowKey'> = {
  ...{ state: 'landed', isJoined: 0, baseJson: '{}', landedJson: '{}', localJson: '{}', revision: 0 },
};
