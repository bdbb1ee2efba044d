import { agencies } from '@mahalleh/agencies/schema';
import { units } from '@mahalleh/units/schema';
import { sql } from 'drizzle-orm';
import { capacities } from '../schema.ts';

/** The columns of a capacity in a list. */
export const itemFields = {
  id: capacities.id,
  unitId: capacities.unitId,
  unitNameFa: units.nameFa,
  unitNameEn: units.nameEn,
  kind: capacities.kind,
  name: capacities.name,
  agencyId: capacities.agencyId,
  agencyName: sql<
    string | null
  >`(select ${agencies.name} from ${agencies} where ${agencies.id} = ${capacities.agencyId})`,
  quantity: capacities.quantity,
  amountRial: capacities.amountRial,
  earmarkedRial: sql<number>`(select coalesce(sum(b.amount_rial), 0) from bookings b where b.capacity_id = ${capacities.id} and b.cancelled_at_ms is null)`,
  openDays: capacities.openDays,
  domainKey: capacities.domainKey,
  availableNote: capacities.availableNote,
  latitude: capacities.latitude,
  longitude: capacities.longitude,
  registeredAtMs: capacities.registeredAtMs,
  withdrawnAtMs: capacities.withdrawnAtMs,
  isSample: capacities.isSample,
  revision: capacities.revision,
};
