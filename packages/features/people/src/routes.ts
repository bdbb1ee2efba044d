import { get, post } from '@mahalleh/http';
import { amendPerson } from './commands/amend-person.ts';
import { grantRole } from './commands/grant-role.ts';
import { registerPerson } from './commands/register-person.ts';
import { retirePerson } from './commands/retire-person.ts';
import { revokeRole } from './commands/revoke-role.ts';
import { onePerson } from './queries/one-person.ts';
import { peopleList } from './queries/people-list.ts';

const SOMEBODY = '01980000-0000-7000-8000-000000000001';
const SOMEWHERE = '01980000-0000-7000-8000-000000000002';
const SOME_GRANT = '01980000-0000-7000-8000-000000000003';

/** The routes of people and their roles, mounted in every workspace. */
export const peopleRoutes = [
  get('/people', peopleList, { example: { q: 'رضایی', page: 1 } }),
  get('/people/{personId}', onePerson, { example: { personId: SOMEBODY } }),
  post('/people', registerPerson, {
    status: 201,
    example: { fullName: 'مریم رضایی', mobile: '09120000000', jobTitle: 'مدیر محله' },
  }),
  post('/people/{personId}/amend', amendPerson, {
    example: { personId: SOMEBODY, revision: 1, fullName: 'مریم رضایی', jobTitle: 'تسهیلگر' },
  }),
  post('/people/{personId}/retire', retirePerson, { example: { personId: SOMEBODY, revision: 1 } }),
  post('/people/{personId}/roles', grantRole, {
    status: 201,
    example: { personId: SOMEBODY, role: 'facilitator', unitId: SOMEWHERE },
  }),
  post('/roles/{grantId}/revoke', revokeRole, { example: { grantId: SOME_GRANT } }),
] as const;
