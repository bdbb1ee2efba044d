import { at, DOMAINS, edit, idOf, pick, type Verb } from './choose.ts';

/** What happens to duties: a lead is declared for a domain in a unit of any kind, or released. */
export const dutyVerbs: Record<string, Verb> = {
  declare: async (world, { a, b }) => {
    const unit = await pick(world, 'select * from units where ended_on is null order by id', a);
    const known = await pick(world, 'select * from agencies order by id', b);
    const agency =
      known ??
      (await world.run('agency.register', {
        unitId: world.ids.province,
        kind: 'municipality',
        name: 'شهرداری',
      }));
    return world.run('responsibility.assign', {
      unitId: idOf(unit),
      domainKey: at(DOMAINS, b),
      agencyId: idOf(agency),
      role: 'lead',
    });
  },
  release: async (world, { a }) => {
    const row = await pick(world, 'select * from responsibilities where ended_at_ms is null order by id', a);
    return row && world.run('responsibility.release', edit(row, 'responsibilityId'));
  },
};
