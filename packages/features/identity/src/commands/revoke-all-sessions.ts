import { defineWorkspaceCommand } from '@mahalleh/gate';
import { zPresentedOnly, zSignedOut } from '../model.ts';
import { closeSessions } from '../open-session.ts';

/** Signs out everywhere, this browser included. */
export const revokeAllSessions = defineWorkspaceCommand({
  name: 'session.revoke_all',
  permission: null,
  input: zPresentedOnly,
  output: zSignedOut,
  load: () => ({}),
  decide: (_state, _input, { personId }) => ({ personId }),
  save: (db, { personId }, _state, _input, { nowMs }) => [closeSessions(db, personId, nowMs)],
  audit: ({ personId }) => ({ subject: personId, unitId: null, fields: ['sessions'] }),
  answer: (_decision) => ({}),
  reveal: (_decision) => ({ cookie: '' }),
});
