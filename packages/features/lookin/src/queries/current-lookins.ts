import { defineQuery, many } from '@mahalleh/gate';
import { sql } from 'drizzle-orm';
import { CurrentLookins, Nothing } from '../model.ts';
import { LOOKIN_COLUMNS, LOOKINS, readLookin, type LookinRow } from './lookin-row.ts';

/** Who looks in now where the reader works: at a unit of theirs, below it or above it. */
export const currentLookins = defineQuery({
  name: 'lookins_current',
  permission: 'lookin.read',
  input: Nothing,
  output: CurrentLookins,
  ask: (db, _input, { nowMs }) => ({
    rows: many(
      db.text<LookinRow>(
        sql`select ${LOOKIN_COLUMNS} from ${LOOKINS} where l.ended_at_ms is null and l.until_ms > ${nowMs} and exists (select 1 from my_grants mg join unit_closure mc on (mc.ancestor_id = mg.unit_id and mc.unit_id = l.unit_id) or (mc.ancestor_id = l.unit_id and mc.unit_id = mg.unit_id)) order by l.until_ms, l.id limit 20`,
      ),
    ),
  }),
  shape: ({ rows }, _input, { nowMs }) => ({
    rows: rows.map((row) => {
      const {
        email: _email,
        acceptedAtMs: _accepted,
        endedAtMs: _ended,
        endedByName: _by,
        ...told
      } = readLookin(row, nowMs);
      return told;
    }),
  }),
});
