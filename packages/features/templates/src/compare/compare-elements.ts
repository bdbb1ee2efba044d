import { foldText } from '@mahalleh/kernel';
import type { ComparedElement, ComparedPart, ElementRead } from '../catalogue-model.ts';
import { canonicalText } from '../document/canonical.ts';
import { OTHER_PART } from '../document/parts-in.ts';
import { PARTS } from '../kinds/parts.ts';

type Pair = { one: ElementRead | null; other: ElementRead | null };

const calledBy = ({ kind, name }: ElementRead): string => `${kind}|${foldText(name)}`;

/** Pairs by id; what is left, by kind and folded name, in the order in which they stand. */
const pairsOf = (one: readonly ElementRead[], other: readonly ElementRead[]): Pair[] => {
  const ids = new Map(other.map((element) => [element.id, element]));
  const paired = new Map<string, ElementRead>();
  const taken = new Set<string>();
  for (const element of one) {
    const same = ids.get(element.id);
    if (!same || same.kind !== element.kind) continue;
    paired.set(element.id, same);
    taken.add(same.id);
  }
  const left = new Map<string, ElementRead[]>();
  for (const element of other)
    if (!taken.has(element.id)) left.set(calledBy(element), [...(left.get(calledBy(element)) ?? []), element]);
  for (const element of one) {
    if (paired.has(element.id) || element.name === '') continue;
    const found = left.get(calledBy(element))?.shift();
    if (!found) continue;
    paired.set(element.id, found);
    taken.add(found.id);
  }
  return [
    ...one.map((element) => ({ one: element, other: paired.get(element.id) ?? null })),
    ...other.filter(({ id }) => !taken.has(id)).map((element) => ({ one: null, other: element })),
  ];
};

/** Ids of the other side as those of their partners, so that pointing to the same thing is the same. */
const translated = (value: unknown, partners: ReadonlyMap<string, string>): unknown => {
  if (Array.isArray(value)) return value.map((held) => translated(held, partners));
  return typeof value === 'string' ? (partners.get(value) ?? value) : value;
};

const differing = (one: ElementRead, other: ElementRead, partners: ReadonlyMap<string, string>): string[] =>
  [...new Set([...Object.keys(one.fields), ...Object.keys(other.fields)])].filter((name) => {
    const theirs = other.fields[name] ?? null;
    const isReference = name.endsWith('Ref') || name.endsWith('Refs');
    return (
      canonicalText(one.fields[name] ?? null) !== canonicalText(isReference ? translated(theirs, partners) : theirs)
    );
  });

const compared = ({ one, other }: Pair, partners: ReadonlyMap<string, string>): ComparedElement => {
  if (!one) return { standing: 'other', one, other, differs: [] };
  if (!other) return { standing: 'one', one, other, differs: [] };
  const differs = differing(one, other, partners);
  return { standing: differs.length === 0 ? 'same' : 'changed', one, other, differs };
};

/**
 * Two documents side by side, part by part: elements are matched by their id, and those that are left by their kind and
 * folded name. What refers to a matched element says the same when it refers to its partner.
 */
export const compareElements = (one: readonly ElementRead[], other: readonly ElementRead[]): ComparedPart[] => {
  const pairs = pairsOf(one, other);
  const partners = new Map(
    pairs.flatMap((pair) => (pair.one && pair.other ? [[pair.other.id, pair.one.id] as const] : [])),
  );
  const lines = new Map<string, ComparedElement[]>();
  for (const pair of pairs) {
    const part = pair.one?.part ?? pair.other?.part ?? OTHER_PART;
    lines.set(part, [...(lines.get(part) ?? []), compared(pair, partners)]);
  }
  return [...PARTS, OTHER_PART].flatMap((part) => {
    const found = lines.get(part);
    return found ? [{ part, lines: found }] : [];
  });
};
