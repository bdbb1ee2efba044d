export { rollupIntakes } from './intakes.ts';
export { cellsLetter, coverageLetter, rollupLetters } from './letters.ts';
export { closePeople } from './people/close-people.ts';
export { peopleIntakes } from './people/intake.ts';
export { peopleLetter } from './people/letter.ts';
export { peopleMetrics } from './people/registry.ts';
export { dirtyProbe, dueStatements, refreshedUnits, refreshStatements } from './refresh.ts';
export { allFeatures, metrics, storedMetrics } from './registry.ts';
export { stateAsk, stateLetters } from './state-letters.ts';
