import { read } from '$lib/api';
import { workspaceOf } from '$lib/workspace/address';
import type { NationApi } from '@mahalleh/api/client';
import type { PageServerLoad } from './$types';

type Health = NationApi['GET /borders']['output'];

export const load: PageServerLoad = async (event) => ({
  health: await read<Health>(event, `${workspaceOf(undefined).api}/borders`),
});
