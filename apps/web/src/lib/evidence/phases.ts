import { m } from '$lib/paraglide/messages';
import { EVIDENCE_PHASES, type EvidencePhase } from '@mahalleh/evidence/kinds';
import type { EvidenceItem } from '@mahalleh/evidence/model';

const NAMES: Readonly<Record<EvidencePhase, () => string>> = {
  before: m.records_phase_before,
  during: m.records_phase_during,
  after: m.records_phase_after,
};

/** Before, during and after, as choices. */
export const phaseChoices = () => EVIDENCE_PHASES.map((value) => ({ value, label: NAMES[value]() }));

/** The photos of a work side by side: before it, while it went on, after it. Stages without a photo stand empty, so that what is missing is seen. */
export const phasesOf = (items: readonly EvidenceItem[]) =>
  EVIDENCE_PHASES.map((phase) => ({
    phase,
    label: NAMES[phase](),
    items: items.filter((item) => item.kind === 'photo' && item.phase === phase),
  })).filter(({ phase, items: photos }) => phase !== 'during' || photos.length > 0);

/** What is not a photo of one of the stages. */
export const withoutPhase = (items: readonly EvidenceItem[]): readonly EvidenceItem[] =>
  items.filter((item) => item.kind !== 'photo' || item.phase === null);
