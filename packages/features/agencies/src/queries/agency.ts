import { and, eq } from 'drizzle-orm';
import { defineQuery, one } from '@mahalleh/gate';
import { AgencyById, AgencyDetail } from '../model.ts';
import { agencies } from '../schema.ts';
import { isAgencyInSight } from '../scope.ts';
import { fromAgencies } from './agency-row.ts';
import { askHistory, historyOf } from './history.ts';

/** One body with its history. */
export const agencyDetail = defineQuery({
  name: 'agency',
  permission: 'agency.read',
  input: AgencyById,
  output: AgencyDetail,
  ask: (db, { agencyId }) => ({
    agency: one(fromAgencies(db, and(eq(agencies.id, agencyId), isAgencyInSight(agencies.unitId))), 'agency_unknown'),
    history: askHistory(db, agencyId),
  }),
  shape: ({ agency, history }) => ({ agency, history: historyOf(history) }),
});
