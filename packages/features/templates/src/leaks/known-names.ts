import { folded, needleOf, squeezed } from './folded.ts';
import type { Leak, LeakKind } from './leak-kinds.ts';
import { isNobody, isOrdinaryName } from './ordinary-words.ts';

/** A name that this workspace knows, and the kind of thing that can stand in its place. */
export type KnownName = {
  readonly kind: Extract<LeakKind, 'person' | 'agency' | 'capacity' | 'base' | 'unit' | 'code'>;
  readonly name: string;
  readonly instead: string;
  /** Whether generalising puts the kind in its place by itself; others are only found. */
  readonly isOwn: boolean;
};

type Needle = { readonly kind: LeakKind; readonly letters: string; readonly instead: string; readonly isOwn: boolean };

/** Names by how they begin, ready to be looked for in many texts. */
export type NameIndex = { readonly byStart: ReadonlyMap<string, readonly Needle[]> };

/** So long a name is found inside a word too; a shorter one needs its edges. */
const LONG = 7;
/** Endings with which a name goes on in the same word. */
const ENDING = /^(?:ی|ها|های|هایی|ای|یی|ان|ام|ش|م|ت)$/;
const START = 3;

const TITLES = /^(?:سید|سیده|حاج|حاجی|دکتر|مهندس|استاد|شیخ|کربلایی|مشهدی|سرهنگ|سردار|dr|mr|mrs|ms)$/;

/** The surnames that a full name may end with: everything after a word of it. A half space joins a word. */
const surnamesOf = (fullName: string): string[] => {
  const words = fullName
    .split(/\s+/)
    .map(needleOf)
    .filter((word) => word !== '' && !TITLES.test(word));
  return words.map((_, at) => words.slice(at + 1).join('')).filter((surname) => surname.length >= 4);
};

/** Orders names so that they can be looked for. `plain`: words that are ordinary here and name nobody: what kinds are called. */
export const nameIndex = (names: readonly KnownName[], plain: readonly string[] = []): NameIndex => {
  const ordinary = new Set(plain.flatMap((words) => [needleOf(words), ...words.split(/\s+/).map(needleOf)]));
  const byLetters = new Map<string, Needle>();
  const add = (needle: Needle): void => {
    if (needle.letters.length < 2 || ordinary.has(needle.letters)) return;
    const there = byLetters.get(needle.letters);
    if (!there || (needle.isOwn && !there.isOwn)) byLetters.set(needle.letters, needle);
  };
  for (const { kind, name, instead, isOwn } of names) {
    // What says what a thing is tells of no thing; a person's name is looked for whatever it says, and so is one's own place.
    if (kind !== 'person' && !(kind === 'unit' && isOwn) && isOrdinaryName(name)) continue;
    add({ kind, letters: needleOf(name), instead, isOwn });
    if (kind === 'person')
      for (const letters of surnamesOf(name))
        if (!isNobody(letters)) add({ kind: 'surname', letters, instead, isOwn: false });
  }
  const byStart = new Map<string, Needle[]>();
  for (const needle of byLetters.values()) {
    const start = needle.letters.slice(0, START);
    const row = byStart.get(start);
    if (row) row.push(needle);
    else byStart.set(start, [needle]);
  }
  return { byStart };
};

type Found = Leak & { readonly isWhole: boolean; readonly isOwn: boolean };

/** Every place where a known name stands in a text, in any spelling, the longest at each. */
export const namesIn = (text: string, { byStart }: NameIndex): Found[] => {
  const { text: letters, at, isEdge } = squeezed(folded(text));
  const found: Found[] = [];
  const fits = ({ kind, letters: needle }: Needle, i: number): boolean => {
    if (!letters.startsWith(needle, i)) return false;
    const end = i + needle.length;
    if (isEdge[i] && isEdge[end]) return true;
    if (kind === 'code' || kind === 'surname') return false;
    if (needle.length >= LONG) return true;
    if (!isEdge[i] || needle.length < 4) return false;
    const next = isEdge.indexOf(true, end);
    return ENDING.test(letters.slice(end, next));
  };
  for (let i = 0; i < letters.length; i += 1) {
    const starts = [2, START].flatMap((length) => byStart.get(letters.slice(i, i + length)) ?? []);
    const best = starts.filter((needle) => fits(needle, i)).toSorted((a, b) => b.letters.length - a.letters.length)[0];
    if (!best) continue;
    const end = i + best.letters.length;
    const last = at[end - 1] ?? 0;
    const char = text.codePointAt(last) ?? 0;
    found.push({
      ...{ kind: best.kind, instead: best.instead, isOwn: best.isOwn },
      ...{ from: at[i] ?? 0, to: last + (char > 0xffff ? 2 : 1) },
      isWhole: (isEdge[i] ?? false) && (isEdge[end] ?? false),
    });
    i = end - 1;
  }
  return found;
};
