export * from './codes.ts';
export * from './committee-sets.ts';
export * from './inputs.ts';
export * from './outputs.ts';
