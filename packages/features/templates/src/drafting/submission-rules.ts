import { refuse, type FieldFault, type Refusal } from '@mahalleh/kernel';
import type { TemplateElement } from '../document/template-document.ts';
import type { Finding } from '../leaks/index.ts';
import type { DraftState } from './draft-state.ts';

/** What keeps a draft from being submitted. */
export type Missing = 'title' | 'elements' | 'findings';

type Decided = Finding & { readonly isKept: boolean };

/** The findings that nobody has decided on. */
export const undecided = (findings: readonly Decided[]): Decided[] => findings.filter(({ isKept }) => !isKept);

/** Everything that is missing before a draft can be submitted. */
export const missingIn = (
  { title }: Pick<DraftState, 'title'>,
  included: readonly TemplateElement[],
  findings: readonly Decided[],
): Missing[] => [
  ...(title.trim() === '' ? (['title'] as const) : []),
  ...(included.length === 0 ? (['elements'] as const) : []),
  ...(undecided(findings).length > 0 ? (['findings'] as const) : []),
];

const MOST_NAMED = 60;

const faultOf = ({ elementId, field, kind }: Decided): FieldFault => ({
  field: elementId === null ? field : `elements.${elementId}.${field}`,
  reason: 'finding_undecided',
  params: { kind },
});

/** Why a draft cannot be submitted, every field named, or undefined. The words that were found are not repeated. */
export const whyNotSubmit = (
  state: Pick<DraftState, 'title'>,
  included: readonly TemplateElement[],
  findings: readonly Decided[],
): Refusal | undefined => {
  const missing = missingIn(state, included, findings);
  if (missing.length === 0) return undefined;
  const faults = [
    ...(missing.includes('title') ? [{ field: 'title', reason: 'required' }] : []),
    ...(missing.includes('elements') ? [{ field: 'elements', reason: 'required' }] : []),
    ...undecided(findings).slice(0, MOST_NAMED).map(faultOf),
  ];
  return refuse(missing.includes('findings') ? 'template_findings_undecided' : 'template_incomplete', { faults });
};
