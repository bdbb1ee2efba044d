import { axisOf } from '../src/lib/neighbourhoods/chart.ts';
import { treeOf } from '../src/lib/units/tree.ts';
import type { UnitRow } from '../src/lib/units/model.ts';
import { isoOf } from '@mahalleh/kernel/time';
import { expect, test } from 'vitest';

const today = isoOf(2026, 11, 24);

const unit = (id: string, parentId: string | null): UnitRow => ({
  id,
  parentId,
  kind: 'district',
  officialCode: null,
  nameFa: id,
  nameEn: null,
  parentNameFa: null,
  parentNameEn: null,
  countyId: null,
  countyNameFa: null,
  countyNameEn: null,
  population: null,
  endedOn: null,
  isModel: false,
  isSample: true,
  revision: 1,
});

test('units stand under their parents; one whose parent is out of sight stands at the top', () => {
  const tree = treeOf([unit('qom', null), unit('kahak', 'qom'), unit('fordu', 'kahak'), unit('alone', 'unseen')]);
  expect(tree.map(({ unit: { id } }) => id)).toEqual(['qom', 'alone']);
  expect(tree[0]?.below[0]?.below.map(({ unit: { id } }) => id)).toEqual(['fordu']);
});

test('the axis of operations begins with the first month, ends after the last, and holds today', () => {
  // 1 Aban 1405 is 23 October 2026.
  const spans = [{ startsOn: '2026-10-30', endsOn: '2026-12-26' }];
  const axis = axisOf(spans, today, 'fa');
  expect(axis.from).toBe('2026-10-23');
  expect(axis.months.map(({ label }) => label)).toEqual(['آبان', 'آذر', 'دی']);
  expect(axis.place('2026-10-23')).toBe(0);
  expect(axis.place(axis.to)).toBe(100);
  expect(axis.place('2026-11-24')).toBeGreaterThan(axis.place('2026-10-30'));
});

test('an operation far in the past still shows today, and a day outside stays at the edge', () => {
  const axis = axisOf([{ startsOn: '2024-01-10', endsOn: '2024-02-01' }], today, 'en');
  expect(axis.from).toBe('2024-01-01');
  expect(axis.to).toBe('2026-12-01');
  expect(axis.place('2020-01-01')).toBe(0);
  expect(axis.months.length).toBeLessThanOrEqual(7);
});
