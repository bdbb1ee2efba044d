import { expect, test } from 'vitest';
import { chipsOf, sortOf, withParams, type FilterSpec } from '../src/tables/address.ts';
import { currentOf, type NavItem } from '../src/frame/nav.ts';
import { UI_TEXTS, type UiTexts } from '../src/texts.ts';

const url = new URL('https://x/qom/problems?status=open&page=4&sort=-people&q=%DA%86%D8%A7%D9%87');

test('both languages say everything, with the same parts', () => {
  for (const key of Object.keys(UI_TEXTS.fa) as (keyof UiTexts)[]) {
    const [fa, en] = [UI_TEXTS.fa[key], UI_TEXTS.en[key]];
    if (typeof fa === 'string' || typeof en === 'string')
      expect([key, typeof fa, fa !== '', en !== '']).toEqual([key, 'string', true, true]);
    else {
      const parts = ['⟨1⟩', '⟨2⟩', '⟨3⟩'].slice(0, fa.length);
      const say = (text: typeof fa): string => (text as (...given: string[]) => string)(...parts);
      expect(en).toHaveLength(fa.length);
      for (const part of parts)
        expect([key, say(fa), say(en)].every((said, at) => at === 0 || said.includes(part))).toBe(true);
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
