import { refuse } from '@mahalleh/kernel';
import { grants } from '@mahalleh/access';
import { defineViewChange } from '../define-view-change.ts';
import { ShareView } from '../view-model.ts';
import { whyNotAmend } from '../view-rules.ts';

/** Shares one's view with the people of a unit, and of all below it. */
export const shareView = defineViewChange({
  verb: 'share',
  permission: 'view.share',
  input: ShareView,
  unitOf: ({ unitId }) => unitId,
  decide: (view, { unitId }, facts, above) => {
    const maySharePlace = facts.grants.some((held) => grants(held.role, 'view.share') && above.includes(held.unitId));
    return whyNotAmend(view, facts) ?? (maySharePlace ? { unitId } : refuse('unit_unknown', { field: 'unitId' }));
  },
});
