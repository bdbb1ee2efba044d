import type { CivilDate } from '@mahalleh/kernel';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { whyNotAttach, whyNotRemove, type Subject } from '../src/rules.ts';

const TODAY = '2026-11-22' as CivilDate;
const subject: fc.Arbitrary<Subject> = fc.record({
  unitId: fc.constant('u'),
  isSensitive: fc.boolean(),
  isMerged: fc.boolean(),
  restsOnEvidence: fc.boolean(),
  evidenceCount: fc.nat(5),
});

test('no photo is ever attached to what is sensitive, whatever else is so', () =>
  fc.assert(
    fc.property(subject, (s) => {
      expect(whyNotAttach({ ...s, isSensitive: true }, 'photo', undefined, TODAY)).toBeDefined();
    }),
  ));

test('words may be attached to anything that is not merged', () =>
  fc.assert(
    fc.property(subject, (s) => {
      expect(whyNotAttach(s, 'text', undefined, TODAY) === undefined).toBe(!s.isMerged);
    }),
  ));

test('what was taken tomorrow cannot be attached today', () => {
  const s = { unitId: 'u', isSensitive: false, isMerged: false, restsOnEvidence: false, evidenceCount: 0 };
  expect(whyNotAttach(s, 'photo', TODAY, TODAY)).toBeUndefined();
  expect(whyNotAttach(s, 'photo', '2026-11-23' as CivilDate, TODAY)).toMatchObject({
    refused: 'taken_in_future',
    field: 'takenOn',
  });
});

test('what counts as solved or done never loses its last evidence', () =>
  fc.assert(
    fc.property(subject, (s) => {
      const no = whyNotRemove(s);
      if (no === undefined && s.restsOnEvidence) expect(s.evidenceCount).toBeGreaterThan(1);
    }),
  ));
