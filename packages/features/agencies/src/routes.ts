import { get, post } from '@mahalleh/http';
import { activateBase } from './commands/activate-base.ts';
import { amendAgency } from './commands/amend-agency.ts';
import { amendBase } from './commands/amend-base.ts';
import { deactivateBase } from './commands/deactivate-base.ts';
import { registerAgency } from './commands/register-agency.ts';
import { registerBase } from './commands/register-base.ts';
import { retireAgency } from './commands/retire-agency.ts';
import { listAgencies } from './queries/agencies.ts';
import { agencyDetail } from './queries/agency.ts';
import { baseDetail } from './queries/base.ts';
import { listBases } from './queries/bases.ts';

const unitId = '0192f0a0-0000-7000-8000-000000000001';
const agencyId = '0192f0a0-0000-7000-8000-000000000003';
const baseId = '0192f0a0-0000-7000-8000-000000000004';

/** Where agencies and bases are asked about and changed. */
export const agenciesRoutes = [
  get('/agencies', listAgencies, { example: { kind: 'municipality' } }),
  get('/agencies/{agencyId}', agencyDetail, { example: { agencyId } }),
  post('/agencies', registerAgency, {
    status: 201,
    example: { unitId, kind: 'municipality', name: 'شهرداری منطقه ۱', phone: '۰۲۵-۳۶۱۰۱۰۰۰' },
  }),
  post('/agencies/{agencyId}/amend', amendAgency, {
    example: { agencyId, revision: 1, kind: 'municipality', name: 'شهرداری منطقه ۲' },
  }),
  post('/agencies/{agencyId}/retire', retireAgency, { example: { agencyId, revision: 1 } }),
  get('/bases', listBases, { example: { kind: 'mosque', activation: 'active' } }),
  get('/bases/{baseId}', baseDetail, { example: { baseId } }),
  post('/bases', registerBase, {
    status: 201,
    example: { unitId, kind: 'mosque', name: 'مسجد جوادالائمه', isLead: true },
  }),
  post('/bases/{baseId}/amend', amendBase, {
    example: { baseId, revision: 1, kind: 'mosque', name: 'مسجد جوادالائمه' },
  }),
  post('/bases/{baseId}/activate', activateBase, { example: { baseId, revision: 1, on: '1405-08-01' } }),
  post('/bases/{baseId}/deactivate', deactivateBase, { example: { baseId, revision: 1 } }),
] as const;
