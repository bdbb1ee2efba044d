export * from './letter-bodies.ts';
export * from './template-letters.ts';
export * from './keep.ts';
export * from './intakes.ts';
export * from './catch-up.ts';
