import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isRefusal } from '@mahalleh/kernel';
import { UNIT_KINDS, type UnitKind } from '../src/model.ts';
import {
  dated,
  handOn,
  MAY_LIE_UNDER,
  merge,
  move,
  placeUnder,
  point,
  retire,
  settingOf,
  type Place,
} from '../src/rules.ts';

const place = (...above: [UnitKind, ...UnitKind[]]): Place => ({ kind: above[0], above, endedOn: null });
const reason = (answer: unknown) => (isRefusal(answer) ? answer.refused : answer);

describe('where a unit may lie', () => {
  test('a county lies under the province, a neighbourhood under a city, a village under a district', () => {
    expect(placeUnder('county', [], place('province'))).toBeUndefined();
    expect(placeUnder('neighbourhood', [], place('city', 'county', 'province'))).toBeUndefined();
    expect(placeUnder('village', [], place('district', 'county', 'province'))).toBeUndefined();
  });

  test('a large city has districts of its own, but no city or village lies in a city', () => {
    const mantaqe = place('district', 'city', 'county', 'province');
    expect(placeUnder('district', [], place('city', 'county', 'province'))).toBeUndefined();
    expect(placeUnder('neighbourhood', [], mantaqe)).toBeUndefined();
    expect(reason(placeUnder('city', [], mantaqe))).toBe('unit_parent_unfit');
    expect(reason(placeUnder('village', [], mantaqe))).toBe('unit_parent_unfit');
    expect(reason(placeUnder('district', ['city'], place('city', 'county', 'province')))).toBe('unit_parent_unfit');
  });

  test('nothing lies under a neighbourhood or a village, and the province under nothing', () => {
    fc.assert(
      fc.property(fc.constantFrom(...UNIT_KINDS), fc.constantFrom(...UNIT_KINDS), (kind, parent) => {
        const refused = isRefusal(placeUnder(kind, [], place(parent)));
        if (kind === 'province' || parent === 'neighbourhood' || parent === 'village') expect(refused).toBe(true);
        if (!refused) expect(MAY_LIE_UNDER[kind]).toContain(parent);
      }),
    );
  });

  test('nothing new lies under what has ended', () => {
    expect(reason(placeUnder('county', [], { ...place('province'), endedOn: '2024-01-01' }))).toBe('unit_ended');
  });
});

describe('a move', () => {
  const unit = { id: 'u', kind: 'city' as const, parentId: 'p', endedOn: null, lastPlacedOn: '2022-01-01' };
  const parent = { ...place('county', 'province'), id: 'q', fromOn: '2020-01-01' };
  const moving = { unit, belowIds: new Set(['n']), belowKinds: ['neighbourhood' as const], parent };

  test('never makes a circle', () => {
    expect(reason(move({ ...moving, parent: { ...parent, id: 'n' } }, '2024-01-01', '2026-01-01'))).toBe(
      'unit_below_itself',
    );
    expect(reason(move({ ...moving, parent: { ...parent, id: 'u' } }, '2024-01-01', '2026-01-01'))).toBe(
      'unit_below_itself',
    );
  });

  test('goes somewhere else, between the last move and today, to a parent that was there', () => {
    expect(move(moving, '2024-01-01', '2026-01-01')).toBeUndefined();
    expect(move(moving, '2022-01-01', '2026-01-01')).toBeUndefined();
    expect(reason(move({ ...moving, parent: { ...parent, id: 'p' } }, '2024-01-01', '2026-01-01'))).toBe(
      'unit_already_there',
    );
    expect(reason(move(moving, '2021-12-31', '2026-01-01'))).toBe('unit_date_too_early');
    expect(reason(move(moving, '2026-01-02', '2026-01-01'))).toBe('date_in_future');
    expect(reason(move({ ...moving, parent: { ...parent, fromOn: '2025-01-01' } }, '2024-01-01', '2026-01-01'))).toBe(
      'unit_date_too_early',
    );
  });
});

describe('a split', () => {
  test('hands every living child on exactly once: any partition is accepted', () => {
    const partition = fc.uniqueArray(fc.uuid(), { maxLength: 12 }).chain((ids) =>
      fc.array(fc.nat(2), { minLength: ids.length, maxLength: ids.length }).map((parts) => ({
        ids,
        parts: [0, 1, 2].map((part) => ids.filter((_, i) => parts[i] === part)),
      })),
    );
    fc.assert(
      fc.property(partition, ({ ids, parts }) => {
        expect(handOn({ livingChildIds: ids, parts })).toBeUndefined();
      }),
    );
  });

  test('refuses a child left out, given twice, or of another unit', () => {
    expect(reason(handOn({ livingChildIds: ['a', 'b'], parts: [['a'], []] }))).toBe('split_child_left');
    expect(reason(handOn({ livingChildIds: ['a', 'b'], parts: [['a', 'b'], ['a']] }))).toBe('split_child_twice');
    expect(reason(handOn({ livingChildIds: ['a'], parts: [['a'], ['z']] }))).toBe('split_child_foreign');
  });
});

describe('a merge and an end', () => {
  const one = { id: 'a', kind: 'neighbourhood' as const, parentId: 'p', endedOn: null };
  test('a merge joins different living units of one kind and parent', () => {
    expect(merge([one, { ...one, id: 'b' }])).toBeUndefined();
    expect(reason(merge([one, one]))).toBe('merge_same_twice');
    expect(reason(merge([one, { ...one, id: 'b', kind: 'village' }]))).toBe('merge_kinds_differ');
    expect(reason(merge([one, { ...one, id: 'b', parentId: 'q' }]))).toBe('merge_parents_differ');
    expect(reason(merge([one, { ...one, id: 'b', endedOn: '2020-01-01' }]))).toBe('unit_ended');
  });
  test('a unit ends once, with nothing living below, and the province never', () => {
    expect(retire({ kind: 'city', endedOn: null, livingChildren: 0 })).toBeUndefined();
    expect(reason(retire({ kind: 'city', endedOn: null, livingChildren: 1 }))).toBe('unit_has_living_below');
    expect(reason(retire({ kind: 'city', endedOn: '2020-01-01', livingChildren: 0 }))).toBe('unit_ended');
    expect(reason(retire({ kind: 'province', endedOn: null, livingChildren: 0 }))).toBe('province_stays');
  });
});

test('a day is neither in the future nor before the last change', () => {
  expect(reason(dated('2026-01-02', '2026-01-01', ''))).toBe('date_in_future');
  expect(dated('2026-01-01', '2026-01-01', '2026-01-01')).toBeUndefined();
});

test('a point has both coordinates or none', () => {
  expect(point(34, 50)).toBeUndefined();
  expect(point(undefined, undefined)).toBeUndefined();
  expect(point(34, undefined)).toMatchObject({ refused: 'point_incomplete', field: 'longitude' });
});

test('neighbourhoods are counted as urban and villages as rural', () => {
  expect(settingOf('neighbourhood')).toBe('urban');
  expect(settingOf('village')).toBe('rural');
  expect(settingOf('city')).toBeUndefined();
});
