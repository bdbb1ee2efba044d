import { m } from '$lib/paraglide/messages';
import type { DryRun, ImportRun, Inspection } from '@mahalleh/exchange/model';

/** What a file looks like. */
export type Inspected = (typeof Inspection)['_output'];
/** What a run would do. */
export type Dry = (typeof DryRun)['_output'];
/** What a run did. */
export type Done = (typeof ImportRun)['_output'];
/** How many rows fare how. */
export type Counts = Dry['counts'];
/** What can be brought in. */
export type Kind = Inspected['kind'];

/** The kinds, in the order in which a province needs them. */
export const KINDS: readonly Kind[] = ['units', 'bases', 'people', 'measurements'];

const WORDS = {
  units: m.import_kind_units,
  bases: m.import_kind_bases,
  people: m.import_kind_people,
  measurements: m.import_kind_measurements,
};
const ABOUT = {
  units: m.import_about_units,
  bases: m.import_about_bases,
  people: m.import_about_people,
  measurements: m.import_about_measurements,
};
const SEE = {
  units: { at: '/units', says: m.import_see_units },
  bases: { at: '/bases', says: m.import_see_bases },
  people: { at: '/people', says: m.import_see_people },
  measurements: { at: '/indicators', says: m.import_see_measurements },
};

/** The kinds as choices. */
export const kindChoices = () => KINDS.map((kind) => ({ value: kind, label: WORDS[kind](), hint: ABOUT[kind]() }));

/** Where what was written is seen, below the workspace, and in which words. */
export const seeWritten = (kind: Kind): { readonly at: string; readonly label: string } => ({
  at: SEE[kind].at,
  label: SEE[kind].says(),
});

/** The rows that a run would write. */
export const goodRows = (counts: Counts): number => counts.new + counts.changed;

/** All rows of the file. */
export const allRows = (counts: Counts): number => goodRows(counts) + counts.unchanged + counts.rejected;

/** The four counts in their order, with the colour of each. */
export const countParts = (counts: Counts) => [
  { id: 'new', label: m.import_new(), value: counts.new, color: 'var(--seq-5)' },
  { id: 'changed', label: m.import_changed(), value: counts.changed, color: 'var(--seq-3)' },
  { id: 'unchanged', label: m.import_unchanged(), value: counts.unchanged, color: 'var(--line-strong)' },
  { id: 'rejected', label: m.import_rejected(), value: counts.rejected, color: 'var(--late)' },
];
