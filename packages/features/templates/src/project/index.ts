export * from './ask-living.ts';
export * from './generalise.ts';
export * from './living.ts';
export * from './removed.ts';
