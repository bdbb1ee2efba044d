import { personalDataIn } from '@mahalleh/experiences/rules';
import { kindNamed } from '@mahalleh/templates/kinds';
import { describe, expect, test } from 'vitest';
import { guessesTaken } from '../src/seed/adopt-starter.ts';
import { QAZVIN_CHANGES, QAZVIN_PROPOSAL, QAZVIN_TASK, QOM_CHANGES, SAMPLE_USES } from '../src/seed/starter-changes.ts';
import { documentOf, elementIdOf, PARDISAN_AGAIN, STARTER_LIBRARY } from '../src/seed/starter/index.ts';

const [SHEIKHABAD, PARDISAN, RAILWAY, RAILWAY_AGAIN] = STARTER_LIBRARY;
const elementsOf = ({ text, version, changes }: (typeof STARTER_LIBRARY)[number]) =>
  documentOf(text, { version, changes, previous: null }).elements;

describe('what the sample does with the starter library', () => {
  test.each([
    ['Qazvin', SHEIKHABAD, QAZVIN_CHANGES],
    ['Qom', RAILWAY, QOM_CHANGES],
  ] as const)('%s says otherwise what the version says, in words that people read', (_who, of, changes) => {
    for (const { kind, key, field, text } of changes) {
      const element = elementsOf(of).find(({ id }) => id === elementIdOf(of.text, kind, key));
      expect(kindNamed(kind)?.texts).toContain(field);
      expect(element?.fields[field]).toEqual(expect.any(String));
      expect(element?.fields[field]).not.toBe(text);
    }
    expect(
      [...changes.map(({ text }) => text), QAZVIN_PROPOSAL.note, QAZVIN_TASK.title].filter(personalDataIn),
    ).toEqual([]);
  });

  test('a version is adopted after it was signed, never by its own province, and never twice in one place', () => {
    for (const { of, province, daysAgo } of SAMPLE_USES) {
      expect(of.daysAgo).toBeGreaterThan(daysAgo);
      expect(of.text.province).not.toBe(province);
    }
    const places = SAMPLE_USES.map(({ of, province, unit }) => `${of.text.name} ${province} ${unit}`);
    expect(new Set(places).size).toBe(places.length);
  });

  test('what Qom changed, the second version of Railway says anew too: one thing to decide', () => {
    const words = (of: typeof RAILWAY | typeof RAILWAY_AGAIN, kind: 'task' | 'operation', key: string) =>
      elementsOf(of).find(({ id }) => id === elementIdOf(of.text, kind, key))?.fields['title'];
    const both = QOM_CHANGES.filter(
      ({ kind, key }) =>
        (kind === 'task' || kind === 'operation') && words(RAILWAY, kind, key) !== words(RAILWAY_AGAIN, kind, key),
    );
    expect(both).toHaveLength(1);
    expect(PARDISAN_AGAIN.text.name).toBe(PARDISAN.text.name);
  });
});

describe('every guess taken', () => {
  const met = (id: string, meeting: string, more: { needs?: string[]; joins?: string[]; mapsTo?: string[] } = {}) => ({
    ...{ id, meeting, needs: more.needs ?? [] },
    joins: (more.joins ?? []).map((key) => ({ key })),
    mapsTo: (more.mapsTo ?? []).map((key) => ({ key })),
  });

  test('what is there is joined, what is mapped takes the first guess, what clashes or has lost its ground is left out', () => {
    expect(
      guessesTaken([
        met('domain', 'mapped', { mapsTo: ['education', 'culture'] }),
        met('agency', 'needs_mapping'),
        met('duty', 'new', { needs: ['domain', 'agency'] }),
        met('lead', 'clash'),
        met('note on the lead', 'new', { needs: ['lead'] }),
        met('indicator', 'exists', { joins: ['i-1'] }),
        met('problem', 'new', { needs: ['domain'] }),
      ]),
    ).toEqual({
      without: ['lead', 'duty', 'note on the lead'],
      mapping: { domain: 'education', agency: null },
      joins: { indicator: 'i-1' },
    });
  });
});
