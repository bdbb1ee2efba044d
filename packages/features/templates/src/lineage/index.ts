export * from './effect.ts';
export { MONTHS_UNLESS_SAID } from './months.ts';
export { EffectRead } from './results-model.ts';
export * from './works-where.ts';
