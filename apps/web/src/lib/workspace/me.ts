import { read, type CallEvent } from '$lib/api';
import type { zMe } from '@mahalleh/identity/model';
import type { Workspace } from './address';

/** The signed-in person as the API says it: name, roles with their units, permissions. */
export type Me = (typeof zMe)['_output'];

/** Asks who is signed in; the sign-in page when nobody is. */
export const readMe = (event: CallEvent, workspace: Workspace): Promise<Me> => read<Me>(event, `${workspace.api}/me`);

/** Whether a command is in one of the roles held; pages hide what would only be refused. The API decides. */
export const mayDo = (me: Me, permission: string): boolean => me.permissions.includes(permission);
