import { command } from '$lib/action';
import { read } from '$lib/api';
import type { Rules } from '$lib/matching/model';
import { m } from '$lib/paraglide/messages';
import { queryOf } from '$lib/query';
import { workspaceOf } from '$lib/workspace/address';
import { FACTORS } from '@mahalleh/matching/factors';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { api } = workspaceOf(event.params.province);
  return { rules: await read<Rules>(event, `${api}/match-rules${queryOf(event.url, 'problemId')}`) };
};

export const actions: Actions = Object.fromEntries(
  FACTORS.map((key) => [
    `tune_${key}`,
    command({
      to: ({ params }) => `${workspaceOf(params['province']).api}/match-rules/${key}/tune`,
      flags: ['isActive'],
      says: () => m.matching_rule_saved(),
      undoes: true,
    }),
  ]),
);
