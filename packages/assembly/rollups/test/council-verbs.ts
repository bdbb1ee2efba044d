import { edit, idOf, NEIGHBOURHOODS, pick, type Verb } from './choose.ts';

/** What happens to councils and their seats. */
export const councilVerbs: Record<string, Verb> = {
  establish: async (world, { a, b }) => {
    const isCounty = b % 3 === 0;
    const sql = isCounty
      ? "select * from units where kind = 'county' and ended_on is null order by id"
      : NEIGHBOURHOODS;
    const kind = isCounty ? 'county_steering' : 'neighbourhood_progress';
    return world.run('council.establish', {
      kind,
      unitId: idOf(await pick(world, sql, a)),
      establishedOn: world.today(),
    });
  },
  /** Fills the seats of a council, all or some, for a while or for good, sworn or not. */
  seat: async (world, { a, b }) => {
    const council = await pick(world, 'select * from councils where dissolved_on is null order by id', a);
    if (!council) return undefined;
    const seats = await world.rows(
      'select * from charter_seats where charter_id = ? order by ord',
      String(council['charter_id']),
    );
    let done: unknown;
    for (const [i, seat] of seats.entries()) {
      if (b % 4 === 0 && i === b % seats.length) continue;
      const appointed = await world.run('seat.appoint', {
        councilId: idOf(council),
        seatId: idOf(seat),
        personId: world.people[i % world.people.length],
        decreeNumber: '12',
        fromOn: world.today(),
        ...(b % 2 ? { toOn: world.dayFromNow(b % 40) } : {}),
      });
      if (appointed && b % 5 > 0)
        await world.run('seat.swear', {
          appointmentId: appointed['id'],
          revision: appointed['revision'],
          on: world.today(),
        });
      done = appointed ?? done;
    }
    return done;
  },
  meet: async (world, { a }) => {
    const row = await pick(world, 'select * from councils where dissolved_on is null order by id', a);
    return row && world.run('meeting.hold', { ...edit(row, 'councilId'), on: world.today() });
  },
  vacate: async (world, { a }) => {
    const row = await pick(world, 'select * from appointments where ended_on is null order by id', a);
    return row && world.run('seat.vacate', { ...edit(row, 'appointmentId'), on: world.today(), reason: 'resigned' });
  },
  dissolve: async (world, { a, b }) => {
    const row =
      b % 3 ? undefined : await pick(world, 'select * from councils where dissolved_on is null order by id', a);
    return row && world.run('council.dissolve', { ...edit(row, 'councilId'), on: world.today() });
  },
};
