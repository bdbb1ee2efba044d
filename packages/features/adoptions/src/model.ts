export * from './statuses.ts';
export * from './adopt-inputs.ts';
export * from './adopt-outputs.ts';
export * from './preview/preview-outputs.ts';
