import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareElements } from '../src/compare/compare-elements.ts';
import { elementsRead } from '../src/document-read.ts';
import type { TemplateElement } from '../src/document/index.ts';
import { elementId, sampleElements } from '../src/testing.ts';

const lines = (one: readonly TemplateElement[], other: readonly TemplateElement[]) =>
  compareElements(elementsRead(one), elementsRead(other)).flatMap((part) => part.lines);

/** The same elements under other ids, as another province would have written them. */
const renamed = (elements: readonly TemplateElement[]): TemplateElement[] =>
  JSON.parse(JSON.stringify(elements).replaceAll('-8000-0000', '-9000-0000')) as TemplateElement[];

describe('two documents side by side', () => {
  test('the same is the same, with its ids or with others', () => {
    for (const other of [sampleElements(), renamed(sampleElements())])
      expect(lines(sampleElements(), other).map(({ standing, differs }) => ({ standing, differs }))).toEqual(
        sampleElements().map(() => ({ standing: 'same', differs: [] })),
      );
  });

  test('a field that says something else is named, and so is what one of them lacks', () => {
    const other = renamed(sampleElements())
      .filter(({ kind }) => kind !== 'lesson')
      .map((one) =>
        one.kind === 'problem' ? { ...one, fields: { ...one.fields, severity: 1, whys: ['تنها'] } } : one,
      );
    expect(lines(sampleElements(), other).filter(({ standing }) => standing !== 'same')).toMatchObject([
      { standing: 'changed', differs: ['severity', 'whys'], one: { id: elementId(2) } },
      { standing: 'one', one: { kind: 'lesson' }, other: null },
    ]);
  });

  test('nothing is lost and nothing stands twice, whatever each of them has', () => {
    const subset = fc.subarray(sampleElements());
    fc.assert(
      fc.property(subset, subset, fc.boolean(), (one, other, isRenamed) => {
        const theirs = isRenamed ? renamed(other) : other;
        const found = lines(one, theirs);
        const idsOf = (side: 'one' | 'other') => found.flatMap((line) => line[side]?.id ?? []).toSorted();
        expect(idsOf('one')).toEqual(one.map(({ id }) => id).toSorted());
        expect(idsOf('other')).toEqual(theirs.map(({ id }) => id).toSorted());
      }),
    );
  });
});
