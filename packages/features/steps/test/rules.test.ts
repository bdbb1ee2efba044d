import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { funnelOf } from '../src/funnel.ts';
import { CONDITIONS, LACKS, STEP_OF_LACK, stepOf, type StepCounts } from '../src/rules.ts';
import { conditionSentence, CONDITION_TEXTS, LACK_TEXTS, lackSentence } from '../src/sentence.ts';

const few = fc.integer({ min: 0, max: 3 });
const counts: fc.Arbitrary<StepCounts> = fc
  .record({
    hasCouncil: fc.boolean(),
    requiredSeats: fc.integer({ min: 1, max: 9 }),
    vacant: few,
    unsworn: few,
    hasMet: fc.boolean(),
    problems: few,
    untriaged: few,
    capacities: few,
    operationsPlanned: few,
    operationsDone: few,
    tasksWithoutEvidence: few,
    operationsMeasured: few,
  })
  .map(({ vacant, unsworn, untriaged, ...c }) => {
    const filledSeats = c.hasCouncil ? Math.max(0, c.requiredSeats - vacant) : 0;
    return {
      ...c,
      hasMet: c.hasCouncil && c.hasMet,
      requiredSeats: c.hasCouncil ? c.requiredSeats : 0,
      filledSeats,
      sworn: Math.max(0, filledSeats - unsworn),
      untriaged: Math.min(untriaged, c.problems),
    };
  });
const complete: StepCounts = {
  hasCouncil: true,
  requiredSeats: 7,
  filledSeats: 7,
  sworn: 7,
  hasMet: true,
  problems: 1,
  untriaged: 0,
  capacities: 1,
  operationsPlanned: 1,
  operationsDone: 1,
  tasksWithoutEvidence: 0,
  operationsMeasured: 1,
};

describe('the step of a neighbourhood', () => {
  it('is the number of full steps before the first that is not', () => {
    fc.assert(
      fc.property(counts, (c) => {
        const { step, steps, missing } = stepOf(c);
        expect(steps.slice(0, step).every(({ state }) => state === 'full')).toBe(true);
        if (step < 3) expect(steps[step]?.state).not.toBe('full');
        expect(missing === null).toBe(step === 3);
        if (missing) expect(STEP_OF_LACK[missing.code]).toBe(step);
      }),
    );
  });
  it('a step is full when every condition is met, empty when none is', () => {
    fc.assert(
      fc.property(counts, (c) => {
        for (const { state, conditions } of stepOf(c).steps) {
          const met = conditions.filter(({ isMet }) => isMet).length;
          expect(state).toBe(met === conditions.length ? 'full' : met === 0 ? 'empty' : 'half');
        }
      }),
    );
  });
  it('with everything there it is 3, and nothing is missing', () => {
    expect(stepOf(complete)).toMatchObject({ step: 3, missing: null });
  });
  it('is as low as the first step although the later ones are full: a council that loses a seat takes the neighbourhood back', () => {
    expect(stepOf({ ...complete, filledSeats: 6, sworn: 6 })).toMatchObject({
      step: 0,
      missing: { code: 'seat_vacant', params: { count: 1 } },
      steps: [{ state: 'half' }, { state: 'full' }, { state: 'full' }],
    });
  });
  it.each<[Partial<StepCounts>, number, string]>([
    [{ hasCouncil: false, requiredSeats: 0, filledSeats: 0, sworn: 0, hasMet: false }, 0, 'council_absent'],
    [{ sworn: 5 }, 0, 'not_sworn'],
    [{ hasMet: false }, 0, 'first_meeting_missing'],
    [{ problems: 0 }, 1, 'problems_missing'],
    [{ problems: 4, untriaged: 2 }, 1, 'problems_untriaged'],
    [{ capacities: 0 }, 1, 'capacities_missing'],
    [{ operationsPlanned: 0, operationsDone: 0 }, 2, 'operation_missing'],
    [{ operationsDone: 0 }, 2, 'operation_not_done'],
    [{ tasksWithoutEvidence: 2 }, 2, 'evidence_missing'],
    [{ operationsMeasured: 0 }, 2, 'result_missing'],
  ])('%j holds it at %i for %s', (change, step, code) => {
    expect(stepOf({ ...complete, ...change })).toMatchObject({ step, missing: { code } });
  });
});

describe('words', () => {
  it('every lack and condition has a sentence in both languages that uses the figures it is given', () => {
    for (const code of LACKS) expect(Object.keys(LACK_TEXTS[code])).toEqual(['fa', 'en']);
    for (const code of CONDITIONS.flat()) expect(Object.keys(CONDITION_TEXTS[code])).toEqual(['fa', 'en']);
    fc.assert(
      fc.property(counts, fc.constantFrom<'fa' | 'en'>('fa', 'en'), (c, locale) => {
        const { missing, steps } = stepOf(c);
        if (missing) expect(lackSentence(missing, locale)).not.toContain('{');
        for (const condition of steps.flatMap(({ conditions }) => conditions))
          expect(conditionSentence(condition, locale)).not.toContain('{');
      }),
    );
  });
  it('Persian sentences have Persian digits', () => {
    expect(lackSentence({ code: 'seat_vacant', params: { count: 2 } }, 'fa')).toBe('۲ کرسی الزامی شورا خالی است');
    expect(lackSentence({ code: 'seat_vacant', params: { count: 2 } }, 'en')).toBe(
      'required seats of the council vacant: 2',
    );
  });
});

describe('the funnel', () => {
  it('loses nobody: whoever reaches a stage stays there for a reason or reaches the next', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom(...LACKS)),
        fc.array(fc.integer({ min: 1, max: 50 }), { minLength: LACKS.length, maxLength: LACKS.length }),
        (codes, ns) => {
          const { total, stages } = funnelOf(codes.map((code, i) => ({ dims: `lack=${code}`, n: ns[i] ?? 1 })));
          expect(stages[0]?.reached).toBe(total);
          for (const { step, reached, lost, lacks } of stages) {
            expect(reached - lost).toBe(stages[step + 1]?.reached ?? reached);
            expect(lacks.reduce((sum, { count }) => sum + count, 0)).toBe(lost);
          }
        },
      ),
    );
  });
  it('says that 26 of 112 have no formed council, 17 of them for an empty seat', () => {
    const rows = [
      ['none', 31],
      ['operation_missing', 23],
      ['problems_untriaged', 32],
      ['seat_vacant', 17],
      ['council_absent', 9],
    ].map(([lack, n]) => ({ dims: `lack=${lack}`, n: Number(n) }));
    const { total, stages } = funnelOf(rows);
    expect([total, stages.map(({ reached }) => reached), stages[0]?.lost, stages[0]?.lacks[0]]).toEqual([
      112,
      [112, 86, 54, 31],
      26,
      { code: 'seat_vacant', count: 17 },
    ]);
  });
});
