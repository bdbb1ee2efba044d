import { refuse, type Refusal } from '@mahalleh/kernel';
import type { Factor } from './factor-model.ts';
import { RULE_PARAMS } from './rule-params.ts';
import { isWeighing, weightsOf } from './rules.ts';

type Rule = { readonly key: Factor; readonly weight: number; readonly isActive: boolean };

/** What is computed with, read by the schema of its factor, or the refusal that names the number. */
export const paramsSaid = (key: Factor, said: unknown): { readonly params: object } | Refusal => {
  const read = RULE_PARAMS[key].safeParse(said);
  if (!read.success) {
    const field = read.error.issues[0]?.path.join('.') ?? '';
    return refuse('match_params_unfit', { field: field === '' ? 'params' : `params.${field}`, detail: { field } });
  }
  const params: object = read.data;
  const isReversed = 'nearM' in params && 'farM' in params && Number(params.nearM) >= Number(params.farM);
  return isReversed ? refuse('match_near_beyond_far', { field: 'params.nearM' }) : { params };
};

/** Something must still speak for a match, or the refusal. */
export const weightRefusal = (rules: readonly Rule[]): Refusal | undefined =>
  isWeighing(weightsOf(rules)) ? undefined : refuse('match_needs_weight', { field: 'weight' });
