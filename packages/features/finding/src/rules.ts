import type { Wanted } from '@mahalleh/gate/wanted';
import { marksOf } from './mark-rules.ts';
import type { Found } from './model.ts';

/** A word of the index that stands for one that was typed. */
export type Fix = { readonly clause: number; readonly typed: string; readonly word: string };

const holds = (text: string, beginning: string): boolean => ` ${text}`.includes(` ${beginning}`);

/** Which words were put right: those that no find holds as typed, by the words that the finds hold in their stead. */
export const correctedOf = ({ clauses }: Wanted, texts: readonly string[], fixes: readonly Fix[]): Fix[] =>
  clauses.flatMap(({ any }, clause) => {
    const isTyped = texts.some((text) => any.some((word) => holds(text, word)));
    const used = fixes.filter((fix) => fix.clause === clause && texts.some((text) => holds(text, fix.word)));
    return isTyped ? [] : used.slice(0, 1);
  });

/** The beginnings of words that are marked in what was found. */
export const wantedWords = ({ clauses, code }: Wanted, corrected: readonly Fix[]): string[] => [
  ...clauses.flatMap(({ any }) => any),
  ...corrected.map(({ word }) => word),
  ...(code === null ? [] : [code]),
];

type Shown = Pick<Found, 'kind' | 'id' | 'unitNameFa' | 'unitNameEn'>;
type Said = readonly [string | null, string, string | null, string | null, string | null];

/** A find as the page has it, with its marks; nothing when the record has gone since. */
export const foundOf = (row: Shown, said: Said | undefined, words: readonly string[]): Found[] => {
  if (said === undefined) return [];
  const [code, titleFa, titleEn, status, withinId] = said;
  const { kind, id, unitNameFa, unitNameEn } = row;
  return [
    {
      ...{ kind, id, code, titleFa, titleEn, status, unitNameFa, unitNameEn, withinId },
      marksFa: marksOf(titleFa, words),
      marksEn: titleEn === null ? [] : marksOf(titleEn, words),
    },
  ];
};
