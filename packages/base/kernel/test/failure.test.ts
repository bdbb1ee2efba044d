import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Failure, FAILURE_STATUS, fillText, isId, isRefusal, KERNEL_REASONS, newId, refuse } from '../src/index.ts';

describe('failures', () => {
  test('every kind has a status of an error, and a text for a reader', () => {
    for (const [kind, status] of Object.entries(FAILURE_STATUS)) {
      expect(status).toBeGreaterThanOrEqual(400);
      expect(KERNEL_REASONS).toHaveProperty(kind);
    }
    expect(FAILURE_STATUS).toMatchObject({
      invalid: 400,
      signed_out: 401,
      not_found: 404,
      conflict: 409,
      refused: 422,
      locked: 429,
    });
  });

  test('a failure is an error that carries its kind, reason, fields and cause', () => {
    const cause = new Error('socket');
    const failure = new Failure('invalid', 'end_before_start', {
      fields: [{ field: 'ends_on', reason: 'end_before_start' }],
      cause,
    });
    expect(failure).toBeInstanceOf(Error);
    expect(failure).toMatchObject({
      name: 'Failure',
      kind: 'invalid',
      reason: 'end_before_start',
      message: 'invalid: end_before_start',
      cause,
    });
    expect(failure.fields).toHaveLength(1);
    expect('detail' in failure && failure.detail !== undefined).toBe(false);
  });

  test('without a reason of its own, a failure’s reason is its kind', () => {
    expect(new Failure('locked').reason).toBe('locked');
  });
});

describe('refusals', () => {
  test('a refusal is known among answers', () => {
    expect(refuse('seat_taken', { field: 'seat', detail: { until: '1405-09-01' } })).toEqual({
      refused: 'seat_taken',
      field: 'seat',
      detail: { until: '1405-09-01' },
    });
    expect(refuse('seat_taken')).toEqual({ refused: 'seat_taken' });
    expect(isRefusal(refuse('seat_taken'))).toBe(true);
    for (const answer of [null, undefined, 'refused', {}, { refused: true }, []]) expect(isRefusal(answer)).toBe(false);
  });

  test('params are filled in; an unknown one stays', () => {
    expect(fillText('از {min} تا {max}، {toString}', { min: 1, max: 'ده' })).toBe('از 1 تا ده، {toString}');
  });
});

describe('ids', () => {
  test('are UUIDs that differ and sort by time', () => {
    const ids = Array.from({ length: 1000 }, () => newId<'problem'>());
    expect(ids.every((id) => isId(id))).toBe(true);
    expect(new Set(ids).size).toBe(1000);
    expect([...ids].sort()).toEqual(ids);
    expect(ids[0]?.charAt(14)).toBe('7');
  });

  test('no other text is one', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(isId(text)).toBe(false);
      }),
    );
    expect(isId(newId().toUpperCase())).toBe(false);
  });
});
