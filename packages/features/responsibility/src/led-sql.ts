import { sql, type SQL } from 'drizzle-orm';

/**
 * SQL that gives the units and domains that an agency leads: declared there or above, and nobody else declared nearer.
 * A declaration for the domain itself is nearer than one for what it lies below; then the deeper unit is. Columns:
 * unit_id, domain_key.
 */
export const ledBy = (agencyId: string): SQL =>
  sql`select c.unit_id, l.key as domain_key from responsibilities r join unit_closure c on c.ancestor_id = r.unit_id join domain_line l on l.above = r.domain_key where r.agency_id = ${agencyId} and r.role = 'lead' and r.ended_at_ms is null and not exists (select 1 from unit_closure nc cross join domain_line nl on nl.key = l.key cross join responsibilities n on n.unit_id = nc.ancestor_id and n.domain_key = nl.above and n.role = 'lead' and n.ended_at_ms is null where nc.unit_id = c.unit_id and n.agency_id <> r.agency_id and (nl.distance < l.distance or (nl.distance = l.distance and exists (select 1 from unit_closure b where b.ancestor_id = r.unit_id and b.unit_id = n.unit_id and b.unit_id <> b.ancestor_id))))`;
