import { closedLetter } from './closed-letter.ts';
import {
  answeredLetter,
  commentedLetter,
  deadlinesLetter,
  decidedLetter,
  remindedLetter,
  submittedLetter,
} from './report-letters.ts';

/** Every kind of letter of period reports. */
export const reportLetters = [
  closedLetter,
  submittedLetter,
  commentedLetter,
  answeredLetter,
  decidedLetter,
  deadlinesLetter,
  remindedLetter,
] as const;
