import { kindNamed } from '../kinds/index.ts';
import type { TemplateDocument } from './template-document.ts';

type Elements = Pick<TemplateDocument, 'elements'>;

/** Where an element of a kind that is not known here is read. */
export const OTHER_PART = 'other';

/** The part in which elements of this kind are read. */
export const partOf = (kind: string): string => kindNamed(kind)?.part ?? OTHER_PART;

/** How many elements each part of a document has. */
export const partsIn = ({ elements }: Elements): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { kind } of elements) counts[partOf(kind)] = (counts[partOf(kind)] ?? 0) + 1;
  return counts;
};

/** The national keys of a document's domains, each once. */
export const domainsIn = ({ elements }: Elements): string[] => [
  ...new Set(
    elements.flatMap(({ kind, fields }) =>
      kind === 'domain' && typeof fields['nationalKey'] === 'string' ? [fields['nationalKey']] : [],
    ),
  ),
];
