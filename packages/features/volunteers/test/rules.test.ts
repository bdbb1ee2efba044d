import { isRefusal } from '@mahalleh/kernel';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CONSENT_TEXTS, consentText, CURRENT_CONSENT, SKILL_KEYS, VOLUNTEER_SKILLS } from '../src/model.ts';
import { consentOf, countFor, isShown, whyNotChange, whyNotEnrolIn, type Consent } from '../src/rules.ts';

const TODAY = '2026-11-22';
const whole: Consent = { given: true, version: CURRENT_CONSENT.version, channel: 'paper', on: TODAY };

describe('consent', () => {
  test('that is whole is kept with its text, channel and day', () =>
    expect(consentOf(whole, TODAY)).toEqual({ version: CURRENT_CONSENT.version, channel: 'paper', on: TODAY }));

  test.each([
    [{ given: undefined }, 'consent_missing', 'consentGiven'],
    [{ given: false }, 'consent_missing', 'consentGiven'],
    [{ version: undefined }, 'consent_missing', 'consentVersion'],
    [{ version: '1404-1' }, 'consent_text_outdated', 'consentVersion'],
    [{ channel: undefined }, 'consent_missing', 'consentChannel'],
    [{ on: undefined }, 'consent_missing', 'consentOn'],
    [{ on: '2026-11-23' as const }, 'consent_in_future', 'consentOn'],
    [{ on: '2025-01-01' as const }, 'consent_before_text', 'consentOn'],
  ])('%o is refused at its field', (more, refused, field) =>
    expect(consentOf({ ...whole, ...more }, TODAY)).toMatchObject({ refused, field }),
  );

  test('whatever is missing of it, it is none', () =>
    fc.assert(
      fc.property(fc.subarray(['given', 'version', 'channel', 'on'] as const, { minLength: 1 }), (missing) => {
        const rest = Object.fromEntries(missing.map((name) => [name, undefined]));
        expect(isRefusal(consentOf({ ...whole, ...rest }, TODAY))).toBe(true);
      }),
    ));

  test('every text that was ever shown is still there, in both languages, one version each', () => {
    expect(new Set(CONSENT_TEXTS.map(({ version }) => version)).size).toBe(CONSENT_TEXTS.length);
    for (const { version, title, paragraphs } of CONSENT_TEXTS) {
      expect(consentText(version)?.paragraphs).toBe(paragraphs);
      for (const { fa, en } of [title, ...paragraphs]) {
        expect(fa).toMatch(/[\u0600-\u06ff]/);
        expect(en).toMatch(/^[\u0020-\u007e]+$/);
      }
    }
  });
});

describe('counts of people', () => {
  test('are told from five on, and none is told as none', () =>
    expect([0, 1, 4, 5, 40].map(isShown)).toEqual([true, false, false, true, true]));

  test('for their manager are as they are', () => expect(countFor(true, 3, 7)).toBe(3));

  test('for others never let a small one be worked out, neither the count nor what is left of the whole', () =>
    fc.assert(
      fc.property(fc.nat(40), fc.nat(40), (part, rest) => {
        const told = countFor(false, part, part + rest);
        if (told === null) return;
        const isSmall = (n: number) => n > 0 && n < 5;
        expect(isSmall(told) || isSmall(part + rest - told)).toBe(false);
      }),
    ));
});

test('volunteers are enrolled in neighbourhoods and villages while they last', () => {
  expect(whyNotEnrolIn({ kind: 'neighbourhood', endedOn: null }, TODAY)).toBeUndefined();
  expect(whyNotEnrolIn({ kind: 'village', endedOn: '2026-11-23' }, TODAY)).toBeUndefined();
  expect(whyNotEnrolIn({ kind: 'county', endedOn: null }, TODAY)).toMatchObject({ field: 'unitId' });
  expect(whyNotEnrolIn({ kind: 'village', endedOn: TODAY }, TODAY)).toMatchObject({ refused: 'unit_has_ended' });
});

test('who has withdrawn is not changed', () => {
  expect(whyNotChange({ withdrawnAtMs: null })).toBeUndefined();
  expect(whyNotChange({ withdrawnAtMs: 1 })).toEqual({ refused: 'volunteer_is_withdrawn' });
});

test('every skill is called something in both languages and says nothing of a person', () => {
  for (const key of SKILL_KEYS) expect(VOLUNTEER_SKILLS[key].title.fa).toMatch(/[\u0600-\u06ff]/);
});
