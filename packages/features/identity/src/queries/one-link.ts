import { defineOpenQuery } from '@mahalleh/gate';
import { linkInForce } from '../link-in-force.ts';
import { zLink, zOneLink } from '../model.ts';

/** Whom a one-time link is for, as long as it works. */
export const oneLink = defineOpenQuery({
  name: 'link.one',
  permission: null,
  input: zOneLink,
  output: zLink,
  ask: (db, { token }, { nowMs }) => ({ link: linkInForce(db, token, nowMs) }),
  shape: ({ link: { purpose, fullName, email, expiresAtMs, isGuest } }) => ({
    purpose,
    name: fullName,
    email,
    expiresAtMs,
    isGuest,
  }),
});
