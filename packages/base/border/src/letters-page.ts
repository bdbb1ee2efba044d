import * as z from 'zod';
import type { LetterKind } from './define-letter.ts';

type JsonSchema = {
  type?: string;
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
  description?: string;
  enum?: unknown[];
};

const fieldsOf = (schema: JsonSchema, path = ''): { path: string; type: string; about: string }[] =>
  schema.properties
    ? Object.entries(schema.properties).flatMap(([name, inner]) => fieldsOf(inner, path ? `${path}.${name}` : name))
    : schema.items
      ? fieldsOf(schema.items, `${path}[]`)
      : [
          {
            path,
            type: schema.enum ? schema.enum.join(' | ') : (schema.type ?? 'any'),
            about: schema.description ?? '',
          },
        ];

/** The page that states what leaves a province: every kind with every field. Generated; a test compares it. */
export const lettersPage = (letters: readonly LetterKind[]): string =>
  [
    '# Letters',
    '',
    'Nothing crosses between a province and the nation except these letters. This page is generated from their',
    'declarations; it is the statement of what leaves a province, and of what the nation writes to it.',
    ...[...letters]
      .sort((a, b) => a.kind.localeCompare(b.kind))
      .flatMap(({ kind, to, nature, about, body }) => [
        '',
        `## \`${kind}\``,
        '',
        `To the ${to}; ${nature}. ${about.en}`,
        '',
        about.fa,
        '',
        '| field | type | what it is |',
        '| --- | --- | --- |',
        ...fieldsOf(z.toJSONSchema(body) as JsonSchema).map(
          ({ path, type, about: text }) => `| \`${path}\` | ${type} | ${text} |`,
        ),
      ]),
    '',
  ].join('\n');
