import { command, type CommandEvent } from '$lib/action';
import { m } from '$lib/paraglide/messages';
import { workspaceOf } from '$lib/workspace/address';

const apiOf = ({ params }: CommandEvent): string => workspaceOf(params['province']).api;

/** Assigns a responsibility. */
export const assign = command({
  to: (event) => `${apiOf(event)}/responsibilities`,
  says: () => m.responsibilities_assigned(),
  undoes: true,
});

/** Releases the responsibility that the form names. */
export const release = command({
  to: (event, form) =>
    `${apiOf(event)}/responsibilities/${encodeURIComponent(String(form.get('_responsibilityId') ?? ''))}/release`,
  says: () => m.responsibilities_released(),
  undoes: true,
});
