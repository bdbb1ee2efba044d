import type { Bilingual } from '@mahalleh/kernel';
import type * as z from 'zod';
import type { Part } from './parts.ts';

/** What a kind of element is: its part, its fields, what it refers to, and what it is called by. */
export type ElementKind = {
  readonly kind: string;
  readonly part: Part;
  readonly title: Bilingual;
  /** Flat fields; whatever passes is stored as it came out. */
  readonly fields: z.ZodObject;
  /** For each `…Ref` and `…Refs` field, the kinds that it may point to. */
  readonly refs: Readonly<Record<string, readonly string[]>>;
  /** The field that it is called by. */
  readonly name: string;
  /** The fields that people read: looked through for personal data, rewritten by whoever publishes. */
  readonly texts: readonly string[];
  /**
   * What it becomes in an adopting neighbourhood: rows of the workspace (`row`), a choice of what is there already
   * (`mapped`), or words kept with the adoption (`text`).
   */
  readonly lands: 'row' | 'mapped' | 'text';
};

/** Declares a kind of element. Another kind is another file and a line in the list: documents that do not know it stay as they are. */
export const defineKind = <const K extends ElementKind>(kind: K): K => kind;
