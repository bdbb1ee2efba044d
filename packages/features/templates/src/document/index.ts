export * from './canonical.ts';
export * from './check-document.ts';
export * from './element-change.ts';
export * from './element-name.ts';
export * from './parts-in.ts';
export * from './seals.ts';
export * from './template-document.ts';
