export * from './field-units.ts';
export * from './held.ts';
export { isChangedHere } from './merge-fields.ts';
export { threeWay } from './three-way.ts';
