import { refuse, type Refusal } from '@mahalleh/kernel';
import type { Activation } from './model.ts';

/** Bases stand in neighbourhoods and villages that have not ended. */
export const mayStandIn = (unit: { readonly kind: string; readonly endedOn: string | null }): Refusal | undefined => {
  if (unit.endedOn !== null) return refuse('base_unit_ended', { field: 'unitId' });
  return unit.kind === 'neighbourhood' || unit.kind === 'village'
    ? undefined
    : refuse('base_unit_unfit', { field: 'unitId' });
};

/** Whether a base may become active on that day: it is not yet, and the day is not in the future. */
export const activate = (base: { readonly activation: Activation }, on: string, today: string): Refusal | undefined => {
  if (base.activation === 'active') return refuse('base_already_active');
  return on > today ? refuse('date_in_future', { field: 'on' }) : undefined;
};

/** What a base becomes when it works no longer: only what is active or being prepared can stop. */
export const deactivate = (
  base: { readonly activation: Activation },
  isPreparing: boolean,
): { activation: Activation } | Refusal => {
  const activation = isPreparing ? 'preparing' : 'inactive';
  return base.activation === activation ? refuse('base_already_so') : { activation };
};
