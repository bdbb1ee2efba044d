import type { Statement } from '@mahalleh/gate';
import type { Desk } from '../desk.ts';

const PARKED = 'parked_triggers';

/** Takes the triggers of a table away while it is filled in bulk; their texts are kept in the database, so that a run that stopped finds them. */
export const parkTriggers = async (desk: Desk, database: string, table: string): Promise<void> => {
  const [parked] = await desk.rows(database, 'select value from meta where key = ?', [PARKED]);
  if (parked) return;
  const triggers = await desk.rows(
    database,
    "select name, sql from sqlite_master where type = 'trigger' and tbl_name = ?",
    [table],
  );
  await desk.holding(database, () =>
    desk.define(database, [
      {
        sql: 'insert into meta (key, value) values (?, ?)',
        args: [PARKED, JSON.stringify(triggers.map(([, sql]) => sql))],
      },
      ...triggers.map(([name]): Statement => ({ sql: `drop trigger ${String(name)}`, args: [] })),
    ]),
  );
};

/** Puts parked triggers back, and in the same moment does what they would have done. What the table took meanwhile must be marked by hand. */
export const returnTriggers = async (
  desk: Desk,
  database: string,
  insteadOfThem: readonly Statement[],
): Promise<void> => {
  const [parked] = await desk.rows(database, 'select value from meta where key = ?', [PARKED]);
  if (!parked) return;
  const texts = JSON.parse(String(parked[0])) as string[];
  await desk.holding(database, () =>
    desk.define(database, [
      ...insteadOfThem,
      ...texts.map((sql): Statement => ({ sql, args: [] })),
      { sql: 'delete from meta where key = ?', args: [PARKED] },
    ]),
  );
};
