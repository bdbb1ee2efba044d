/** Whatever is merged and split in whatever order: no history is lost, and every way can be walked both ways. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergeProblem, problemPage, registerProblem, splitProblem, triageProblem } from '../src/index.ts';
import { openSetting } from './setting.ts';

const act = fc.record({
  verb: fc.constantFrom('merge' as const, 'merge' as const, 'split' as const, 'triage' as const),
  at: fc.nat(),
  other: fc.nat(),
});

/** The model: what was merged into what, and what was split from what. */
type Tale = { id: string; revision: number; mergedInto: string | null; splitFrom: string | null };

const familyOf = (tales: readonly Tale[], id: string): string[] => [
  id,
  ...tales.filter(({ mergedInto }) => mergedInto === id).flatMap((one) => familyOf(tales, one.id)),
];
const originsOf = (tales: readonly Tale[], id: string): string[] => {
  const from = tales.find((one) => one.id === id)?.splitFrom;
  return from ? [from, ...originsOf(tales, from)] : [];
};

test('merging and splitting keep every history', async () => {
  const s = await openSetting();
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 6, maxLength: 16 }), async (acts) => {
      const tales: Tale[] = [];
      for (let i = 0; i < 4; i++) {
        const input = { unitId: s.here, domainKey: 'civil_works', title: `Problem ${i}`, severity: 3 };
        const { id } = await registerProblem.run(s.manager, input);
        tales.push({ id, revision: 1, mergedInto: null, splitFrom: null });
      }
      for (const { verb, at, other } of acts) {
        const [one, two] = [tales[at % tales.length], tales[other % tales.length]];
        if (!one || !two) continue;
        const edit = { problemId: one.id, revision: one.revision };
        try {
          if (verb === 'triage') await triageProblem.run(s.manager, { ...edit, severity: 4 });
          else if (verb === 'merge') {
            await mergeProblem.run(s.manager, { ...edit, intoId: two.id });
            one.mergedInto = two.id;
            two.revision += 1;
          } else if (tales.length < 12) {
            const parts = ['A', 'B'].map((title) => ({ title, domainKey: 'sport', severity: 2 }));
            const made = await splitProblem.run(s.manager, { ...edit, parts });
            for (const { id } of made.parts) tales.push({ id, revision: 1, mergedInto: null, splitFrom: one.id });
          } else continue;
          one.revision += 1;
        } catch (refusal) {
          // What the course does not allow changes nothing, and the tale goes on.
          expect(refusal).toMatchObject({ kind: 'refused' });
        }
      }
      const log = await s.province.sql('select command_id, subject from audit_log');
      for (const { id, mergedInto, splitFrom } of tales) {
        const page = await problemPage.run(s.manager, { problemId: id });
        const subjects = [...familyOf(tales, id), ...originsOf(tales, id)];
        const told = page.history.length;
        expect(told).toBeGreaterThanOrEqual(log.filter(({ subject }) => subjects.includes(String(subject))).length);
        expect(page.merged.map((one) => one.id).toSorted()).toEqual(familyOf(tales, id).slice(1).toSorted());
        expect(page.mergedInto?.id ?? null).toBe(mergedInto);
        expect(page.splitFrom?.id ?? null).toBe(splitFrom);
        expect(page.parts.map((one) => one.id).toSorted()).toEqual(
          tales
            .filter((one) => one.splitFrom === id)
            .map((one) => one.id)
            .toSorted(),
        );
      }
    }),
    { numRuns: 15 },
  );
  s.province.close();
});
