import { command } from '$lib/action';
import { m } from '$lib/paraglide/messages';
import { workspaceOf } from '$lib/workspace/address';

/** The ministry reminds the provinces that were ticked of a report. */
export const remind = command({
  to: `${workspaceOf(undefined).api}/report-reminders`,
  lists: ['provinces'],
  says: () => m.reports_reminded(),
});
