import { readIfAllowed, type CallEvent } from '$lib/api';
import type { Workspace } from '$lib/workspace/address';
import type { CurrentLookin } from '@mahalleh/lookin/model';
import type { Cookies } from '@sveltejs/kit';

/** Whether the browser is that of a guest, as the cookie tells; what a guest may is for the API to say. */
const isGuest = (cookies: Cookies): boolean => cookies.get('mahalleh_session')?.split('.')[1]?.startsWith('~') ?? false;

/** Who looks in now where the reader works. A guest is not asked for it: each question of a guest is on record. */
export const readCurrent = async (
  event: CallEvent & { cookies: Cookies },
  { api }: Workspace,
): Promise<readonly CurrentLookin[]> =>
  isGuest(event.cookies)
    ? []
    : ((await readIfAllowed<{ rows: CurrentLookin[] }>(event, `${api}/look-ins/current`))?.rows ?? []);
