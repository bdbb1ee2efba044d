export * from './agency-outputs.ts';
export * from './inputs.ts';
export * from './outputs.ts';
export * from './statuses.ts';
