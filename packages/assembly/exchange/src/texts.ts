import { agenciesReasons } from '@mahalleh/agencies/reasons';
import { indicatorsReasons } from '@mahalleh/indicators/reasons';
import { fillText, KERNEL_REASONS, type Bilingual, type FieldFault, type Reasons } from '@mahalleh/kernel';
import { peopleReasons } from '@mahalleh/people/reasons';
import { unitsReasons } from '@mahalleh/units/reasons';
import type { Column } from './exchange.ts';
import { exchangeReasons } from './reasons.ts';

const TEXTS: Reasons = {
  ...KERNEL_REASONS,
  ...unitsReasons,
  ...agenciesReasons,
  ...peopleReasons,
  ...indicatorsReasons,
  ...exchangeReasons,
};
const UNSAID: Bilingual = { fa: 'این مقدار درست نیست.', en: 'This value is not valid.' };

/** A fault of a row with its texts in both languages, and what its column is called. */
export const explained = ({ field, reason, params }: FieldFault, columns: readonly Column[]) => {
  const text = TEXTS[reason] ?? UNSAID;
  const column = columns.find(({ key }) => key === field);
  return {
    field,
    reason,
    column: column?.title ?? null,
    text: { fa: fillText(text.fa, params), en: fillText(text.en, params) },
  };
};

/** Whether a reason has its texts: asked by the tests. */
export const hasText = (reason: string): boolean => Object.hasOwn(TEXTS, reason);
