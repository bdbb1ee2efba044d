import { read } from '$lib/api';
import { readDomains } from '$lib/choice/read';
import type { Ground } from '$lib/maps/ground';
import type { Problems } from '$lib/problems/map';
import { queryOf } from '$lib/query';
import { workspaceOf } from '$lib/workspace/address';
import { isProvinceSlug } from '@mahalleh/kernel/province';
import { outlineOf } from '@mahalleh/ui/outlines';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { api } = workspaceOf(event.params.province);
  const query = queryOf(
    event.url,
    'unitId',
    'status',
    'domain',
    'severity',
    'level',
    'overdue',
    'gap',
    'from',
    'to',
    'q',
  );
  const [problems, ground, domains] = await Promise.all([
    read<Problems>(event, `${api}/problem-map${query}`),
    read<Ground>(event, `${api}/ground${queryOf(event.url, 'unitId')}`),
    readDomains(event),
  ]);
  const { province } = event.params;
  const isWhole = problems.level === 'province' && isProvinceSlug(province);
  return { problems, ground, domains, outline: isWhole ? outlineOf(province) : [] };
};
