import { m } from '$lib/paraglide/messages';

/** What acts are called, by their name; each page knows those of its own records. */
export type Said = Readonly<Record<string, () => string>>;

const DISCARDED: Said = {
  problem: m.trash_kind_problem,
  capacity: m.trash_kind_capacity,
  operation: m.trash_kind_operation,
  task: m.trash_kind_task,
  contribution: m.trash_kind_contribution,
  evidence: m.trash_kind_evidence,
  booking: m.trash_kind_booking,
  target: m.trash_kind_target,
  indicator: m.trash_kind_indicator,
  responsibility: m.trash_kind_responsibility,
  view: m.trash_kind_view,
  domain: m.trash_kind_domain,
  agency: m.trash_kind_agency,
};

/** The kind of thing that an act discarded. */
export const discardedOf = (act: string): string => DISCARDED[act.split('.')[0] ?? '']?.() ?? act;
