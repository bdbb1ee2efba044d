import { foldText } from '@mahalleh/kernel';
import type { Column } from './exchange.ts';

/** Which column of the file (from 0) each of ours is read from. */
export type Mapping = Readonly<Record<string, number>>;

/** A header as it is compared: folded, letters and digits alone. */
const headerKey = (text: string): string => foldText(text).replace(/[^\p{L}\p{N}]/gu, '');

const namesOf = ({ key, title, synonyms }: Column): string[] => [title.fa, title.en, key, ...synonyms].map(headerKey);

/** The mapping that the headers suggest: our own titles first, then what else people write; each header is taken once. */
export const guessMapping = (columns: readonly Column[], headers: readonly string[]): Mapping => {
  const keys = headers.map(headerKey);
  const taken = new Set<number>();
  const mapping: Record<string, number> = {};
  const take = (column: Column, names: readonly string[]): void => {
    if (mapping[column.key] !== undefined) return;
    const at = keys.findIndex((key, i) => key !== '' && !taken.has(i) && names.includes(key));
    if (at < 0) return;
    mapping[column.key] = at;
    taken.add(at);
  };
  for (const column of columns) take(column, namesOf(column).slice(0, 3));
  for (const column of columns) take(column, namesOf(column));
  return mapping;
};

/** What is wrong with a mapping that a person chose. */
export type MappingFault = {
  readonly reason: 'import_mapping_malformed' | 'import_column_unmapped';
  readonly column?: string;
};

/** Reads the mapping that a person chose (JSON: our key → number of the file's column), or says what is wrong. */
export const readMapping = (
  text: string,
  columns: readonly Column[],
  width: number,
): { mapping: Mapping } | { fault: MappingFault } => {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    return { fault: { reason: 'import_mapping_malformed' } };
  }
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    return { fault: { reason: 'import_mapping_malformed' } };
  const known = new Set(columns.map(({ key }) => key));
  const entries = Object.entries(given).filter(([, at]) => at !== null);
  const isRight = ([key, at]: [string, unknown]): boolean =>
    known.has(key) && Number.isInteger(at) && Number(at) >= 0 && Number(at) < width;
  return entries.every(isRight)
    ? { mapping: Object.fromEntries(entries) as Mapping }
    : { fault: { reason: 'import_mapping_malformed' } };
};

/** The first column that must be mapped and is not. */
export const unmapped = (columns: readonly Column[], mapping: Mapping): Column | undefined =>
  columns.find(({ key, isRequired }) => isRequired && mapping[key] === undefined);
