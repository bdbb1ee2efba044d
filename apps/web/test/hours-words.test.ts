import { daysWord, weekLines } from '$lib/capacities/hours';
import { expect, test } from 'vitest';

test.each([
  [0, undefined],
  [0b1111111, 'Any day'],
  [0b0011111, 'Saturday to Wednesday'],
  [0b1100000, 'Thursday and Friday'],
  [0b0000100, 'Monday'],
  [0b0101111, 'Saturday to Tuesday, Thursday'],
  [0b1000001, 'Saturday, Friday'],
])('the days %i are said in as few words as say them', (bits, said) => expect(daysWord(bits, 'en')).toBe(said));

test('a week is told in as few lines as say it', () => {
  const weekly = [0, 1, 2, 3, 4].map((day) => [day, 480, 840] as const);
  expect(weekLines({ weekly }, 'en')).toEqual([
    { label: 'Saturday to Wednesday', value: '08:00–14:00' },
    { label: 'Thursday and Friday', value: 'Closed' },
  ]);
});
