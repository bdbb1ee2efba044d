import { closedLetter } from './closed-letter.ts';
import { answeredLetter, commentedLetter, decidedLetter, submittedLetter } from './report-letters.ts';

/** Every kind of letter of period reports. */
export const reportLetters = [closedLetter, submittedLetter, commentedLetter, answeredLetter, decidedLetter] as const;
