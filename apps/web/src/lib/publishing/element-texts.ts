import type { DraftElement } from './model';

/** A text of an element as a field of a form: named by its field, and its place in a list. */
export type TextOfElement = {
  readonly name: string;
  readonly field: string;
  readonly item: number | null;
  readonly value: string;
  readonly isLong: boolean;
};

const LONG: ReadonlySet<string> = new Set(['text', 'description', 'solution', 'goal', 'about', 'note', 'duty']);

/** The fields that people read, by kind: what the API takes words for. */
const TEXTS: Readonly<Record<string, readonly string[]>> = {
  seat: ['titleFa', 'titleEn', 'duty'],
  committee: ['titleFa', 'titleEn', 'duty'],
  terms: ['title', 'text'],
  domain: ['titleFa', 'titleEn'],
  problem: ['title', 'description', 'whys', 'solution'],
  capacity: ['title', 'note'],
  role: ['titleFa', 'titleEn', 'duty'],
  agency: ['titleFa', 'titleEn'],
  duty: ['note'],
  operation: ['title', 'goal', 'measure'],
  task: ['title'],
  indicator: ['titleFa', 'titleEn', 'about', 'ofFa', 'ofEn', 'source'],
  target: ['titleFa', 'titleEn'],
  lesson: ['title', 'text'],
};

/** The texts of an element, each as a field; a list has one more, to be written. */
export const textFieldsOf = ({ kind, fields }: DraftElement): TextOfElement[] =>
  (TEXTS[kind] ?? []).flatMap((field): TextOfElement[] => {
    const value = fields[field];
    if (!Array.isArray(value))
      return [
        { name: field, field, item: null, value: typeof value === 'string' ? value : '', isLong: LONG.has(field) },
      ];
    const lines = value.length < 5 ? [...value, ''] : value;
    return lines.map((text, item) => ({ name: `${field}-${item}`, field, item, value: text, isLong: false }));
  });

/** What a form changed of an element’s texts, as the API takes it: the last line of a list has no place yet. */
export const rewordsIn = (form: FormData, element: DraftElement) =>
  textFieldsOf(element).flatMap(({ name, field, item, value }) => {
    const typed = form.get(name);
    if (typeof typed !== 'string' || typed.trim() === value.trim()) return [];
    const list = element.fields[field];
    const isNew = Array.isArray(list) && item !== null && item >= list.length;
    return [{ elementId: element.id, field, text: typed.trim(), ...(item === null || isNew ? {} : { item }) }];
  });
