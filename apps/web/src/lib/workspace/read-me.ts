import { read, type CallEvent } from '$lib/api';
import type { Workspace } from './address';
import type { Me } from './me';

/** Asks who is signed in; the sign-in page when nobody is. */
export const readMe = (event: CallEvent, workspace: Workspace): Promise<Me> => read<Me>(event, `${workspace.api}/me`);
