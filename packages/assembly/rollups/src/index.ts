export { rollupIntakes } from './intakes.ts';
export { cellsLetter, coverageLetter, rollupLetters } from './letters.ts';
export { dirtyProbe, dueStatements, refreshedUnits, refreshStatements } from './refresh.ts';
export { allFeatures, metrics, storedMetrics } from './registry.ts';
export { stateAsk, stateLetters } from './state-letters.ts';
