export * from './element-change.ts';
export * from './template-document.ts';
