import { isRefusal, type CivilDate } from '@mahalleh/kernel';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { problems } from '../src/schema.ts';
import { amend, placeOf, register, WHOLE, type Amendable, type PlaceSaid } from '../src/rules.ts';

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const said: fc.Arbitrary<PlaceSaid> = fc.record(
  {
    placeKind: fc.constantFrom('whole' as const, 'point' as const),
    placeNote: maybe(fc.constant('beside the school')),
    latitude: maybe(fc.constant(34.64)),
    longitude: maybe(fc.constant(50.88)),
  },
  { requiredKeys: [] },
);

describe('a place', () => {
  test('of a sensitive problem is its neighbourhood or nothing, whatever is said', () =>
    fc.assert(
      fc.property(said, (given) => {
        const place = placeOf(given, true);
        expect(isRefusal(place) || place === WHOLE).toBe(true);
        if (given.latitude != null || given.longitude != null || given.placeNote != null)
          expect(isRefusal(place)).toBe(true);
      }),
    ));

  test('is a point with both coordinates, or the whole with neither', () =>
    fc.assert(
      fc.property(said, (given) => {
        const place = placeOf(given, false);
        if (isRefusal(place)) return;
        const given2 = [place.latitude, place.longitude].filter((n) => n !== null).length;
        expect(given2).toBe(place.placeKind === 'point' ? 2 : 0);
      }),
    ));

  test.each([
    [{ latitude: 34.64 }, false, 'point_needs_coordinates', 'longitude'],
    [{ longitude: 50.88 }, false, 'point_needs_coordinates', 'latitude'],
    [{ placeKind: 'point' }, false, 'point_needs_coordinates', 'latitude'],
    [{ placeKind: 'whole', latitude: 34.64, longitude: 50.88 }, false, 'whole_has_no_point', 'placeKind'],
    [{ latitude: 34.64, longitude: 50.88 }, true, 'sensitive_has_no_point', 'latitude'],
    [{ longitude: 50.88 }, true, 'sensitive_has_no_point', 'longitude'],
    [{ placeKind: 'point' }, true, 'sensitive_has_no_point', 'placeKind'],
    [{ placeNote: 'third door' }, true, 'sensitive_has_no_place_note', 'placeNote'],
  ] as const)('said as %j (sensitive: %s) is refused as %s at %s', (given, isSensitive, reason, field) => {
    expect(placeOf(given, isSensitive)).toEqual({ refused: reason, field });
  });
});

describe('registering', () => {
  const today = '2026-11-22' as CivilDate;
  const domain = { isSensitive: false };

  test('takes a standing neighbourhood or village and a known domain', () => {
    expect(register({ kind: 'village', endedOn: null }, domain, {}, today)).toEqual(WHOLE);
    expect(register({ kind: 'county', endedOn: null }, domain, {}, today)).toMatchObject({
      refused: 'unit_not_neighbourhood',
      field: 'unitId',
    });
    expect(register({ kind: 'neighbourhood', endedOn: today }, domain, {}, today)).toMatchObject({
      refused: 'unit_has_ended',
      field: 'unitId',
    });
    expect(register({ kind: 'neighbourhood', endedOn: null }, undefined, {}, today)).toMatchObject({
      refused: 'domain_unknown',
      field: 'domainKey',
    });
  });
});

describe('amending', () => {
  const point: Amendable = {
    status: 'registered',
    triagedAtMs: null,
    severity: 3,
    placeKind: 'point',
    placeNote: 'beside the school',
    latitude: 34.64,
    longitude: 50.88,
  };
  const nothing = { photos: 0, otherPlaces: 0 };

  test('leaves the place that it does not mention', () => {
    const { placeKind, placeNote, latitude, longitude } = point;
    expect(amend(point, {}, false, nothing)).toMatchObject({ place: { placeKind, placeNote, latitude, longitude } });
  });

  test('to the whole drops the point, and a new point replaces it', () => {
    expect(amend(point, { placeKind: 'whole' }, false, nothing)).toMatchObject({
      place: { ...WHOLE, placeNote: 'beside the school' },
    });
    expect(amend(point, { latitude: 34.7, longitude: 50.9 }, false, nothing)).toMatchObject({
      place: { placeKind: 'point', latitude: 34.7 },
    });
  });

  test('into a sensitive domain is refused at the coordinates until dropping them is said', () => {
    expect(amend(point, {}, true, nothing)).toEqual({ refused: 'sensitive_has_no_point', field: 'latitude' });
    expect(amend({ ...point, ...WHOLE, placeNote: 'third door' }, {}, true, nothing)).toEqual({
      refused: 'sensitive_has_no_place_note',
      field: 'placeNote',
    });
    expect(amend(point, { dropPlace: true }, true, nothing)).toMatchObject({ place: WHOLE });
  });

  test('into a sensitive domain is refused while photos hang on it, until removing them is said', () => {
    const hanging = { photos: 2, otherPlaces: 0 };
    expect(amend(point, { dropPlace: true }, true, hanging)).toEqual({
      refused: 'sensitive_keeps_no_photo',
      field: 'domainKey',
      detail: { photos: 2 },
    });
    expect(amend(point, { dropPlace: true, dropPhotos: true }, true, hanging)).toMatchObject({ dropsPhotos: true });
    expect(amend(point, { dropPhotos: true }, false, hanging)).toMatchObject({ dropsPhotos: false });
  });

  test('into a sensitive domain is refused while something merged into it has a place, until dropping it is said', () => {
    const whole = { ...point, ...WHOLE };
    const hanging = { photos: 0, otherPlaces: 1 };
    expect(amend(whole, {}, true, hanging)).toEqual({ refused: 'sensitive_has_no_point', field: 'domainKey' });
    expect(amend(whole, { dropPlace: true }, true, hanging)).toMatchObject({ dropsOtherPlaces: true });
  });

  test('never ends with a sensitive problem that has a place or a photo', () =>
    fc.assert(
      fc.property(
        said,
        fc.boolean(),
        fc.boolean(),
        fc.nat(3),
        fc.nat(3),
        (place, dropPlace, dropPhotos, photos, otherPlaces) => {
          const result = amend(point, { ...place, dropPlace, dropPhotos }, true, { photos, otherPlaces });
          if (isRefusal(result)) return;
          expect(result.place).toBe(WHOLE);
          expect(result.dropsPhotos).toBe(photos > 0);
          expect(result.dropsOtherPlaces).toBe(otherPlaces > 0);
          expect(dropPlace || otherPlaces === 0).toBe(true);
        },
      ),
    ));

  test('after triage the severity is no longer amended, before it is', () => {
    expect(amend(point, { severity: 5 }, false, nothing)).not.toHaveProperty('refused');
    const triaged: Amendable = { ...point, status: 'triaged', triagedAtMs: 1 };
    expect(amend(triaged, { severity: 5 }, false, nothing)).toEqual({
      refused: 'severity_is_triaged',
      field: 'severity',
    });
    expect(amend(triaged, { severity: 3 }, false, nothing)).not.toHaveProperty('refused');
  });
});

test('the table has no column for a person: whoever registers is a user of the workspace', () => {
  expect(Object.keys(problems).filter((column) => /name|person|phone|house|family/i.test(column))).toEqual([]);
});
