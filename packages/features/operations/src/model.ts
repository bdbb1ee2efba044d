export * from './choices.ts';
export * from './inputs.ts';
export * from './overlap-model.ts';
export * from './outputs.ts';
export * from './schedule-inputs.ts';
export * from './statuses.ts';
export * from './plan-outputs.ts';
