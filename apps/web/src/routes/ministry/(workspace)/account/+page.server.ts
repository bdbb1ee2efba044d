import { read } from '$lib/api';
import { accountActions } from '$lib/identity/account';
import { workspaceOf } from '$lib/workspace/address';
import type { zMySessions } from '@mahalleh/identity/model';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { api } = workspaceOf(undefined);
  return { sessions: await read<(typeof zMySessions)['_output']>(event, `${api}/me/sessions`) };
};

export const actions: Actions = accountActions;
