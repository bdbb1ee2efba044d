import { by, plain, type Makers } from './asked-by.ts';
import { day } from './makers.ts';
import type { RightRequests } from './right-identity.ts';
import type { Workspace } from './world.ts';

const duty = async (m: Makers, role = 'lead') => ({
  unitId: (await m.neighbourhood()).id,
  domainKey: 'sport',
  agencyId: (await m.agency()).id,
  role,
});
const assigned = async (m: Makers, w: Workspace) => w.make('/responsibilities', await duty(m));

/** The right requests of who does what. */
export const rightInResponsibility: RightRequests = {
  'GET /responsibilities': plain('dg', { page: 1, size: 10 }),
  'GET /responsibilities/cell': by('dg', async (m) => ({
    unitId: (await m.neighbourhood()).id,
    domainKey: 'civil_works',
  })),
  'GET /responsibilities/gaps': plain('dg', { severity: '۴' }),
  'GET /agencies/{agencyId}/work': by('dg', async (m) => ({ agencyId: (await m.agency()).id })),
  'POST /responsibilities': by('dg', async (m) => ({ ...(await duty(m)), fromOn: day(-20) })),
  'POST /responsibilities/{responsibilityId}/release': by('dg', async (m, w) =>
    m.edit(await assigned(m, w), 'responsibilityId'),
  ),
};
