export * from './ask-names.ts';
export * from './find-leaks.ts';
export * from './known-names.ts';
export * from './leak-kinds.ts';
