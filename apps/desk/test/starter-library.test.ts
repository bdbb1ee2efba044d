import { realDays } from '@mahalleh/adoptions/dates';
import { personalDataIn } from '@mahalleh/experiences/rules';
import { measurableOf, unknownDims } from '@mahalleh/indicators/measurable';
import { parseFormula, unknownName } from '@mahalleh/indicators/formula';
import { kindNamed, PARTS } from '@mahalleh/templates/kinds';
import { canonicalText, checkDocument, digestOf, type TemplateElement } from '@mahalleh/templates/document';
import { workCalendar } from '@mahalleh/templates/dates';
import { leaksIn, nameIndex } from '@mahalleh/templates/leaks';
import { describe, expect, test } from 'vitest';
import { documentOf, STARTER_LIBRARY } from '../src/seed/starter/index.ts';

const LIBRARY = STARTER_LIBRARY.map(({ text, version, changes }) => ({
  name: `${text.name} ${version}`,
  document: documentOf(text, { version, changes, previous: version === 1 ? null : 'A'.repeat(43) }),
}));

const of = (elements: readonly TemplateElement[], kind: string): TemplateElement[] =>
  elements.filter((element) => element.kind === kind);

describe.each(LIBRARY)('$name', ({ document }) => {
  const { elements } = document;

  test('it is a document in order, marked as a sample', async () => {
    expect(await checkDocument(document)).toEqual({ document });
    expect(document).toMatchObject({ isSample: true, summary: expect.stringContaining('بخش‌هایی از متن نمونه است') });
  });

  test('it is complete: every part but photos, and enough of each to work with', () => {
    const parts = new Set<string | undefined>(elements.map(({ kind }) => kindNamed(kind)?.part));
    expect(PARTS.filter((part) => !parts.has(part))).toEqual(['media']);
    const least = { committee: 6, problem: 8, capacity: 8, operation: 6, task: 25, indicator: 4, target: 3, lesson: 5 };
    for (const [kind, n] of Object.entries(least)) expect(of(elements, kind).length).toBeGreaterThanOrEqual(n);
    expect(of(elements, 'task').length).toBeLessThanOrEqual(45);
    expect(of(elements, 'operation').length).toBeLessThanOrEqual(10);
  });

  test('nothing of it tells of a person', () => {
    const texts = elements.flatMap(({ kind, fields }) =>
      (kindNamed(kind)?.texts ?? []).map((name) => JSON.stringify(fields[name] ?? '')),
    );
    expect([...texts, document.title, document.summary, document.changes].filter(personalDataIn)).toEqual([]);
  });

  test('of its texts, nothing is found but the mosque that the programme itself names', () => {
    const none = nameIndex([]);
    const texts = elements.flatMap(({ kind, fields }) => (kindNamed(kind)?.texts ?? []).map((name) => fields[name]));
    const found = [document.title, document.summary, document.changes, ...texts]
      .flat()
      .flatMap((text) =>
        typeof text === 'string' ? leaksIn(text, none).map(({ from, to }) => text.slice(from, to)) : [],
      );
    expect(found).toEqual(document.title.includes('راه‌آهن') ? ['مسجد جوادالائمه'] : []);
  });

  test('a domain has one lead at most', () => {
    const led = of(elements, 'duty').filter(({ fields }) => fields['role'] === 'lead');
    expect(new Set(led.map((duty) => duty.fields['domainRef'])).size).toBe(led.length);
  });

  test('every formula reads what there is, every metric of a target can be measured', () => {
    const keys = of(elements, 'indicator').map(({ fields }) => fields['key']);
    for (const { fields } of of(elements, 'indicator')) {
      if (typeof fields['formula'] !== 'string') continue;
      const read = parseFormula(fields['formula']);
      expect('formula' in read && unknownName(read.formula, (key) => keys.includes(key))).toBe(undefined);
    }
    for (const { fields } of of(elements, 'target')) {
      if (fields['metricKey'] === null) continue;
      const metric = measurableOf(String(fields['metricKey']));
      expect(metric && unknownDims(metric, String(fields['metricDims'] ?? '')).filter((name) => name !== '')).toEqual(
        [],
      );
    }
    const promised = of(elements, 'indicator').filter(({ fields }) => fields['expectedChange'] !== null);
    expect(promised.some(({ fields }) => fields['population'] === 'things')).toBe(true);
  });

  test('every problem has a chain of causes', () => {
    for (const { fields } of of(elements, 'problem')) expect((fields['whys'] as string[]).length).toBeGreaterThan(1);
  });

  test.each(['6', '5,6'])('its days resolve, and no task outlasts its operation, with the weekend %s', (weekend) => {
    const calendar = workCalendar(weekend);
    for (const startsOn of ['2026-03-01', '2026-09-23'] as const) {
      const placed = realDays(elements, startsOn, calendar);
      if ('circleAt' in placed) throw new Error(`${placed.circleAt} waits for itself`);
      const late = of(elements, 'operation').filter(({ id, fields }) => {
        const days = placed.days.get(id);
        return days && days.endsOn > calendar.addWorkingDays(days.startsOn, Number(fields['lastsDays']));
      });
      expect(late.map(({ fields }) => fields['title'])).toEqual([]);
    }
  });
});

test('a later version keeps the elements of the earlier one, and the library is the same every time', async () => {
  const [first, second] = LIBRARY.filter(({ name }) => name.startsWith('railway')).map(({ document }) => document);
  const ids = new Set(second?.elements.map(({ id }) => id));
  expect(first?.elements.filter(({ id }) => !ids.has(id))).toEqual([]);
  expect(second?.templateId).toBe(first?.templateId);
  const digests = await Promise.all(LIBRARY.map(({ document }) => digestOf(canonicalText(document))));
  expect(new Set(digests).size).toBe(LIBRARY.length);
  expect(LIBRARY[0]?.document.templateId).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8/);
});
