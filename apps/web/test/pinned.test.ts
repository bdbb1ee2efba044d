import { expect, test } from 'vitest';
import { stayAt } from '../src/lib/ministry/pinned';

const page = (query: string): URL => new URL(`http://localhost/ministry${query}`);

test('a way through a pinned page stays at its moment', () => {
  expect(stayAt('/ministry/counties', page('?at=moment'))).toBe('/ministry/counties?at=moment');
  expect(stayAt('/ministry/compare?place=qom&place=nation', page('?figure=step_1&at=moment'))).toBe(
    '/ministry/compare?place=qom&place=nation&at=moment',
  );
});

test('a way through a page of now is as it was', () => {
  expect(stayAt('/ministry/counties?figure=step_1', page('?figure=step_1'))).toBe('/ministry/counties?figure=step_1');
  expect(stayAt('/ministry', page('?at='))).toBe('/ministry');
});
