import { defineViewChange } from '../define-view-change.ts';
import { AmendView } from '../view-model.ts';
import { whyNotAmend } from '../view-rules.ts';

/** Calls a saved view otherwise, or saves in its place what is looked at now. */
export const amendView = defineViewChange({
  verb: 'amend',
  permission: null,
  input: AmendView,
  decide: (view, { name, query, columns, density }, facts) =>
    whyNotAmend(view, facts) ?? {
      ...(name === undefined ? {} : { name }),
      ...(query === undefined
        ? {}
        : { query, columnsJson: columns ? JSON.stringify(columns) : null, density: density ?? null }),
    },
});
