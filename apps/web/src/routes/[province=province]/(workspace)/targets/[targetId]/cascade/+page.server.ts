import { command } from '$lib/action';
import { read } from '$lib/api';
import { m } from '$lib/paraglide/messages';
import { queryOf } from '$lib/query';
import { mustBeAllowed } from '$lib/records/allowed';
import type { Shares } from '$lib/targets/model';
import { problemsOfRows, rowsOf, typedRows } from '$lib/targets/rows';
import { workspaceOf } from '$lib/workspace/address';
import { formatNumber } from '@mahalleh/kernel/digits';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { api } = workspaceOf(event.params.province);
  const [shares, { me }] = await Promise.all([
    read<Shares>(event, `${api}/targets/${event.params.targetId}/shares${queryOf(event.url, 'by')}`),
    event.parent(),
  ]);
  mustBeAllowed(me, 'target.cascade', event);
  return { shares };
};

const PARTS = ['unitId', 'baselineValue', 'goalValue'] as const;
const KEPT = ['unitId'] as const;

export const actions: Actions = {
  cascade: async (event) => {
    const form = await event.request.clone().formData();
    const { api, path } = workspaceOf(event.params.province);
    const answer = await command<{ count: number }>({
      to: `${api}/targets/${event.params.targetId}/cascade`,
      body: ({ revision }, typed) => ({
        revision,
        shares: rowsOf(typed, 'shares', PARTS, KEPT).map((row) => ({ baselineValue: '0', goalValue: '0', ...row })),
      }),
      then: () => `${path}/targets/${event.params.targetId}#parts`,
      says: ({ count }) => m.targets_cascade_done({ count: formatNumber(count, event.locals.locale) }),
      undoes: true,
    })(event);
    if ('data' in answer)
      Object.assign(answer.data, {
        errors: problemsOfRows(answer.data.errors, 'shares', typedRows(form, 'shares', KEPT)),
      });
    return answer;
  },
};
