import { latinDigits } from './digits.ts';
export { personalNumberIn, type PersonalNumber } from './personal-number.ts';

const ZWNJ = '\u200c';
// Bidi overrides can make a text read differently from what it is; U+200D stays because emoji need it.
const HIDDEN = /[\u00ad\u200b\u200e\u200f\u061c\u202a-\u202e\u2060\u2066-\u2069\ufeff]|\p{Cs}/gu;
const CONTROL_BUT_BREAKS = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f]/g;
const LINE_BREAK = /\r\n|[\n\r\u000b\u000c\u0085\u2028\u2029]/g;
const GAPS = /[\s\u200c]+/g;

// Hidden characters go before composition: one of them may stand between a letter and its mark.
const oneSpelling = (text: string): string =>
  text
    .replace(HIDDEN, '')
    .replace(CONTROL_BUT_BREAKS, '')
    .normalize('NFC')
    .replace(/[\u064a\u0649]/g, 'ی')
    .replace(/[\u0643\u06aa]/g, 'ک');

const tidyLine = (line: string): string =>
  line.replace(GAPS, (gap) => (/\s/.test(gap) ? ' ' : ZWNJ)).replace(/^[ \u200c]|[ \u200c]$/g, '');

/** The text on one line in one spelling: NFC, Persian ی and ک, no control characters, single spaces, ZWNJ kept. */
export const normaliseText = (text: string): string => tidyLine(oneSpelling(text));

/** As `normaliseText`, but lines stay lines; more than one empty line in a row becomes one. */
export const normaliseLines = (text: string): string =>
  oneSpelling(text.replace(LINE_BREAK, '\n'))
    .split('\n')
    .map(tidyLine)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+|\n+$/g, '');

const MARKS = /[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0640\u200c\u200d]/g;

/** The text as search compares it: spellings, digits, case, harakat, tatweel and ZWNJ make no difference. */
export const foldText = (text: string): string =>
  tidyLine(
    latinDigits(oneSpelling(text.toLowerCase()))
      .replace(/[أإآٱ]/g, 'ا')
      .replace(/[ۀةھہە]/g, 'ه')
      .replace(/ؤ/g, 'و')
      .replace(/ئ/g, 'ی')
      .replace(MARKS, ''),
  );
