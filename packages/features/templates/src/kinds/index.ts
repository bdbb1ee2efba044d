import { committeeKind, seatKind, termsKind } from './council-kinds.ts';
import type { ElementKind } from './define-kind.ts';
import { agencyKind, capacityKind, domainKind, dutyKind, problemKind, roleKind } from './matter-kinds.ts';
import { indicatorKind, lessonKind, mediaKind, targetKind } from './result-kinds.ts';
import { linkKind, operationKind, taskKind } from './work-kinds.ts';

export type { ElementKind } from './define-kind.ts';
export { PARTS, type Part } from './parts.ts';
export { PART_TITLES } from './part-titles.ts';

/** Every kind of element that is known here, in the order of reading: what refers comes after what it refers to. */
export const ELEMENT_KINDS = [
  seatKind,
  committeeKind,
  domainKind,
  roleKind,
  agencyKind,
  termsKind,
  problemKind,
  capacityKind,
  indicatorKind,
  dutyKind,
  operationKind,
  taskKind,
  linkKind,
  targetKind,
  lessonKind,
  mediaKind,
] as const satisfies readonly ElementKind[];

type KnownKind = (typeof ELEMENT_KINDS)[number];
/** The name of a kind that is known here. */
export type KindName = KnownKind['kind'];
/** The fields of an element of a known kind. */
export type FieldsOf<K extends KindName> = import('zod').infer<Extract<KnownKind, { kind: K }>['fields']>;

const byName: ReadonlyMap<string, ElementKind> = new Map(ELEMENT_KINDS.map((kind) => [kind.kind, kind]));

/** The kind of that name; undefined when a later program wrote it. */
export const kindNamed = (name: string): ElementKind | undefined => byName.get(name);
