import { expect, test } from 'vitest';
import { chipsOf, sortOf, withParams, type FilterSpec } from '../src/tables/address.ts';
import { currentOf, type NavItem } from '../src/frame/nav.ts';
import { MAP_TEXTS } from '../src/map/map-texts.ts';
import { DATE_TEXTS } from '../src/fields/date-texts.ts';
import { FIGURE_TEXTS } from '../src/figures/figure-texts.ts';
import { FINDING_TEXTS } from '../src/finding/finding-texts.ts';
import { SEASON_TEXTS } from '../src/gantt/season-texts.ts';
import { TABLE_TEXTS } from '../src/tables/table-texts.ts';
import { UI_TEXTS } from '../src/texts.ts';

const url = new URL('https://x/qom/problems?status=open&page=4&sort=-people&q=%DA%86%D8%A7%D9%87');

type Words = Readonly<Record<string, string | ((...given: string[]) => string)>>;

test.each([
  ['every page', UI_TEXTS as unknown as Record<'fa' | 'en', Words>],
  ['days', DATE_TEXTS as unknown as Record<'fa' | 'en', Words>],
  ['figures', FIGURE_TEXTS as unknown as Record<'fa' | 'en', Words>],
  ['finding', FINDING_TEXTS as unknown as Record<'fa' | 'en', Words>],
  ['seasons', SEASON_TEXTS as unknown as Record<'fa' | 'en', Words>],
  ['tables', TABLE_TEXTS as unknown as Record<'fa' | 'en', Words>],
  ['maps', MAP_TEXTS as unknown as Record<'fa' | 'en', Words>],
])('both languages say everything, with the same parts: %s', (_, { fa: allFa, en: allEn }) => {
  expect(Object.keys(allEn)).toEqual(Object.keys(allFa));
  for (const key of Object.keys(allFa)) {
    const [fa, en] = [allFa[key], allEn[key]];
    if (typeof fa !== 'function' || typeof en !== 'function')
      expect([key, typeof fa, typeof en, fa !== '', en !== '']).toEqual([key, 'string', 'string', true, true]);
    else {
      const parts = ['⟨1⟩', '⟨2⟩', '⟨3⟩'].slice(0, fa.length);
      expect(en).toHaveLength(fa.length);
      for (const part of parts)
        expect([key, fa(...parts), en(...parts)].every((said, at) => at === 0 || said.includes(part))).toBe(true);
    }
  }
});

test('a changed filter keeps the others and goes back to the first page', () => {
  expect(withParams(url, { status: undefined })).toBe('/qom/problems?sort=-people&q=%DA%86%D8%A7%D9%87');
  expect(withParams(url, { status: '', q: undefined, sort: undefined })).toBe('/qom/problems');
  expect(withParams(url, { page: '2' })).toContain('page=2');
});

test('a chip says the filter in words', () => {
  const filters: FilterSpec[] = [
    { kind: 'select', name: 'status', label: 'وضعیت', options: [{ value: 'open', label: 'باز' }] },
    { kind: 'text', name: 'q', label: 'متن' },
    { kind: 'text', name: 'code', label: 'کد' },
  ];
  expect(chipsOf(url, filters)).toEqual([
    { name: 'status', label: 'وضعیت', value: 'باز' },
    { name: 'q', label: 'متن', value: 'چاه' },
  ]);
});

test('the address says how a column is sorted', () => {
  expect([sortOf(url, 'people'), sortOf(url, 'title'), sortOf(new URL('https://x/?sort=people'), 'people')]).toEqual([
    'descending',
    undefined,
    'ascending',
  ]);
});

test('the current place is the longest address above the page, and home is only itself', () => {
  const items = ['/qom', '/qom/problems', '/qom/people'].map((href) => ({ href, label: href }) as NavItem);
  expect(currentOf(items, '/qom')).toBe('/qom');
  expect(currentOf(items, '/qom/problems/7')).toBe('/qom/problems');
  expect(currentOf(items, '/qom/problemsx')).toBe('/qom');
});
