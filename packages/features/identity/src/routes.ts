import { get, post } from '@mahalleh/http';
import { acceptAsGuest } from './commands/accept-as-guest.ts';
import { acceptLink } from './commands/accept-link.ts';
import { beginAsGuest } from './commands/begin-as-guest.ts';
import { beginTotp } from './commands/begin-totp.ts';
import { changePassword } from './commands/change-password.ts';
import { confirmSession } from './commands/confirm-session.ts';
import { confirmTotp } from './commands/confirm-totp.ts';
import { dropTotp } from './commands/drop-totp.ts';
import { invitePerson } from './commands/invite-person.ts';
import { recoverSession } from './commands/recover-session.ts';
import { resetAccount } from './commands/reset-account.ts';
import { resumeAccount } from './commands/resume-account.ts';
import { revokeAllSessions } from './commands/revoke-all-sessions.ts';
import { revokeSession } from './commands/revoke-session.ts';
import { signIn } from './commands/sign-in.ts';
import { signOut } from './commands/sign-out.ts';
import { suspendAccount } from './commands/suspend-account.ts';
import { me } from './queries/me.ts';
import { mySessions } from './queries/my-sessions.ts';
import { oneAccount } from './queries/one-account.ts';
import { oneLink } from './queries/one-link.ts';

const SOMEBODY = '01980000-0000-7000-8000-000000000001';
const SOME_SESSION = '01980000-0000-7000-8000-000000000004';
const SOME_LINK = 'sample-token-sample-token-sample-token-0000';

/** The routes of sign-in, one's own account and the accounts of others, mounted in every workspace. */
export const identityRoutes = [
  post('/auth/sign-in', signIn, {
    effect: 'session',
    example: { email: 'manager@qom.sample', password: 'a long sentence' },
  }),
  post('/auth/totp', confirmSession, { effect: 'session', example: { code: '123456' } }),
  post('/auth/recovery', recoverSession, { effect: 'session', example: { code: 'abcde-fghij' } }),
  post('/auth/sign-out', signOut, { effect: 'session', example: {} }),
  get('/me', me),
  get('/me/sessions', mySessions),
  post('/me/sessions/{sessionId}/revoke', revokeSession, { example: { sessionId: SOME_SESSION } }),
  post('/me/sessions/revoke-all', revokeAllSessions, { effect: 'session', example: {} }),
  post('/me/password', changePassword, { example: { current: 'a long sentence', next: 'another long sentence' } }),
  post('/me/totp/begin', beginTotp, { example: {} }),
  post('/me/totp/confirm', confirmTotp, { example: { code: '123456' } }),
  post('/me/totp/drop', dropTotp, { example: { password: 'a long sentence' } }),
  get('/people/{personId}/account', oneAccount, { example: { personId: SOMEBODY } }),
  post('/people/{personId}/invite', invitePerson, {
    status: 201,
    example: { personId: SOMEBODY, email: 'somebody@qom.sample' },
  }),
  post('/people/{personId}/reset', resetAccount, { status: 201, example: { personId: SOMEBODY, dropsTotp: false } }),
  post('/people/{personId}/suspend', suspendAccount, { example: { personId: SOMEBODY } }),
  post('/people/{personId}/resume', resumeAccount, { example: { personId: SOMEBODY } }),
  get('/invitations/{token}', oneLink, { example: { token: SOME_LINK } }),
  post('/invitations/{token}/accept', acceptLink, { example: { token: SOME_LINK, password: 'a long sentence' } }),
] as const;

/** The routes by which a guest sets up an account, mounted in provinces alone. */
export const guestRoutes = [
  post('/invitations/{token}/authenticator', beginAsGuest, { example: { token: SOME_LINK } }),
  post('/invitations/{token}/accept-as-guest', acceptAsGuest, {
    example: { token: SOME_LINK, password: 'a long sentence', code: '123456' },
  }),
] as const;
