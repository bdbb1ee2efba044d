import type { Statement } from '@mahalleh/gate';
import type { Desk } from '../desk.ts';

/** Under this key the texts of what was taken away lie in the database, so that a run that stopped finds them. */
const PARKED = 'parked_triggers';

type Kind = 'index' | 'trigger';

/** What SQL made on a table, by kind: indexes that belong to the table itself have no text and stay. */
const madeOn = async (desk: Desk, database: string, table: string, kinds: readonly Kind[]) =>
  (
    await desk.rows(
      database,
      "select type, name, sql from sqlite_master where tbl_name = ? and sql is not null and type in (select value from json_each(?)) order by type = 'trigger'",
      [table, JSON.stringify(kinds)],
    )
  ).map(([type, name, sql]) => ({ drop: `drop ${String(type)} "${String(name)}"`, make: String(sql) }));

const plain = (sql: string): Statement => ({ sql, args: [] });

/** Takes the indexes and triggers of a table away while it is filled in bulk: made once at the end they cost a fifth. */
export const parkTriggers = async (desk: Desk, database: string, table: string): Promise<void> => {
  const [parked] = await desk.rows(database, 'select value from meta where key = ?', [PARKED]);
  if (parked) return;
  const made = await madeOn(desk, database, table, ['index', 'trigger']);
  await desk.holding(database, () =>
    desk.define(database, [
      {
        sql: 'insert into meta (key, value) values (?, ?)',
        args: [PARKED, JSON.stringify(made.map(({ make }) => make))],
      },
      ...made.map(({ drop }) => plain(drop)),
    ]),
  );
};

/** Puts them back, and in the same moment does what the triggers would have done. What the table took meanwhile must be marked by hand. */
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
      ...texts.map(plain),
      { sql: 'delete from meta where key = ?', args: [PARKED] },
    ]),
  );
};

/** Does something in one transaction in which the triggers of a table are away, and nobody else writes. */
export const withoutTriggers = async (
  desk: Desk,
  database: string,
  table: string,
  statements: readonly Statement[],
): Promise<void> => {
  const made = await madeOn(desk, database, table, ['trigger']);
  await desk.holding(database, () =>
    desk.define(database, [
      ...made.map(({ drop }) => plain(drop)),
      ...statements,
      ...made.map(({ make }) => plain(make)),
    ]),
  );
};
