export * from './factor-model.ts';
export * from './inputs.ts';
export * from './outputs.ts';
