import type { CapacityKind } from '@mahalleh/capacity/model';
import type { AgencyKind } from '@mahalleh/agencies/model';
import type { Office } from '@mahalleh/councils/model';
import type { ProvinceSlug } from '@mahalleh/kernel';
import type { Audience } from '@mahalleh/operations/choices';
import type { NationalDomainKey } from '@mahalleh/problems/domain';
import type { DutyRole } from '@mahalleh/responsibility/model';
import type { FieldsOf } from '@mahalleh/templates/kinds';

/** The templates that the sample nation ships. */
export type StarterName = 'sheikhabad' | 'pardisan' | 'railway';

/** A problem that such neighbourhoods have, with its chain of causes, the root last. */
export type ProblemTold = {
  readonly key: string;
  readonly domain: NationalDomainKey;
  readonly severity: number;
  readonly title: string;
  readonly description: string;
  readonly whys: readonly string[];
  readonly solution: string;
};

/** Something to look for in the neighbourhood. */
export type CapacityTold = {
  readonly key: string;
  readonly kind: CapacityKind;
  readonly title: string;
  readonly domains: readonly NationalDomainKey[];
  readonly note: string;
  readonly quantity?: number;
};

/** Who does something, as an office. */
export type RoleTold = {
  readonly key: string;
  readonly titleFa: string;
  readonly titleEn: string;
  readonly office: Office | null;
  readonly duty: string;
};

/** What a body is to a domain. */
export type DutyTold = readonly [domain: NationalDomainKey, body: AgencyKind, role: DutyRole, note?: string];

/**
 * A task. Without `after` it begins `day` calendar days after the operation's first day; with it, on the day after the
 * last one it waits for, or `lag` days later. `after` names tasks of the same operation, or `operation/task`.
 */
export type TaskTold = {
  readonly key: string;
  readonly title: string;
  readonly role: string;
  readonly body?: AgencyKind;
  readonly day?: number;
  readonly after?: readonly string[];
  readonly lag?: number;
  /** Unit: working days. */
  readonly lasts: number;
  readonly isMilestone?: boolean;
};

/** An operation with its tasks. */
export type OperationTold = {
  readonly key: string;
  readonly domain: NationalDomainKey;
  readonly problem?: string;
  readonly body: AgencyKind;
  readonly indicator?: string;
  readonly capacities?: readonly string[];
  readonly audience: Audience;
  readonly title: string;
  readonly goal: string;
  readonly measure: string;
  /** Calendar days after the adoption's first day, or after the last day of `after`. */
  readonly day: number;
  readonly after?: string;
  /** Unit: working days. */
  readonly lasts: number;
  readonly tasks: readonly TaskTold[];
};

/** An indicator; one that is measured needs no formula. */
export type IndicatorTold = FieldsOf<'indicator'>;

/** A number to be reached. */
export type TargetTold = {
  readonly key: string;
  readonly titleFa: string;
  readonly titleEn: string;
  readonly metric?: readonly [key: string, dims: string | null];
  readonly indicator?: string;
  readonly baseline: number;
  readonly goal: number;
  /** Unit: working days. */
  readonly lasts: number;
};

/** What was learnt, by a key that keeps it the same element in every version. */
export type LessonTold = { readonly key: string; readonly title: string; readonly text: string };

/** Terms of reference of a seat, a committee or a role: `for` is `kind/key`. */
export type TermsTold = { readonly key: string; readonly for: string; readonly title: string; readonly text: string };

/** A template of the starter library, as it is told; the document is made of it. */
export type StarterText = {
  readonly name: StarterName;
  readonly province: ProvinceSlug;
  /** The neighbourhood of the sample that it is taken from. */
  readonly unit: string;
  readonly title: string;
  readonly summary: string;
  readonly tags: readonly string[];
  readonly size: 'small' | 'medium' | 'large';
  readonly domains: readonly NationalDomainKey[];
  readonly roles: readonly RoleTold[];
  readonly bodies: readonly AgencyKind[];
  readonly duties: readonly DutyTold[];
  readonly terms: readonly TermsTold[];
  readonly problems: readonly ProblemTold[];
  readonly capacities: readonly CapacityTold[];
  readonly indicators: readonly IndicatorTold[];
  readonly operations: readonly OperationTold[];
  readonly targets: readonly TargetTold[];
  readonly lessons: readonly LessonTold[];
};
