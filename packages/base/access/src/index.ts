export * from './actor.ts';
export * from './permissions.ts';
export * from './role-titles.ts';
export * from './roles.ts';
