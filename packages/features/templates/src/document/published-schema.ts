import * as z from 'zod';
import { ELEMENT_KINDS } from '../kinds/index.ts';
import type { ElementKind } from '../kinds/define-kind.ts';
import { TemplateFile } from '../file/template-file.ts';
import { Endorsement, FORMAT_VERSION, ProvinceSeal, TemplateDocument } from './template-document.ts';

type Json = Record<string, unknown>;

const schemaOf = (schema: z.ZodType): Json => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema) as Json;
  return rest;
};

/** What a reader of this program holds a kind to: fields that a later one adds are carried. */
const fieldsOf = ({ fields }: ElementKind): Json => {
  const { additionalProperties: _, ...rest } = schemaOf(fields);
  return rest;
};

const LANDS = {
  row: 'becomes records where it is used',
  mapped: 'is mapped to what is there',
  text: 'is kept as words',
} as const;

const aboutOf = ({ kind, title, part, refs, lands }: ElementKind): string => {
  const pointing = Object.entries(refs).map(([field, kinds]) => `${field} → ${kinds.join(' | ')}`);
  return [
    `${title.en} (${title.fa}): \`${kind}\`, of the part \`${part}\`; it ${LANDS[lands]}`,
    ...(pointing.length > 0 ? [`refers: ${pointing.join('; ')}`] : []),
  ].join('; ');
};

/** An element of a known kind has that kind’s fields; one of another kind is free. */
const elementsOf = (document: Json): Json => {
  const properties = document['properties'] as Record<string, Json>;
  const elements = properties['elements'] as Json;
  const items = elements['items'] as Json;
  const rules = ELEMENT_KINDS.map(({ kind }) => ({
    if: { properties: { kind: { const: kind } } },
    // oxlint-disable-next-line unicorn/no-thenable -- the word of JSON Schema
    then: { properties: { fields: { $ref: `#/$defs/${kind}` } } },
  }));
  return { ...document, properties: { ...properties, elements: { ...elements, items: { ...items, allOf: rules } } } };
};

/** The published schema of the format (JSON Schema 2020-12): the document, what signs it, the file, and every kind with its fields. */
export const publishedSchema = (): Json => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: `Mahalleh template, format ${FORMAT_VERSION}`,
  description:
    'A model neighbourhood as a document. Keys, kinds and fields that are not named here may stand in it: a reader carries them untouched. FORMAT.md tells what a schema cannot.',
  ...elementsOf(schemaOf(TemplateDocument)),
  $defs: {
    ...Object.fromEntries(
      ELEMENT_KINDS.map((kind) => [kind.kind, { description: aboutOf(kind), ...fieldsOf(kind) }] as const),
    ),
    provinceSeal: schemaOf(ProvinceSeal),
    endorsement: schemaOf(Endorsement),
    file: schemaOf(TemplateFile),
  },
});
