export * from './domain.ts';
export * from './domain-inputs.ts';
export * from './escalation-inputs.ts';
export * from './inputs.ts';
export * from './map-model.ts';
export * from './outputs.ts';
export * from './score-method.ts';
export * from './statuses.ts';
