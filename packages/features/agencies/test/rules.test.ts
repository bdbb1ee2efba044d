import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isRefusal } from '@mahalleh/kernel';
import { ACTIVATIONS } from '../src/model.ts';
import { activate, deactivate, mayStandIn } from '../src/rules.ts';
import { zOfficePhone } from '../src/office-phone.ts';

test('a base stands in a living neighbourhood or village and nowhere else', () => {
  expect(mayStandIn({ kind: 'village', endedOn: null })).toBeUndefined();
  expect(mayStandIn({ kind: 'neighbourhood', endedOn: null })).toBeUndefined();
  expect(mayStandIn({ kind: 'city', endedOn: null })).toMatchObject({ refused: 'base_unit_unfit' });
  expect(mayStandIn({ kind: 'village', endedOn: '2020-01-01' })).toMatchObject({ refused: 'base_unit_ended' });
});

test('whatever its state, a base that may be activated was not active, and the day is not in the future', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...ACTIVATIONS),
      fc.constantFrom('2025-01-01', '2026-01-01', '2027-01-01'),
      (activation, on) => {
        expect(isRefusal(activate({ activation }, on, '2026-01-01'))).toBe(
          activation === 'active' || on === '2027-01-01',
        );
      },
    ),
  );
});

test('deactivating changes the state or is refused', () => {
  for (const activation of ACTIVATIONS)
    for (const isPreparing of [true, false]) {
      const answer = deactivate({ activation }, isPreparing);
      if (isRefusal(answer)) expect(answer.refused).toBe('base_already_so');
      else expect(answer.activation).not.toBe(activation);
    }
  expect(deactivate({ activation: 'active' }, true)).toEqual({ activation: 'preparing' });
});

test('an office telephone is taken in any spelling; a mobile is not', () => {
  expect(zOfficePhone.parse('۰۲۵-۳۶۱۰ ۱۰۰۰')).toBe('02536101000');
  expect(zOfficePhone.parse('+98 25 36101000')).toBe('02536101000');
  expect(zOfficePhone.parse('۱۳۷')).toBe('137');
  expect(zOfficePhone.safeParse('09121234567').success).toBe(false);
});
