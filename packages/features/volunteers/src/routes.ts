import { get, post } from '@mahalleh/http';
import { amendVolunteer } from './commands/amend-volunteer.ts';
import { enrolVolunteer } from './commands/enrol-volunteer.ts';
import { withdrawVolunteer } from './commands/withdraw-volunteer.ts';
import { CURRENT_CONSENT } from './consent-text.ts';
import { volunteerCounts } from './queries/volunteer-counts.ts';
import { volunteerList } from './queries/volunteer-list.ts';
import { volunteerPage } from './queries/volunteer-page.ts';

const ONE = { volunteerId: '01980000-0000-7000-8000-000000000001' };
const UNIT = '01980000-0000-7000-8000-000000000003';

/** The addresses of the volunteers. Nothing of a person is ever in one. */
export const volunteersRoutes = [
  get('/volunteers', volunteerList, { example: { skill: 'sewing', day: 'thursday', page: 1 } }),
  get('/volunteers/{volunteerId}', volunteerPage, { example: ONE }),
  get('/volunteer-counts', volunteerCounts, { example: { unitId: UNIT, day: 'thursday' } }),
  post('/volunteers', enrolVolunteer, {
    status: 201,
    example: {
      unitId: UNIT,
      fullName: 'Sample Volunteer',
      phone: '09120000000',
      skills: ['sewing'],
      days: ['thursday'],
      consentGiven: true,
      consentVersion: CURRENT_CONSENT.version,
      consentChannel: 'paper',
      consentOn: '1405-09-01',
    },
  }),
  post('/volunteers/{volunteerId}/amend', amendVolunteer, { example: { ...ONE, revision: 1, skills: ['cooking'] } }),
  post('/volunteers/{volunteerId}/withdraw', withdrawVolunteer, { example: { ...ONE, revision: 1 } }),
] as const;
