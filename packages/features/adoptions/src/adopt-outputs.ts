import { UNITS } from '@mahalleh/indicators/codes';
import * as z from 'zod';
import { ADOPTION_STATUSES, ELEMENT_STATES } from './statuses.ts';

/** What adopting answers: the adoption, and how many elements became what. */
export const Adopted = z.object({
  id: z.string(),
  revision: z.number(),
  landed: z.number(),
  joined: z.number(),
  kept: z.number(),
  leftOut: z.number(),
});

/** What a change of an adoption answers. */
export const AdoptionChanged = z.object({ id: z.string(), revision: z.number() });

const Place = z.object({ id: z.string(), nameFa: z.string(), nameEn: z.string().nullable() });
const TemplateOf = z.object({ id: z.string(), title: z.string(), province: z.string() });

/** One adoption of a list. */
export const AdoptionItem = z.object({
  id: z.string(),
  template: TemplateOf,
  version: z.number(),
  /** The newest version that stands, when it is later than the one that is followed. */
  laterVersion: z.number().nullable(),
  unit: Place,
  county: Place.nullable(),
  startsOn: z.string(),
  status: z.enum(ADOPTION_STATUSES),
  adoptedAtMs: z.number(),
  landed: z.number(),
  kept: z.number(),
  leftOut: z.number(),
  isSample: z.boolean(),
});
/** One adoption of a list. */
export type AdoptionItem = z.infer<typeof AdoptionItem>;

/** A page of adoptions. */
export const AdoptionList = z.object({
  rows: z.array(AdoptionItem),
  total: z.number(),
  page: z.number(),
  size: z.number(),
});

/** One element of an adoption, with the record that it became. */
export const AdoptedElement = z.object({
  id: z.string(),
  kind: z.string(),
  part: z.string().nullable(),
  name: z.string(),
  nameEn: z.string().nullable(),
  state: z.enum(ELEMENT_STATES),
  isJoined: z.boolean(),
  /** The record, the choice or the capacity that it became. */
  rowKey: z.string().nullable(),
  /** How that is called here. */
  label: z.string().nullable(),
  /** Whether the record says something else than when it landed, or the words were changed here. */
  isChanged: z.boolean(),
  /** Whether the record is over without having been done. */
  isGone: z.boolean(),
  /** The fields as the template has them, and the words that were changed here. JSON. */
  baseJson: z.string(),
  localJson: z.string(),
  revision: z.number(),
});
/** One element of an adoption. */
export type AdoptedElement = z.infer<typeof AdoptedElement>;

/** What is promised of an indicator here, and whether there is something to count it from. */
export const Promised = z.object({
  elementId: z.string(),
  indicatorId: z.string(),
  titleFa: z.string(),
  titleEn: z.string().nullable(),
  unit: z.enum(UNITS),
  ofFa: z.string().nullable(),
  ofEn: z.string().nullable(),
  /** Whether a formula gives its values: then nobody measures it. */
  isComputed: z.boolean(),
  /** In the indicator’s unit, with its sign. */
  change: z.number(),
  baselineValue: z.number().nullable(),
  goalValue: z.number().nullable(),
  goalPeriod: z.string().nullable(),
  /** The last value that was measured here under the meaning that holds, and its period. */
  lastValue: z.number().nullable(),
  lastPeriod: z.string().nullable(),
});
/** What is promised of an indicator here. */
export type Promised = z.infer<typeof Promised>;

/** What can be taken back as one. */
export const UNDOES = ['adopt', 'upgrade'] as const;
/** What an adoption went through that cannot be taken back with it: an upgrade, words said otherwise, records that were changed. */
export const UNDO_LOST = ['upgraded', 'reworded', 'changed'] as const;

/** An adoption with everything that came of it. */
export const AdoptionPage = AdoptionItem.extend({
  digest: z.string(),
  adoptedBy: z.string().nullable(),
  endedAtMs: z.number().nullable(),
  endReason: z.string().nullable(),
  /** How the version or its template ended since. */
  ending: z.object({ how: z.enum(['withdrawn', 'revoked']), reason: z.string() }).nullable(),
  /** The last act as a whole, while the reader can still take it back: the adoption, or the upgrade to the version that is followed. */
  undo: z.object({ id: z.string(), of: z.enum(UNDOES) }).nullable(),
  /** Why the adoption as a whole can no longer be taken back, though there would still be time; null when there is nothing to say. */
  undoLost: z.enum(UNDO_LOST).nullable(),
  /** The upgrade that is under way. */
  upgradeId: z.string().nullable(),
  mayReword: z.boolean(),
  mayEnd: z.boolean(),
  /** The parts that it has elements of, in the order of reading. */
  parts: z.array(z.object({ part: z.string(), title: z.object({ fa: z.string(), en: z.string() }) })),
  elements: z.array(AdoptedElement),
  promises: z.array(Promised),
  revision: z.number(),
});
/** An adoption with everything that came of it. */
export type AdoptionPage = z.infer<typeof AdoptionPage>;

/** Where the records of a page come from: the adoptions that they landed with or were joined to. */
export const RecordOrigin = z.object({
  rows: z.array(
    z.object({
      adoptionId: z.string(),
      /** How many elements of the template the page shows. */
      elements: z.int(),
      /** Whether all of them were there before, and were taken for elements. */
      isJoined: z.boolean(),
      version: z.number(),
      template: TemplateOf,
    }),
  ),
});
