import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { canonicalText, checkDocument, digestOf, type TemplateDocument } from '../src/document/index.ts';
import { publishedSchema } from '../src/document/published-schema.ts';
import { ELEMENT_KINDS } from '../src/kinds/index.ts';

test('template.schema.json is the schema of the format: every kind with every field', async () => {
  await expect(`${JSON.stringify(publishedSchema(), null, 2)}\n`).toMatchFileSnapshot('../template.schema.json');
});

const page = readFileSync(join(import.meta.dirname, '../FORMAT.md'), 'utf8');

test('FORMAT.md tells of every kind, and its worked example holds', async () => {
  for (const { kind } of ELEMENT_KINDS) expect(page).toContain(`\`${kind}\``);
  const [, text = ''] = /```json\n([\s\S]+?)\n```/.exec(page) ?? [];
  const document = JSON.parse(text) as TemplateDocument;
  expect(await checkDocument(document)).toEqual({ document });
  expect(page).toContain(await digestOf(canonicalText(document)));
});
