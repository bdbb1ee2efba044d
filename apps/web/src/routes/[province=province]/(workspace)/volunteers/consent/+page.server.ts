import { mustBeAllowed } from '$lib/records/allowed';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { me } = await event.parent();
  mustBeAllowed(me, 'volunteer.enrol', event);
  const own = me.roles.find(({ role }) => role === 'neighbourhood_manager');
  return { place: own ? { nameFa: own.unitNameFa ?? '', nameEn: own.unitNameEn } : undefined };
};
