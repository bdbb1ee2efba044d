export * from './statuses.ts';
export * from './document/element-change.ts';
export * from './document/template-document.ts';
export * from './draft-inputs.ts';
export * from './draft-outputs.ts';
