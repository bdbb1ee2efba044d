export * from './effect.ts';
export * from './works-where.ts';
