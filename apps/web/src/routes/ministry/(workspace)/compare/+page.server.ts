import { read } from '$lib/api';
import type { Compared } from '$lib/ministry/model';
import { workspaceOf } from '$lib/workspace/address';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { searchParams } = event.url;
  const places = [...new Set(searchParams.getAll('place').filter((place) => place !== ''))];
  const asked = new URLSearchParams({ places: places.length === 0 ? 'nation' : places.join(',') });
  for (const name of ['figure', 'step', 'at']) {
    const value = searchParams.get(name);
    if (value) asked.set(name, value);
  }
  return { compared: await read<Compared>(event, `${workspaceOf(undefined).api}/compare?${asked.toString()}`) };
};
