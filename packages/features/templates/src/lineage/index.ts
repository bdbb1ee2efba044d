export * from './effect.ts';
export * from './works-where.ts';
export { MONTHS_UNLESS_SAID } from './months.ts';
