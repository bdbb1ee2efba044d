import { parseNumber } from '@mahalleh/kernel/digits';
import { FACTORS, type Factor } from '@mahalleh/matching/factors';
import type { Weights } from '@mahalleh/matching/rules';

const MOST = 100;

/** The weight that a form says, or nothing while it is no weight. A rule that is not ticked weighs nothing. */
const weightIn = (form: FormData): number | undefined => {
  if (form.get('isActive') === null) return 0;
  const typed = parseNumber(String(form.get('weight') ?? ''));
  return typed === undefined || typed < 0 || typed > MOST ? undefined : typed;
};

/** The weights as they stand in the forms of the rules, those kept where nothing fit is typed. Forms name their rule in their action. */
export const typedWeights = (kept: Weights, forms: readonly HTMLFormElement[]): Weights => {
  const typed = new Map<string, number | undefined>();
  for (const form of forms) {
    const key = /\?\/tune_(\w+)/.exec(form.getAttribute('action') ?? '')?.[1];
    if (key !== undefined) typed.set(key, weightIn(new FormData(form)));
  }
  return Object.fromEntries(FACTORS.map((factor) => [factor, typed.get(factor) ?? kept[factor]])) as Record<
    Factor,
    number
  >;
};
