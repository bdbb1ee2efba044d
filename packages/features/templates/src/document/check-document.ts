import { faultsOf, type FieldFault } from '@mahalleh/kernel';
import { kindNamed } from '../kinds/index.ts';
import { canonicalText } from './canonical.ts';
import { checkAttachments } from './check-attachments.ts';
import { checkFormulas } from './check-formulas.ts';
import { checkReferences } from './check-references.ts';
import { elementFault, fault, MOST_FAULTS } from './faults.ts';
import {
  FORMAT,
  FORMAT_VERSION,
  MOST,
  OLDEST_FORMAT,
  TemplateDocument,
  type TemplateElement,
} from './template-document.ts';

/** A document that is in order, exactly as it was given, or what is wrong with it. */
export type Checked = { readonly document: TemplateDocument } | { readonly faults: readonly FieldFault[] };

const no = (...faults: readonly FieldFault[]): Checked => ({ faults: faults.slice(0, MOST_FAULTS) });

/** How deep lists and objects may lie in one another. */
const DEEPEST = 20;

/** Walked without recursion: how deep a stranger's document goes is not known before. */
const brokenWithin = (raw: unknown): FieldFault | undefined => {
  const open: { value: unknown; depth: number; field: string }[] = [{ value: raw, depth: 0, field: '' }];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const { value, depth, field } = at;
    if (depth > DEEPEST) return fault(field, 'template_too_deep', { max: DEEPEST });
    if (typeof value === 'string' && !value.isWellFormed()) return fault(field, 'template_text_broken');
    if (typeof value !== 'object' || value === null) continue;
    for (const [key, held] of Object.entries(value)) {
      const below = field === '' ? key : `${field}.${key}`;
      if (!key.isWellFormed()) return fault(field, 'template_text_broken');
      open.push({ value: held, depth: depth + 1, field: depth < 4 ? below : field });
    }
  }
  return undefined;
};

const parsed = (raw: unknown): { readonly value: unknown } | undefined => {
  if (typeof raw !== 'string') return { value: raw };
  try {
    return { value: JSON.parse(raw) as unknown };
  } catch {
    return undefined;
  }
};

/** What can be told of a document before its shape is looked at: whether it is one, and one of a format that is read here. */
const refusedOutright = (raw: unknown, value: unknown): FieldFault | undefined => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return fault('', 'template_not_json');
  const { format, formatVersion, elements } = value as Record<string, unknown>;
  if (format !== FORMAT) return fault('format', 'template_format_unknown');
  if (typeof formatVersion === 'number' && formatVersion > FORMAT_VERSION)
    return fault('formatVersion', 'template_too_new', { version: formatVersion, known: FORMAT_VERSION });
  if (typeof formatVersion === 'number' && formatVersion < OLDEST_FORMAT)
    return fault('formatVersion', 'template_too_old', { version: formatVersion, known: OLDEST_FORMAT });
  if (Array.isArray(elements) && elements.length > MOST.elements)
    return fault('elements', 'template_too_many', { count: elements.length, max: MOST.elements });
  const broken = brokenWithin(value);
  if (broken) return broken;
  const length = typeof raw === 'string' ? raw.length : canonicalText(value).length;
  return length > MOST.text_total ? fault('', 'template_too_large', { max: MOST.text_total }) : undefined;
};

/** A fault of the third element is told under that element's id: places shift from version to version. */
const byElement = (found: FieldFault, elements: unknown): FieldFault => {
  const [, place, rest] = /^elements\.(\d+)(?:\.fields)?(?:\.(.+))?$/.exec(found.field) ?? [];
  const element: unknown = Array.isArray(elements) && place !== undefined ? elements[Number(place)] : undefined;
  const id = typeof element === 'object' && element !== null && 'id' in element ? element.id : undefined;
  return typeof id === 'string' ? { ...found, field: ['elements', id, rest].filter(Boolean).join('.') } : found;
};

/** Fields that a later program added to a kind are carried; those that are known must fit. */
const kindFaults = (element: TemplateElement): FieldFault[] => {
  const count = Object.keys(element.fields).length;
  if (count > MOST.fields) return [elementFault(element, null, 'template_too_many', { count, max: MOST.fields })];
  const read = kindNamed(element.kind)?.fields.safeParse(element.fields);
  if (!read || read.success) return [];
  return faultsOf(read.error)
    .filter(({ reason }) => reason !== 'unknown_field')
    .map(({ field, reason, params }) => elementFault(element, field, reason, params));
};

/**
 * Whether this is a template document that is in order: its format, its size, the fields of every kind that is known, references,
 * circles, formulas. Kinds, fields and keys that are not known here stay untouched. Whether attachments are what their digests say
 * needs `checkDocument`.
 */
export const checkStructure = (raw: unknown): Checked => {
  if (typeof raw === 'string' && raw.length > MOST.text_total)
    return no(fault('', 'template_too_large', { max: MOST.text_total }));
  const read = parsed(raw);
  const outright = read ? refusedOutright(raw, read.value) : fault('', 'template_not_json');
  if (!read || outright) return no(...(outright ? [outright] : []));
  const shaped = TemplateDocument.safeParse(read.value);
  if (!shaped.success) {
    const { elements } = read.value as { elements?: unknown };
    return no(...faultsOf(shaped.error).map((found) => byElement(found, elements)));
  }
  // zod makes copies; what the digest is over is what was given.
  const document = read.value as TemplateDocument;
  const faults = [...document.elements.flatMap(kindFaults), ...checkReferences(document)];
  const all = faults.length > 0 ? faults : checkFormulas(document);
  return all.length > 0 ? no(...all) : { document };
};

/** The whole check of a document, parsed or as its text: `checkStructure`, then that every attachment is there and is what it says. */
export const checkDocument = async (raw: unknown): Promise<Checked> => {
  const checked = checkStructure(raw);
  if ('faults' in checked) return checked;
  const faults = await checkAttachments(checked.document);
  return faults.length > 0 ? no(...faults) : checked;
};
