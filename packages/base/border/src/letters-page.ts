import * as z from 'zod';
import type { LetterKind, Published } from './define-letter.ts';

type JsonSchema = {
  type?: string;
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
  description?: string;
  enum?: unknown[];
};

type Field = { readonly path: string; readonly type: string; readonly about: string };

const below = (schema: JsonSchema, path: string): Field[] =>
  schema.properties
    ? Object.entries(schema.properties).flatMap(([name, inner]) => below(inner, path ? `${path}.${name}` : name))
    : schema.items
      ? below(schema.items, `${path}[]`)
      : [
          {
            path,
            type: schema.enum ? schema.enum.join(' | ') : (schema.type ?? 'any'),
            about: schema.description ?? '',
          },
        ];

/** Every field of a letter, by its path. Shape: `cells[].county`. */
export const fieldsOf = ({ body }: LetterKind): Field[] => below(z.toJSONSchema(body) as JsonSchema, '');

const linesOf = (what: string, published: Published): string[] => {
  const fields = Object.entries(published).map(([field, columns]) =>
    columns.length === 0 ? `\`${field}\`` : `\`${field}\` (kept in ${columns.map((one) => `\`${one}\``).join(', ')})`,
  );
  return fields.length === 0 ? [] : ['', `${what}: ${fields.join('; ')}.`];
};

const publishedLines = ({ published, generalised }: LetterKind): string[] => [
  ...linesOf('Written to be published, and therefore left out by `desk border-scan`', published),
  ...linesOf(
    'Made general and published: `desk border-scan` looks for persons there, not for words of a case',
    generalised,
  ),
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
      .flatMap((letter) => [
        '',
        `## \`${letter.kind}\``,
        '',
        `To the ${letter.to}; ${letter.nature}. ${letter.about.en}`,
        '',
        letter.about.fa,
        '',
        '| field | type | what it is |',
        '| --- | --- | --- |',
        ...fieldsOf(letter).map(({ path, type, about }) => `| \`${path}\` | ${type} | ${about} |`),
        ...publishedLines(letter),
      ]),
    '',
  ].join('\n');
