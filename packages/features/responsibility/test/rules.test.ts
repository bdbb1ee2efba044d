import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  cellState,
  gapWeight,
  isOverlapping,
  leadOf,
  lineOf,
  whyNotAssign,
  type Duty,
  type Ground,
} from '../src/rules.ts';
import { CELL_STATES, DUTY_ROLES } from '../src/statuses.ts';

const DOMAINS = [
  { key: 'civil_works', parentKey: null },
  { key: 'lighting', parentKey: 'civil_works' },
  { key: 'lamps', parentKey: 'lighting' },
  { key: 'sport', parentKey: null },
];
const PLACES = ['sheikhabad', 'qom', 'province'];

const duty = (unitId: string, domainKey: string, agencyId: string, role: Duty['role'] = 'lead'): Duty => ({
  id: `${unitId}-${domainKey}-${agencyId}`,
  unitId,
  domainKey,
  agencyId,
  role,
});
const leading = (duties: readonly Duty[], key = 'civil_works') =>
  leadOf(duties, PLACES, lineOf(DOMAINS, key))?.agencyId;

describe('who leads', () => {
  test('a domain has itself and what it lies below in its line', () => {
    expect(lineOf(DOMAINS, 'lamps')).toEqual(['lamps', 'lighting', 'civil_works']);
    expect(lineOf(DOMAINS, 'unknown')).toEqual(['unknown']);
  });

  test.each([
    ['nobody where nobody is declared', [], undefined],
    ['who is declared for the whole province', [duty('province', 'civil_works', 'ministry')], 'ministry'],
    [
      'the nearest',
      [duty('province', 'civil_works', 'ministry'), duty('qom', 'civil_works', 'municipality')],
      'municipality',
    ],
    ['no partner', [duty('sheikhabad', 'civil_works', 'basij', 'partner')], undefined],
    ['nobody of another place', [duty('pardisan', 'civil_works', 'municipality')], undefined],
    ['nobody of another domain', [duty('sheikhabad', 'sport', 'club')], undefined],
  ] as const)('%s', (_title, duties, expected) => {
    expect(leading(duties)).toBe(expected);
  });

  test('for a domain below another, its own lead before that one’s, however near that is', () => {
    const duties = [duty('province', 'lighting', 'power'), duty('sheikhabad', 'civil_works', 'municipality')];
    expect(leading(duties, 'lighting')).toBe('power');
    expect(leading(duties, 'lamps')).toBe('power');
    expect(leading(duties, 'civil_works')).toBe('municipality');
    expect(leading(duties.slice(1), 'lamps')).toBe('municipality');
  });

  test('the order in which duties come changes nothing', () => {
    const any = fc.record({
      unitId: fc.constantFrom(...PLACES, 'elsewhere'),
      domainKey: fc.constantFrom(...DOMAINS.map(({ key }) => key)),
      agencyId: fc.constantFrom('a', 'b', 'c'),
      role: fc.constantFrom(...DUTY_ROLES),
    });
    fc.assert(
      fc.property(
        fc
          .uniqueArray(any, { selector: ({ unitId, domainKey }) => `${unitId} ${domainKey}` })
          .chain((duties) => fc.tuple(fc.constant(duties), fc.shuffledSubarray(duties, { minLength: duties.length }))),
        fc.constantFrom(...DOMAINS.map(({ key }) => key)),
        ([duties, shuffled], key) => {
          const made = (list: typeof duties) =>
            list.map((one) => duty(one.unitId, one.domainKey, one.agencyId, one.role));
          expect(leading(made(shuffled), key)).toBe(leading(made(duties), key));
        },
      ),
    );
  });
});

describe('a cell', () => {
  const facts = { leadId: undefined, open: 0, gap: 0, acting: [] };
  const acts = (agencyId: string | null, operations = 1) => ({ agencyId, operations });

  test.each([
    ['gap', { open: 2, gap: 1, acting: [acts('basij')] }],
    ['led', { leadId: 'municipality', open: 2, acting: [acts('basij'), acts('municipality', 0)] }],
    ['others', { leadId: 'municipality', acting: [acts('basij')] }],
    ['others', { acting: [acts(null)] }],
    ['idle', { leadId: 'municipality', open: 1 }],
    ['quiet', { leadId: 'municipality' }],
    ['empty', {}],
  ] as const)('is %s', (state, more) => {
    expect(cellState({ ...facts, ...more })).toBe(state);
  });

  test('problems with nobody are never hidden by anything else', () =>
    fc.assert(
      fc.property(
        fc.nat(9),
        fc.integer({ min: 1, max: 9 }),
        fc.array(fc.constantFrom('a', 'b', null)),
        (open, gap, agencies) => {
          const state = cellState({ leadId: undefined, open, gap, acting: agencies.map((one) => acts(one)) });
          expect(CELL_STATES.indexOf(state)).toBe(0);
        },
      ),
    ));

  test('overlaps when several have operations of their own there; a helper with tasks does not collide', () => {
    expect(isOverlapping([acts('a'), acts('b')])).toBe(true);
    expect(isOverlapping([acts('a'), acts(null)])).toBe(true);
    expect(isOverlapping([acts('a'), acts('b', 0)])).toBe(false);
    expect(isOverlapping([acts('a'), acts('a')])).toBe(false);
  });
});

describe('an assignment', () => {
  const lead = { ...duty('qom', 'sport', 'club'), agencyName: 'باشگاه' };
  const ground: Ground = { isUnitEnded: false, isDomainLiving: true, isAgencyLiving: true, duties: [lead] };
  const refusal = (said: Parameters<typeof whyNotAssign>[1], more: Partial<Ground> = {}) =>
    whyNotAssign({ ...ground, ...more }, said);

  test('finds one lead at the most, and says who it is', () => {
    expect(refusal({ agencyId: 'school', role: 'lead' })).toMatchObject({
      refused: 'responsibility_lead_taken',
      detail: { agency: 'باشگاه' },
    });
    expect(refusal({ agencyId: 'school', role: 'partner' })).toBeUndefined();
    expect(refusal({ agencyId: 'school', role: 'lead', replacesId: lead.id })).toBeUndefined();
    expect(refusal({ agencyId: 'school', role: 'lead' }, { duties: [] })).toBeUndefined();
  });

  test('finds an agency once', () => {
    expect(refusal({ agencyId: 'club', role: 'partner' })?.refused).toBe('responsibility_declared_before');
    expect(refusal({ agencyId: 'club', role: 'partner', replacesId: lead.id })).toBeUndefined();
  });

  test.each([
    [{ isUnitEnded: true }, 'responsibility_unit_ended'],
    [{ isDomainLiving: false }, 'domain_unknown'],
    [{ isAgencyLiving: false }, 'agency_unknown'],
  ])('%o is refused', (more, reason) => {
    expect(refusal({ agencyId: 'school', role: 'partner' }, more)?.refused).toBe(reason);
  });

  test('cannot replace what is no longer there', () => {
    expect(refusal({ agencyId: 'school', role: 'lead', replacesId: 'gone' })?.refused).toBe(
      'responsibility_replaced_unknown',
    );
  });
});

describe('the weight of a problem with nobody', () => {
  const problem = fc.record({
    severity: fc.integer({ min: 1, max: 5 }),
    peopleAffected: fc.option(fc.integer({ min: 1, max: 50_000 }), { nil: null }),
    daysOpen: fc.nat(4_000),
  });

  test('never falls with severity, people or days', () =>
    fc.assert(
      fc.property(problem, (one) => {
        const weight = gapWeight(one);
        expect(weight).toBeGreaterThanOrEqual(1);
        expect(gapWeight({ ...one, severity: one.severity + 1 })).toBeGreaterThan(weight);
        expect(gapWeight({ ...one, peopleAffected: (one.peopleAffected ?? 1) + 1 })).toBeGreaterThan(weight);
        expect(gapWeight({ ...one, daysOpen: one.daysOpen + 1 })).toBeGreaterThanOrEqual(weight);
      }),
    ));
});
