export { identityReasons } from './reasons.ts';
export { identityRoutes } from './routes.ts';
export { mintLink } from './one-time.ts';
export { hashPassword } from './password-hash.ts';
export { accountsSql, firstAdministrator, type SampleAccount } from './planting.ts';
