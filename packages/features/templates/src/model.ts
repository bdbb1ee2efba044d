export * from './statuses.ts';
export * from './document/index.ts';
