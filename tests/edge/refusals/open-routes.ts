/** Every route that needs no session, by name. One that is not written here must refuse the signed-out. */
export const OPEN_ROUTES = [
  'GET /invitations/{token}',
  'POST /auth/recovery',
  'POST /auth/sign-in',
  'POST /auth/sign-out',
  'POST /auth/totp',
  'POST /invitations/{token}/accept',
] as const;

/** The same for the routes that provinces alone have: a guest’s account begins with a link. */
export const OPEN_IN_PROVINCES = [
  'POST /invitations/{token}/accept-as-guest',
  'POST /invitations/{token}/authenticator',
] as const;
