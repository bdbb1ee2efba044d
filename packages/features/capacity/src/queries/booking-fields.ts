import { people } from '@mahalleh/people/schema';
import { sql } from 'drizzle-orm';
import { bookings, capacities } from '../schema.ts';

/** Something of the booking's operation. In text, because operations depend on capacities. */
const ofOperation = (column: 'code' | 'title') =>
  sql<string | null>`(select ${sql.raw(`o.${column}`)} from operations o where o.id = ${bookings.operationId})`;

/** The columns of a booking in a list. */
export const bookingFields = {
  id: bookings.id,
  code: bookings.code,
  capacityId: bookings.capacityId,
  capacityName: capacities.name,
  kind: capacities.kind,
  unitId: bookings.unitId,
  operationId: bookings.operationId,
  operationCode: ofOperation('code'),
  operationTitle: ofOperation('title'),
  purpose: bookings.purpose,
  quantity: bookings.quantity,
  amountRial: bookings.amountRial,
  fromMs: bookings.fromMs,
  toMs: bookings.toMs,
  seriesId: bookings.seriesId,
  bookedBy: bookings.bookedBy,
  bookedByName: sql<
    string | null
  >`(select ${people.fullName} from ${people} where ${people.id} = ${bookings.bookedBy})`,
  bookedAtMs: bookings.bookedAtMs,
  cancelledAtMs: bookings.cancelledAtMs,
  cancelReason: bookings.cancelReason,
  isSample: bookings.isSample,
  revision: bookings.revision,
};
