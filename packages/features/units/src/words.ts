import * as z from 'zod';
import { foldText } from '@mahalleh/kernel';

/** A name as it is compared across spellings: folded, without spaces. */
export const nameKey = (name: string): string => foldText(name).replaceAll(' ', '');

/** A field that takes one of a list's codes or any word that people write for it. Fails: `choice_unknown`. */
export const zWord = <C extends string>(words: Readonly<Record<C, readonly string[]>>) => {
  const codes = Object.keys(words) as C[];
  const byWord = new Map(
    codes.flatMap((code) => [code, ...words[code]].map((word): [string, C] => [nameKey(word), code])),
  );
  const choices = codes.map((code) => words[code][0] ?? code).join('، ');
  return z.string().transform((typed, issues): C => {
    const code = byWord.get(nameKey(typed));
    if (code !== undefined) return code;
    issues.addIssue({ code: 'custom', message: 'choice_unknown', params: { choices } });
    return z.NEVER;
  });
};
