import { expect, test } from 'vitest';
import { lookedAt } from '../src/views.ts';

test('a view names records and closed words, and never what somebody typed', () => {
  const problemId = '01a21b97-8c56-7015-850a-4f54e85c52f8';
  expect(
    lookedAt({
      problemId,
      status: 'open',
      page: 2,
      q: 'رضایی',
      near: '09121234567',
      kind: 'a b',
      title: 'آب',
      nothing: undefined,
    }),
  ).toEqual({ problemId, status: 'open', page: 2 });
  for (const odd of [null, undefined, 'text', 7]) expect(lookedAt(odd)).toEqual({});
});
