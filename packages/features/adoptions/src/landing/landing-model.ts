import type { AdoptedPermission } from './may.ts';
import type { CivilDate, FieldFault } from '@mahalleh/kernel';
import type { Known } from '@mahalleh/indicators';
import type { DomainNode } from '@mahalleh/problems/rules';
import type { TemplateElement } from '@mahalleh/templates/document';
import type { RealDays } from '../dates/index.ts';
import type { ElementState } from '../statuses.ts';

/** A record that is there already and is to be taken for an element. */
export type JoinedRow = {
  readonly kind: string;
  readonly key: string;
  /** A problem's, operation's or duty's domain; the kind of a committee. */
  readonly of: string | null;
  readonly startsOn: CivilDate | null;
  readonly endsOn: CivilDate | null;
};

/** An indicator of the province, with what it means now. */
export type KnownIndicator = Known & { readonly direction: string; readonly version: number };

/** What is known of the neighbourhood and its province before anything lands. */
export type Ground = {
  readonly unit: { readonly id: string; readonly kind: string; readonly endedOn: string | null };
  readonly council: { readonly id: string; readonly establishedOn: string } | undefined;
  readonly charter: { readonly id: string } | undefined;
  readonly committees: readonly { readonly id: string; readonly kindKey: string }[];
  readonly committeeKinds: readonly { readonly key: string; readonly ord: number; readonly retiredOn: string | null }[];
  readonly domains: readonly (DomainNode & { readonly ord: number })[];
  /** Those that the mapping names and that can be taken. */
  readonly people: readonly { readonly id: string }[];
  readonly agencies: readonly { readonly id: string }[];
  readonly capacities: readonly { readonly id: string }[];
  readonly duties: readonly {
    readonly id: string;
    readonly unitId: string;
    readonly domainKey: string;
    readonly agencyId: string;
    readonly agencyName: string;
    readonly role: 'lead' | 'partner' | 'informed';
  }[];
  readonly indicators: readonly KnownIndicator[];
  /** The last value of each indicator in the unit. */
  readonly readings: readonly { readonly indicatorId: string; readonly value: number }[];
  /** The indicators that the unit has an aim for. */
  readonly aimed: readonly { readonly indicatorId: string }[];
  readonly joined: readonly JoinedRow[];
  /** Tracking codes that are free. */
  readonly codes: readonly { readonly code: string }[];
};

/** What was chosen for each element. */
export type Choice = {
  readonly startsOn: CivilDate;
  readonly without: ReadonlySet<string>;
  readonly mapping: Readonly<Record<string, string | null>>;
  readonly joins: Readonly<Record<string, string>>;
  readonly establishesCouncil: boolean;
};

/** What becomes of an element. `isNew`: a row of its own is made. */
export type Settled = {
  readonly element: TemplateElement;
  readonly state: ElementState;
  readonly rowKey: string | null;
  readonly isJoined: boolean;
  readonly isNew: boolean;
};

/** Everything that a kind needs to make its rows. */
export type LandingContext = {
  readonly ground: Ground;
  readonly choice: Choice;
  readonly settled: ReadonlyMap<string, Settled>;
  readonly days: ReadonlyMap<string, RealDays>;
  readonly councilId: string | undefined;
  readonly newId: () => string;
  readonly nowMs: number;
  readonly today: CivilDate;
  readonly personId: string;
  readonly may: (permission: AdoptedPermission) => boolean;
};

/** The fault of one element, under its id. */
export const faultOf = (
  element: TemplateElement,
  reason: string,
  params: Readonly<Record<string, string | number>> = {},
): FieldFault => ({
  field: `elements.${element.id}`,
  reason,
  params: { name: nameOf(element), ...params },
});

/** What an element is called: the first of its words. */
export const nameOf = ({ kind, fields }: TemplateElement): string => {
  for (const field of ['title', 'titleFa', 'key', 'role']) {
    const value = fields[field];
    if (typeof value === 'string') return value;
  }
  return kind;
};

/** The words of a field, or null. */
export const wordsOf = ({ fields }: TemplateElement, field: string): string | null => {
  const value = fields[field];
  return typeof value === 'string' ? value : null;
};

/** The number of a field, or null. */
export const numberOf = ({ fields }: TemplateElement, field: string): number | null => {
  const value = fields[field];
  return typeof value === 'number' ? value : null;
};

/** The list of a field. */
export const listOf = ({ fields }: TemplateElement, field: string): readonly string[] => {
  const value = fields[field];
  return Array.isArray(value) ? value : [];
};

/** What elements are called in both languages; a duty is called by its domain and its body. The English name is null where there is none. */
export const namesIn = (
  elements: readonly TemplateElement[],
): ((element: TemplateElement) => { readonly name: string; readonly nameEn: string | null }) => {
  const byId = new Map(elements.map((element) => [element.id, element]));
  return (element) => {
    if (element.kind !== 'duty') return { name: nameOf(element), nameEn: wordsOf(element, 'titleEn') };
    const sides = ['domainRef', 'agencyRef'].map((field) => byId.get(wordsOf(element, field) ?? ''));
    const said = sides.map((side) => (side ? nameOf(side) : '')).filter((word) => word !== '');
    const saidEn = sides.flatMap((side) => (side ? (wordsOf(side, 'titleEn') ?? []) : []));
    return {
      name: said.length === 2 ? said.join(' – ') : nameOf(element),
      nameEn: saidEn.length === 2 ? saidEn.join(' – ') : null,
    };
  };
};
