import { sql } from 'drizzle-orm';
import type { WriteDb } from '@mahalleh/gate';
import type { CouncilKind } from './codes.ts';

type Move = { readonly kind: CouncilKind; readonly charterId: string; readonly fromOn: string };

const living = (kind: CouncilKind) =>
  sql`(select c.id from councils c where c.kind = ${kind} and c.dissolved_on is null)`;

/** The same seat of the new charter, by key. */
const sameSeat = (charterId: string) =>
  sql`select n.id from charter_seats n join charter_seats o on o.key = n.key where o.id = appointments.seat_id and n.charter_id = ${charterId}`;

/** Brings the living councils of a kind under another charter. A mandate keeps its seat by the seat's key; where the seat is gone, it ends. */
export const moveCouncils = (db: WriteDb<'province'>, { kind, charterId, fromOn }: Move) => [
  db.text(sql`update appointments set ended_on = max(from_on, ${fromOn}), end_reason = 'seat_dropped', revision = revision + 1
    where council_id in ${living(kind)} and not exists (${sameSeat(charterId)})
      and (to_on is null or to_on >= ${fromOn}) and (ended_on is null or ended_on > ${fromOn})`),
  db.text(
    sql`update appointments set seat_id = (${sameSeat(charterId)}) where council_id in ${living(kind)} and exists (${sameSeat(charterId)})`,
  ),
  db.text(
    sql`update councils set charter_id = ${charterId}, revision = revision + 1 where kind = ${kind} and dissolved_on is null`,
  ),
];
