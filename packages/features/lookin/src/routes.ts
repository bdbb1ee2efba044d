import { get, post } from '@mahalleh/http';
import { endLookin } from './commands/end-lookin.ts';
import { grantLookin } from './commands/grant-lookin.ts';
import { acceptLookin } from './nation/accept-lookin.ts';
import { listInvitations } from './nation/lookin-invitations.ts';
import { currentLookins } from './queries/current-lookins.ts';
import { readLookinPage } from './queries/lookin.ts';
import { listLookins } from './queries/lookins.ts';

const ID = '019aa5c2-7d10-7c3e-9a51-3f2b8c6d4e20';

/** Where look-ins are granted, ended and watched, below a province. */
export const lookinRoutes = [
  get('/look-ins/current', currentLookins, { example: {} }),
  get('/look-ins', listLookins, { example: { page: 1 } }),
  get('/look-ins/{lookinId}', readLookinPage, { example: { lookinId: ID, page: 1 } }),
  post('/look-ins', grantLookin, {
    status: 201,
    example: {
      ...{ fullName: 'سارا امینی', email: 'analyst@ministry.sample', unitId: ID },
      ...{ areas: ['problems', 'operations'], forHours: 24, reason: 'بررسی مسئله‌های آب محله' },
    },
  }),
  post('/look-ins/{lookinId}/end', endLookin, { example: { lookinId: ID } }),
] as const;

/** Where invitations to look in are found and followed, at the ministry. */
export const lookinNationRoutes = [
  get('/look-ins', listInvitations, { example: {} }),
  post('/look-ins/{province}/{lookinId}/accept', acceptLookin, { example: { province: 'qom', lookinId: ID } }),
] as const;
