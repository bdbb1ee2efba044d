export { formulaReasons } from '../formula-reasons.ts';
export { namesIn as formulaNames, unknownName } from './names.ts';
export { parseFormula, type Formula } from './parse.ts';
export { LONGEST_FORMULA, type FormulaFault } from './tokens.ts';
export { unitFault } from './unit-words.ts';
