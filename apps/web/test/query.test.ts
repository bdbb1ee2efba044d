import { expect, test } from 'vitest';
import { actionHref, queryOf } from '../src/lib/query.ts';

const url = new URL('https://x/qom/problems?/triage&status=open&q=&page=2&utm=1');

test('the API is asked for what it knows, never for the action of a form', () => {
  expect(queryOf(url)).toBe('?status=open&page=2&utm=1');
  expect(queryOf(url, 'status', 'page', 'q')).toBe('?status=open&page=2');
  expect(queryOf(new URL('https://x/qom/problems?/triage'))).toBe('');
});

test('a form sent without scripts comes back to the same filters', () => {
  expect(actionHref(url, 'merge')).toBe('?/merge&status=open&page=2&utm=1');
  expect(actionHref(new URL('https://x/qom'), 'merge')).toBe('?/merge');
});
