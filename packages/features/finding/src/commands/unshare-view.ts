import { defineViewChange } from '../define-view-change.ts';
import { UnshareView } from '../view-model.ts';
import { whyNotAmend } from '../view-rules.ts';

/** Keeps a shared view to oneself again. */
export const unshareView = defineViewChange({
  verb: 'unshare',
  permission: null,
  input: UnshareView,
  decide: (view, _input, facts) => whyNotAmend(view, facts) ?? { unitId: null },
});
