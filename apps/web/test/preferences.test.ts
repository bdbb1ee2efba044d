import { expect, test } from 'vitest';
import { directionOf, localeOf, localPath, themeOf } from '../src/lib/preferences.ts';

test('the way back is a path of this site and nothing else', () => {
  expect(localPath('/qom/problems?status=open')).toBe('/qom/problems?status=open');
  for (const foreign of [
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '',
    undefined,
    null,
  ])
    expect(localPath(foreign, '/qom')).toBe('/qom');
});

test('an unknown preference is the first one', () => {
  expect([localeOf('en'), localeOf('de'), localeOf(undefined)]).toEqual(['en', 'fa', 'fa']);
  expect([themeOf('dark'), themeOf('light'), themeOf('pink')]).toEqual(['dark', 'light', 'auto']);
  expect([directionOf('fa'), directionOf('en')]).toEqual(['rtl', 'ltr']);
});
