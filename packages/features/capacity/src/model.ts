export * from './booking-rules.ts';
export * from './hours-rules.ts';
export * from './hours-text.ts';
export * from './inputs.ts';
export * from './outputs.ts';
export * from './statuses.ts';
