import { m } from '$lib/paraglide/messages';
import { mayDo, type Me } from '$lib/workspace/me';
import { error, type RequestEvent } from '@sveltejs/kit';

/** Stops at a page whose only form would be refused, and says so. */
export const mustBeAllowed = (me: Me, permission: string, { locals }: Pick<RequestEvent, 'locals'>): void => {
  if (mayDo(me, permission)) return;
  error(403, { message: m.shell_error_not_permitted_title(), reason: 'not_permitted', trace: locals.requestId });
};
