import type { zMe } from '@mahalleh/identity/model';

/** The signed-in person as the API says it: name, roles with their units, permissions. */
export type Me = (typeof zMe)['_output'];

/** Whether a command is in one of the roles held; pages hide what would only be refused. The API decides. */
export const mayDo = (me: Me, permission: string): boolean => me.permissions.includes(permission);
