/** Every route that needs no session, by name. One that is not written here must refuse the signed-out. */
export const OPEN_ROUTES = [
  'GET /invitations/{token}',
  'POST /auth/recovery',
  'POST /auth/sign-in',
  'POST /auth/sign-out',
  'POST /auth/totp',
  'POST /invitations/{token}/accept',
] as const;
