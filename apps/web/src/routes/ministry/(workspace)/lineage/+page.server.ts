import { read } from '$lib/api';
import type { FigureLineage } from '$lib/ministry/lineage';
import { queryOf } from '$lib/query';
import { workspaceOf } from '$lib/workspace/address';
import type { PageServerLoad } from './$types';

/** What is told when the address names no figure. */
const FIRST = '?metric=progress_councils&place=nation';

export const load: PageServerLoad = async (event) => {
  const asked = queryOf(event.url, 'metric', 'place', 'period', 'at');
  return {
    lineage: await read<FigureLineage>(
      event,
      `${workspaceOf(undefined).api}/figures/lineage${asked === '' ? FIRST : asked}`,
    ),
  };
};
