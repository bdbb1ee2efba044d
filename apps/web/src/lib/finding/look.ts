import { m } from '$lib/paraglide/messages';
import type { FindAnswer, Locale, Look } from '@mahalleh/ui';
import { calledOf, hrefOf, kindTitle, placeOf, type SearchResult } from './model';

/** So many of each kind are offered while typing. */
const SIZE = 4;

/** An answer of the search as a list that one picks from. */
export const answerOf = ({ groups, corrected }: SearchResult, path: string, locale: Locale): FindAnswer => {
  const words = corrected.map(({ word }) => word).join(locale === 'fa' ? '» و «' : '” and “');
  return {
    note: words === '' ? undefined : m.finding_corrected_short({ word: words }),
    groups: groups.map(({ kind, rows }) => ({
      label: kindTitle(kind),
      finds: rows.map((found) => ({
        id: `${kind}-${found.id}`,
        ...calledOf(found, locale),
        detail: placeOf(found, locale),
        href: hrefOf(found, path),
      })),
    })),
  };
};

/** Asks the search of a workspace from the browser, as it is typed in. */
export const lookIn =
  ({ api, path }: { readonly api: string; readonly path: string }, locale: Locale): Look =>
  async (q, signal) => {
    const query = new URLSearchParams({ q, size: String(SIZE) });
    const answer = await fetch(`${api}/search?${query.toString()}`, {
      signal,
      headers: { accept: 'application/json' },
    });
    if (!answer.ok) throw new Error(`answered ${answer.status}`);
    return answerOf((await answer.json()) as SearchResult, path, locale);
  };
