import { get, post } from '@mahalleh/http';
import { amendCapacity } from './commands/amend-capacity.ts';
import { registerCapacity } from './commands/register-capacity.ts';
import { withdrawCapacity } from './commands/withdraw-capacity.ts';
import { capacityList } from './queries/capacity-list.ts';
import { capacityPage } from './queries/capacity-page.ts';

const ONE = { capacityId: '01980000-0000-7000-8000-000000000001' };
const EDIT = { ...ONE, revision: 1 };

/** The addresses of the capacity bank. */
export const capacityRoutes = [
  get('/capacities', capacityList, { example: { kind: 'place', page: 1 } }),
  get('/capacities/{capacityId}', capacityPage, { example: ONE }),
  post('/capacities', registerCapacity, {
    status: 201,
    example: {
      unitId: '01980000-0000-7000-8000-000000000003',
      kind: 'place',
      name: 'Ground beside the school',
      quantity: 1,
    },
  }),
  post('/capacities/{capacityId}/amend', amendCapacity, { example: { ...EDIT, quantity: 12 } }),
  post('/capacities/{capacityId}/withdraw', withdrawCapacity, { example: { ...EDIT, reason: 'no_longer_there' } }),
] as const;
