import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  CONSENT_TEXTS,
  consentText,
  CURRENT_CONSENT,
  EnrolVolunteer,
  SKILL_KEYS,
  VOLUNTEER_SKILLS,
} from '../src/model.ts';
import { countFor, isShown, whyNotChange, whyNotConsent, whyNotEnrolIn, type Consent } from '../src/rules.ts';

const TODAY = '2026-11-22';
const whole: Consent = { version: CURRENT_CONSENT.version, channel: 'paper', on: TODAY };
/** A whole input, as a form sends it. */
const typed = {
  unitId: '01a218ae-d2a1-7613-a311-6bd577037cc9',
  fullName: 'مریم',
  phone: '09120000000',
  skills: ['sewing'],
  consentGiven: 'on',
  consentVersion: CURRENT_CONSENT.version,
  consentChannel: 'paper',
  consentOn: TODAY,
};
const PARTS = ['consentGiven', 'consentVersion', 'consentChannel', 'consentOn'] as const;

describe('consent', () => {
  test('that is whole is taken', () => {
    expect(EnrolVolunteer.safeParse(typed).success).toBe(true);
    expect(whyNotConsent(whole, TODAY)).toBeUndefined();
  });

  test.each([
    [{ version: '1404-1' }, 'consent_text_outdated', 'consentVersion'],
    [{ on: '2026-11-23' as const }, 'consent_in_future', 'consentOn'],
    [{ on: '2025-01-01' as const }, 'consent_before_text', 'consentOn'],
  ])('%o is refused at its field', (more, refused, field) =>
    expect(whyNotConsent({ ...whole, ...more }, TODAY)).toMatchObject({ refused, field }),
  );

  test('whatever is missing of it, each part is named at its field, whatever else is wrong', () =>
    fc.assert(
      fc.property(
        fc.subarray([...PARTS], { minLength: 1 }),
        fc.constantFrom(undefined, '', ' '),
        fc.boolean(),
        (missing, nothing, isNamed) => {
          const rest = Object.fromEntries(missing.map((name) => [name, nothing]));
          const { error } = EnrolVolunteer.safeParse({ ...typed, ...rest, ...(isNamed ? {} : { fullName: '' }) });
          const named = error?.issues.filter(({ message }) => message === 'consent_missing').map(({ path }) => path[0]);
          expect(named?.toSorted()).toEqual(missing.toSorted());
        },
      ),
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
