import { defineViewChange } from '../define-view-change.ts';
import { DropView } from '../view-model.ts';
import { whyNotDrop } from '../view-rules.ts';

/** Takes a view away: one's own, or one that is shared where one may share. */
export const dropView = defineViewChange({
  verb: 'drop',
  permission: null,
  input: DropView,
  decide: (view, _input, facts, above) => whyNotDrop(view, facts, above) ?? { droppedAtMs: facts.nowMs },
});
