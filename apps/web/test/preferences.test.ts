import { expect, test } from 'vitest';
import { densityOf, directionOf, hiddenOf, hiding, localeOf, localPath, themeOf } from '../src/lib/preferences.ts';

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

test('the columns of a list that are hidden are kept beside those of the others', () => {
  const one = hiding(undefined, 'problems', ['people', 'rank']);
  const two = hiding(one, 'tasks', ['due']);
  expect(hiddenOf(two)).toEqual({ problems: ['people', 'rank'], tasks: ['due'] });
  expect(hiddenOf(hiding(two, 'problems', []))).toEqual({ tasks: ['due'] });
});

test('what is no list and no column is not kept', () => {
  expect(hiddenOf('problems:people.<b>.rank|;Path=/:x|tasks')).toEqual({ problems: ['people', 'rank'] });
  expect(hiding('problems:people', 'a|b', ['x'])).toBe('problems:people');
  expect([densityOf('compact'), densityOf('tiny'), densityOf(undefined)]).toEqual([
    'compact',
    'comfortable',
    'comfortable',
  ]);
});
