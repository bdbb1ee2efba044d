import { read } from '$lib/api';
import { kindOf, type SearchResult } from '$lib/finding/model';
import { workspaceOf } from '$lib/workspace/address';
import type { PageServerLoad } from './$types';

const NOTHING: SearchResult = { groups: [], corrected: [] };
/** How many of each kind are shown beside each other, and how many of one alone. */
const SIZES = { all: '5', one: '50' } as const;

export const load: PageServerLoad = async (event) => {
  const { api } = workspaceOf(event.params.province);
  const q = (event.url.searchParams.get('q') ?? '').trim().slice(0, 200);
  const kind = kindOf(event.url.searchParams.get('kind'));
  const query = new URLSearchParams({ q, size: kind ? SIZES.one : SIZES.all, ...(kind ? { kinds: kind } : {}) });
  const result = q === '' ? NOTHING : await read<SearchResult>(event, `${api}/search?${query.toString()}`);
  return { q, kind, result };
};
