export * from './ask-living.ts';
export * from './ask-media.ts';
export * from './ask-photos.ts';
export * from './generalise.ts';
export * from './living.ts';
export * from './removed.ts';
export * from './results-now.ts';
