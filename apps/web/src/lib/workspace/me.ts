import type { Workspace } from './address';
import { read, type CallEvent } from '$lib/api';

/** The signed-in person as the workspace needs them: who, in which role, with which permissions. */
export type Me = {
  readonly person: { readonly id: string; readonly name: string };
  readonly roles: readonly { readonly role: string; readonly title: string; readonly unit_id?: string | null }[];
  readonly permissions: readonly string[];
};

/** Asks who is signed in; the sign-in page when nobody is. */
export const readMe = (event: CallEvent, workspace: Workspace): Promise<Me> => read<Me>(event, `${workspace.api}/me`);
