import { zCivilDate, zCount, zFlag, zId, zInput, zNote, zOptional, zRevision } from '@mahalleh/kernel';
import { MOST, zElementId } from '@mahalleh/templates/document';
import { PARTS } from '@mahalleh/templates/kinds';
import * as z from 'zod';
import { ADOPTION_STATUSES } from './statuses.ts';

const zTemplateId = zId('template');
const zVersion = zCount({ min: 1, max: 10_000 });
const zLocal = z.string({ error: 'text_expected' }).min(1, { error: 'required' }).max(80, { error: 'text_too_long' });

/** What becomes of a template's elements where it is adopted. */
export const choiceFields = {
  /** Parts and elements that are left out. */
  withoutParts: z.array(z.enum(PARTS)).max(PARTS.length, { error: 'list_too_long' }).optional(),
  without: z.array(zElementId).max(MOST.elements, { error: 'list_too_long' }).optional(),
  /** What an element becomes here: a domain's or committee's key, a person's, an agency's or a capacity's id, `new`; null: nothing. */
  mapping: z.record(zElementId, z.union([zLocal, z.null()])).optional(),
  /** The record that is there already and is taken for an element. */
  joins: z.record(zElementId, zLocal).optional(),
  /** Establishes the neighbourhood's progress council under the charter in force, where there is none. */
  establishesCouncil: zOptional(zFlag),
};

/** Input of `template.adopt`. */
export const AdoptTemplate = zInput({
  templateId: zTemplateId,
  version: zVersion,
  unitId: zId('unit'),
  startsOn: zCivilDate,
  ...choiceFields,
});
/** Input of `template.adopt`, read. */
export type AdoptTemplate = z.output<typeof AdoptTemplate>;

/** Input of the preview of an adoption: the newest version, unless another is named. */
export const PreviewAdoption = zInput({
  templateId: zTemplateId,
  unitId: zId('unit'),
  version: zOptional(zVersion),
  startsOn: zOptional(zCivilDate),
});

const zAdoptionId = zId('adoption');

/** Input of `adoption.reword`: words of one element that are kept with the adoption; null goes back to those of the template. `capacityId`: what was found for a capacity. */
export const RewordAdoption = zInput({
  adoptionId: zAdoptionId,
  elementId: zElementId,
  revision: zRevision,
  words: z.record(z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/), z.union([zNote(MOST.text), z.null()])).optional(),
  capacityId: z.union([z.literal('').transform(() => null), zId('capacity'), z.null()]).optional(),
});

/** Input of `adoption.end`. */
export const EndAdoption = zInput({ adoptionId: zAdoptionId, revision: zRevision, reason: zNote(1000) });

/** Input of the list of adoptions. `unitId`: the unit and everything below it. `later`: those whose template has a later version. */
export const ListAdoptions = zInput({
  templateId: zOptional(zTemplateId),
  unitId: zOptional(zId('unit')),
  status: zOptional(z.enum(ADOPTION_STATUSES)),
  later: zOptional(zFlag),
  page: zOptional(zCount({ min: 1, max: 100_000 })),
  size: zOptional(zCount({ min: 1, max: 100 })),
});

/** Input of one adoption. */
export const ReadAdoption = zInput({ adoptionId: zAdoptionId });

/** The pages that tell of the template that their records come from: of one record, of a council’s committees, or of a domain’s responsibilities in a unit. */
export const ORIGIN_PAGES = ['operation', 'problem', 'indicator', 'target', 'council', 'responsibility'] as const;

/** Input of where the records of a page come from. `key`: the id of the record or of the council; of responsibilities the unit’s id, `|`, the domain’s key. */
export const ReadOrigin = zInput({
  kind: z.enum(ORIGIN_PAGES),
  key: z.string({ error: 'text_expected' }).min(1, { error: 'required' }).max(120, { error: 'text_too_long' }),
});
