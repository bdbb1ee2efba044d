import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '@mahalleh/local/places';

const MIGRATIONS = join(ROOT, 'infra/migrations/province');

/**
 * Every statement of the province's migrations that makes one table what it is: the table, its columns, its indexes and
 * which of them went again. Without triggers, and without the other tables that it points to.
 */
export const tableSchema = (table: string): string[] => {
  const statements = readdirSync(MIGRATIONS)
    .toSorted()
    .flatMap((file) => readFileSync(join(MIGRATIONS, file), 'utf8').split('--> statement-breakpoint'))
    .map((text) => text.trim());
  const made = new RegExp(`^create table [\`"]?${table}[\`"]? ?\\(|^alter table [\`"]?${table}[\`"]? `, 'i');
  const indexed = new RegExp(`^create (?:unique )?index [\`"]?(\\w+)[\`"]? on [\`"]?${table}[\`"]? ?\\(`, 'i');
  const dropped = /^drop index [`"]?(\w+)/i;
  const indexes = new Set(statements.map((text) => indexed.exec(text)?.[1]).filter((name) => name !== undefined));
  return statements
    .filter((text) => made.test(text) || indexed.test(text) || indexes.has(dropped.exec(text)?.[1] ?? ''))
    .map((text) => text.replace(/,?\s*FOREIGN KEY[^\n]*/g, ''));
};
