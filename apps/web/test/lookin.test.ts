import { GUEST_ROLES } from '@mahalleh/access';
import { provinceRoutes } from '@mahalleh/api/routes';
import { expect, test } from 'vitest';
import { areasWord, ASKED_NAMES, askedHref, askedWord, durations } from '../src/lib/lookin/words.ts';

const opened: readonly string[] = Object.values(GUEST_ROLES).flat();

test('every question that a grant can open has a word of its own in the list of views, and no other has', () => {
  const names = provinceRoutes.flatMap(({ act }) =>
    act.kind === 'query' && act.permission !== null && opened.includes(act.permission) ? [act.name] : [],
  );
  expect(ASKED_NAMES.toSorted()).toEqual([...new Set(names)].toSorted());
  for (const asked of names) expect(askedWord({ asked }), asked).not.toBe(askedWord({ asked: 'something else' }));
});

test('a view leads to the page of what was looked at', () => {
  expect(askedHref({ asked: 'problem_page', about: { problemId: 'p', page: 2 } })).toBe('problems/p');
  expect(askedHref({ asked: 'neighbourhood', about: { unitId: 'u' } })).toBe('neighbourhoods/u');
  expect(askedHref({ asked: 'unit', about: { unitId: 'u' } })).toBe('units/u');
  expect(askedHref({ asked: 'problem_list', about: { unitId: 'u' } })).toBeUndefined();
});

test('hours are said as hours below a day, else as days; the places are always among what is seen', () => {
  expect(durations('en').map(({ value }) => value)).toEqual(['2', '4', '8', '24', '72', '168', '336']);
  expect(new Set(durations('en').map(({ label }) => label)).size).toBe(7);
  expect(areasWord([], 'en')).not.toBe('');
  expect(areasWord(['problems'], 'fa')).toContain('، ');
});
