import { isRefusal, refuse, type Refusal } from '@mahalleh/kernel';
import type { Fields } from '@mahalleh/templates/document';
import { kindNamed } from '@mahalleh/templates/kinds';

/** The words of an element that are changed here: what is said anew, over what was said before; null goes back to the template's. */
export const rewordedLocals = (
  kindName: string,
  base: Fields,
  local: Fields,
  said: Readonly<Record<string, string | null>>,
): Fields | Refusal => {
  const kind = kindNamed(kindName);
  if (!kind || kind.lands === 'row') return refuse('adoption_not_words', { field: 'elementId' });
  const next: Record<string, Fields[string]> = { ...local };
  for (const [field, words] of Object.entries(said)) {
    if (!kind.texts.includes(field)) return refuse('adoption_word_unknown', { field: `words.${field}` });
    const isFitting = words === null || kind.fields.shape[field]?.safeParse(words).success === true;
    if (!isFitting) return refuse('text_too_long', { field: `words.${field}`, detail: { max: 300 } });
    if (words === null || words === base[field]) delete next[field];
    else next[field] = words;
  }
  return next;
};

/** Whether what was said changes anything. */
export const isSame = (a: Fields | Refusal, b: Fields): boolean =>
  !isRefusal(a) && JSON.stringify(Object.entries(a).toSorted()) === JSON.stringify(Object.entries(b).toSorted());
