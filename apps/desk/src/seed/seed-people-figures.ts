import type { ResultSet, SqlValue, Statement } from '@mahalleh/gate';
import type { ProvinceSlug } from '@mahalleh/kernel';
import { closePeople } from '@mahalleh/rollups';
import type { Desk } from '../desk.ts';

/** How much less each month further back had. */
const LESS_EACH_MONTH = 0.11;

/** Counts, hides and tells the people of the sample's ended months, the newest first: fewer of them the longer ago it was. */
export const seedPeopleFigures = async (desk: Desk, slug: ProvinceSlug): Promise<void> => {
  const closings = await desk.rows(
    slug,
    "select closed_at_ms from closings where period not like '%q%' order by closed_at_ms desc",
  );
  for (const [back, [closedAtMs]] of closings.entries()) {
    const share = Math.max(0, 1 - back * LESS_EACH_MONTH);
    const asked = async ({ sql, args }: Statement): Promise<ResultSet> => {
      const rows = await desk.rows(slug, sql, args as SqlValue[]);
      const isCounted = sql.includes(' as amount');
      const told = rows.map((row) => (isCounted ? [...row.slice(0, -1), Math.round(Number(row.at(-1)) * share)] : row));
      return { columns: [], rows: told, affected: 0 };
    };
    await closePeople({
      reader: { batch: (statements) => Promise.all(statements.map(asked)) },
      save: async (statements) => {
        await desk.write(slug, { action: 'desk.seed', subject: `${slug}:people` }, statements);
        return true;
      },
      nowMs: () => Number(closedAtMs) + 1,
    });
  }
};
