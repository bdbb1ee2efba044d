export * from './indicator-inputs.ts';
export * from './indicator-outputs.ts';
export { MEASURABLES, measurableOf, type Measurable } from './measurable.ts';
export { VERDICTS, type Verdict } from './rules.ts';
export * from './target-inputs.ts';
export * from './target-outputs.ts';
