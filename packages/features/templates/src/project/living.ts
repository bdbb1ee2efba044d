import type { AgencyKind } from '@mahalleh/agencies/kinds';
import type { CapacityKind } from '@mahalleh/capacity/statuses';
import type { Role } from '@mahalleh/access';
import type { Office } from '@mahalleh/councils/model';
import type { NationalDomainKey } from '@mahalleh/problems/domain';
import type { RowKind } from '../rows/index.ts';
import type { NameRow } from '../leaks/index.ts';

/** A record of the neighbourhood in its landed form (`ROW_FORMS`). */
export type LivingRow = {
  readonly rowKey: string;
  /** JSON: the landed form. */
  readonly form: string;
  /** 1 when a point or a place is recorded with it. It never leaves. */
  readonly hasPlace: number;
  /** 1 when people are counted or named with it. */
  readonly hasPeople: number;
};

/** A seat of the charter in force. */
export type LivingSeat = {
  readonly key: string;
  readonly titleFa: string;
  readonly titleEn: string;
  readonly office: Office;
  readonly isRequired: number;
  readonly isChair: number;
  readonly isSecretary: number;
  readonly isHeld: number;
};

/** What somebody who does a task is in the neighbourhood: never who. */
export type LivingOffice = {
  readonly personId: string;
  readonly seat: string | null;
  readonly isManager: number;
  readonly committee: string | null;
  readonly role: Role | null;
  readonly jobTitle: string | null;
};

/** An element of a template that this neighbourhood uses, and what became of it here. */
export type AdoptedElement = {
  readonly elementId: string;
  readonly kind: string;
  readonly rowKey: string | null;
  /** JSON, all three: what the version says, how it landed, and what was reworded since. */
  readonly base: string;
  readonly landed: string;
  readonly local: string;
};

/** Everything that is asked of a living neighbourhood to make a template of it. */
export type Living = {
  readonly unit: { readonly id: string; readonly kind: string; readonly population: number | null };
  readonly rows: Readonly<Record<RowKind, readonly LivingRow[]>>;
  readonly seats: readonly LivingSeat[];
  readonly committeeKinds: readonly {
    readonly key: string;
    readonly titleFa: string;
    readonly titleEn: string;
    readonly isEmergency: number;
  }[];
  readonly domains: readonly {
    readonly key: string;
    readonly titleFa: string;
    readonly titleEn: string;
    readonly nationalKey: NationalDomainKey;
    readonly isSensitive: number;
    readonly parentKey: string | null;
  }[];
  readonly agencies: readonly { readonly id: string; readonly kind: AgencyKind }[];
  readonly capacities: readonly {
    readonly id: string;
    readonly kind: CapacityKind;
    readonly domainKey: string | null;
    readonly quantity: number | null;
  }[];
  readonly offices: readonly LivingOffice[];
  /** As `work_settings` has it. */
  readonly weekend: string;
  /** Which element a record stood for before, in any template. */
  readonly known: readonly { readonly elementId: string; readonly kind: string; readonly rowKey: string }[];
  readonly adopted: readonly AdoptedElement[];
  readonly names: readonly NameRow[];
};
