export { reportsUpkeep } from './upkeep.ts';
export { reportIntakes } from './letters/intakes.ts';
export { reportProvinceIntakes } from './letters/province-intakes.ts';
export { reportLetters } from './letters/kinds.ts';
export { closedLetter } from './letters/closed-letter.ts';
export { submittedLetter } from './letters/report-letters.ts';
export { cellsText, documentText, REPORT_SEAL } from './document.ts';
export { tellDeadlines } from './letters/tell-deadlines.ts';
