import { isRefusal, type CivilDate } from '@mahalleh/kernel';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pointOf, whyNotChange, whyNotIn, whyNotReferTo } from '../src/rules.ts';

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });

test('a point has both coordinates or neither; what is missing is named', () =>
  fc.assert(
    fc.property(maybe(fc.constant(34.6)), maybe(fc.constant(50.8)), (latitude, longitude) => {
      const point = pointOf({ latitude, longitude });
      expect(isRefusal(point)).toBe((latitude === null) !== (longitude === null));
      if (isRefusal(point)) expect(point.field).toBe(latitude === null ? 'latitude' : 'longitude');
    }),
  ));

test('a capacity refers to what was found, or to nothing', () => {
  expect(whyNotReferTo({ agency: undefined, domain: undefined })).toBeUndefined();
  expect(whyNotReferTo({ agency: {}, domain: {} })).toBeUndefined();
  expect(whyNotReferTo({ agency: null, domain: {} })).toEqual({ refused: 'agency_unknown', field: 'agencyId' });
  expect(whyNotReferTo({ agency: undefined, domain: null })).toEqual({ refused: 'domain_unknown', field: 'domainKey' });
});

test('nothing is entered for a unit from the day on which it ended', () => {
  const today = '2026-11-22' as CivilDate;
  expect(whyNotIn({ endedOn: null }, today)).toBeUndefined();
  expect(whyNotIn({ endedOn: '2026-11-23' }, today)).toBeUndefined();
  expect(whyNotIn({ endedOn: today }, today)).toMatchObject({ refused: 'unit_has_ended' });
});

test('withdrawn is final', () => {
  expect(whyNotChange({ withdrawnAtMs: null })).toBeUndefined();
  expect(whyNotChange({ withdrawnAtMs: 1 })).toEqual({ refused: 'capacity_is_withdrawn' });
});
