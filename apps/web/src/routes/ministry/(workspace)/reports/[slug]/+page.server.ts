import { read } from '$lib/api';
import type { Reporting } from '$lib/reports/model';
import { remind } from '$lib/reports/remind';
import { workspaceOf } from '$lib/workspace/address';
import { mayDo } from '$lib/workspace/me';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { slug } = event.params;
  const [reporting, { me }] = await Promise.all([
    read<Reporting>(event, `${workspaceOf(undefined).api}/reporting/${slug}`),
    event.parent(),
  ]);
  return { slug, reporting, mayRemind: mayDo(me, 'report.remind') };
};

export const actions: Actions = { remind };
