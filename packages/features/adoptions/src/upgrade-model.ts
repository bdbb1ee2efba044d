import { zCount, zId, zInput, zNote, zOptional, zRevision } from '@mahalleh/kernel';
import { ElementChange, FieldValue } from '@mahalleh/templates/document';
import { PROPOSAL_OUTCOMES } from '@mahalleh/templates/model';
import * as z from 'zod';
import { STAY_REASONS } from './merge/index.ts';
import { Guess } from './preview/preview-outputs.ts';
import { CHOICES, UPGRADE_STATUSES } from './statuses.ts';

/** Fields by name, in the words of the template. */
const FieldsOut = z.record(z.string(), FieldValue);
const Days = z.object({ startsOn: z.string(), endsOn: z.string() });
/** What elements are called, by id, so that references can be read. */
const Names = z.record(z.string(), z.string());

/** One field that says something else here: what the template says, and what is said here; null when the template has no word for it. */
export const FieldChange = z.object({
  field: z.string(),
  from: FieldsOut,
  to: FieldsOut.nullable(),
  fromDays: Days.nullable(),
  toDays: Days.nullable(),
});
/** One field that says something else here. */
export type FieldChange = z.infer<typeof FieldChange>;

/** How an element of an adoption stands. `own`: it stays here though its template has it no more. */
export const STANDINGS = ['untouched', 'changed', 'dropped', 'left_out', 'added', 'own'] as const;
/** How an element stands. */
export type Standing = (typeof STANDINGS)[number];

/** What was made of one element. */
export const OverlayElement = z.object({
  id: z.string(),
  kind: z.string(),
  name: z.string(),
  standing: z.enum(STANDINGS),
  isJoined: z.boolean(),
  rowKey: z.string().nullable(),
  fields: FieldsOut.nullable().describe('Of what was added: what it says'),
  changes: z.array(FieldChange),
});
/** What was made of one element. */
export type OverlayElement = z.infer<typeof OverlayElement>;

/** What was made of a template in one neighbourhood. */
export const OverlayRead = z.object({
  adoptionId: z.string(),
  templateId: z.string(),
  version: z.int(),
  title: z.string(),
  unitId: z.string(),
  unitName: z.string(),
  counts: z.record(z.enum(STANDINGS), z.int()),
  elements: z.array(OverlayElement),
  names: Names,
});
/** What was made of a template in one neighbourhood. */
export type OverlayRead = z.infer<typeof OverlayRead>;

const adoptionId = zId('adoption');
const upgradeId = zId('upgrade');
const zVersion = z.coerce.number({ error: 'number_expected' }).int({ error: 'number_expected' }).min(1).max(10_000);
const zKey = z.string().regex(/^[0-9a-f-]{36}(\.[A-Za-z0-9]{1,40})?$/, { error: 'upgrade_key_unknown' });

/** Input of one adoption's overlay and of its upgrade. */
export const ReadByAdoption = zInput({ adoptionId });

/** Input of `adoption.upgrade`. */
export const BeginUpgrade = zInput({ adoptionId, version: zVersion });
/** Input of `adoption.decide`: one conflict, one offer, or what a new element is mapped to. */
export const DecideUpgrade = zInput({
  upgradeId,
  revision: zRevision,
  key: zKey,
  choice: z.enum(CHOICES).optional(),
  target: z.string().max(80, { error: 'text_too_long' }).optional(),
});
/** Input of `adoption.finish` and `adoption.leave`. */
export const EndUpgrade = zInput({ upgradeId, revision: zRevision });
/** What a step of an upgrade answers. */
export const UpgradeChanged = z.object({ id: z.string(), revision: z.int() });
/** What a finished upgrade answers: how much came of it. */
export const UpgradeFinished = z.object({
  id: z.string(),
  adoptionId: z.string(),
  version: z.int(),
  followed: z.int(),
  came: z.int(),
  went: z.int(),
  stayed: z.int(),
});

const Choice = z.enum(CHOICES);
/** A conflict as it is shown. `field` null: the whole element; then `theirs` null says that the version has it no more. */
export const ConflictShown = z.object({
  key: z.string(),
  elementId: z.string(),
  kind: z.string(),
  name: z.string(),
  field: z.string().nullable(),
  base: FieldsOut.nullable(),
  mine: FieldsOut,
  theirs: FieldsOut.nullable(),
  decision: Choice.nullable(),
});
/** What something new is to be here: a choice of what there is. */
export const MappingShown = z.object({
  elementId: z.string(),
  kind: z.string(),
  name: z.string(),
  target: z.string().nullable(),
  candidates: z.array(z.object({ id: z.string(), name: z.string() })),
});
/** A new element that meets something that is here. `choice` null: nothing was said, so it comes as it is when nothing clashes. */
export const ArrivalShown = z.object({
  elementId: z.string(),
  kind: z.string(),
  name: z.string(),
  clash: z.object({ reason: z.string(), text: z.object({ fa: z.string(), en: z.string() }) }).nullable(),
  joins: z.array(Guess).describe('Records that may be taken for it, the best guess first'),
  kinds: z.array(z.object({ id: z.string(), name: z.string() })).describe('Kinds that a committee may be formed of'),
  mayAddKind: z.boolean(),
  choice: z.string().nullable().describe('`theirs`, `join:` and the record, a kind of committee, or `new`'),
});
const ElementShown = z.object({ id: z.string(), kind: z.string(), name: z.string() });

/** An upgrade as it is being decided, or what one to the last version would be when none is open. */
export const UpgradeRead = z.object({
  adoptionId: z.string(),
  templateId: z.string(),
  title: z.string(),
  unitName: z.string(),
  fromVersion: z.int(),
  /** The version that is looked at; null when there is none after the one that is followed. */
  toVersion: z.int().nullable(),
  /** What its publisher says is new. */
  changes: z.string(),
  versions: z.array(z.int()),
  upgrade: z
    .object({
      id: z.string(),
      revision: z.int(),
      status: z.enum(UPGRADE_STATUSES),
      begunAtMs: z.int(),
      isOvertaken: z.boolean(),
    })
    .nullable(),
  conflicts: z.array(ConflictShown),
  follows: z.array(ElementShown.extend({ field: z.string(), from: FieldsOut, to: FieldsOut })),
  comes: z.array(ElementShown),
  goes: z.array(ElementShown),
  stays: z.array(
    ElementShown.extend({
      field: z.string().nullable(),
      why: z.enum(STAY_REASONS),
      /** Of what the version says and cannot be made so here: what is here, and what it says. */
      from: FieldsOut.nullable(),
      to: FieldsOut.nullable(),
    }),
  ),
  offers: z.array(
    ElementShown.extend({
      why: z.enum(['left_out', 'declined', 'dropped', 'needs']),
      needs: z.array(z.string()),
      decision: Choice.nullable(),
    }),
  ),
  mappings: z.array(MappingShown),
  arrivals: z.array(ArrivalShown),
  unmeasured: z.array(ElementShown).describe('Indicators of which something is promised and nothing was measured here'),
  names: Names,
});
/** An upgrade as it is being decided. */
export type UpgradeRead = z.infer<typeof UpgradeRead>;

/** Input of `improvement.propose`: keys out of the overlay. */
export const ProposeImprovement = zInput({
  adoptionId,
  keys: z
    .preprocess(
      (value) => (typeof value === 'string' ? [value] : value),
      z.array(z.string().max(90), { error: 'list_expected' }),
    )
    .pipe(z.array(z.string()).min(1, { error: 'improvement_empty' }).max(300, { error: 'list_too_long' })),
  note: zNote(4000),
  /** Keys of the leak check's findings that a person looked at and says to be no personal datum. */
  cleared: z.array(z.string().max(200)).max(300).optional(),
});
/** Input of one improvement. */
export const ReadImprovement = zInput({ improvementId: zId('improvement') });
/** Whether an improvement was proposed to this province, or by it. */
export const IMPROVEMENT_SIDES = ['received', 'proposed'] as const;

/** Input of the list of improvements. */
export const ListImprovements = zInput({
  side: zOptional(z.enum(IMPROVEMENT_SIDES)),
  outcome: zOptional(z.enum(['waiting', ...PROPOSAL_OUTCOMES])),
  page: zOptional(zCount({ min: 1, max: 100_000 })),
  size: zOptional(zCount({ min: 1, max: 100 })),
});
/** Input of `improvement.answer`. */
export const AnswerImprovement = zInput({
  improvementId: zId('improvement'),
  taken: z.preprocess(
    (value) => (typeof value === 'string' ? [value] : value),
    z.array(z.string().max(90), { error: 'list_expected' }).max(300, { error: 'list_too_long' }).optional(),
  ),
  answer: z.string().trim().max(4000, { error: 'text_too_long' }).optional(),
});
/** What a change of an improvement answers. */
export const ImprovementChanged = z.object({ id: z.string() });

/** A proposed improvement in a list. */
export const ImprovementRow = z.object({
  id: z.string(),
  templateId: z.string(),
  title: z.string().nullable(),
  baseVersion: z.int(),
  fromProvince: z.string(),
  toProvince: z.string(),
  note: z.string(),
  changes: z.int(),
  atMs: z.int(),
  outcome: z.enum(PROPOSAL_OUTCOMES).nullable(),
});
/** A page of proposed improvements, the last first. */
export const ImprovementList = z.object({
  rows: z.array(ImprovementRow.extend({ side: z.enum(IMPROVEMENT_SIDES) })),
  total: z.int(),
  page: z.int(),
  size: z.int(),
});

/** How a proposed change meets the template as it is now. */
export const FITS = ['fits', 'there', 'changed', 'gone', 'dangles'] as const;
/** A proposed improvement with its difference. */
export const ImprovementRead = ImprovementRow.extend({
  isOurs: z.boolean().describe('Whether it is for a template of this province'),
  author: z.string(),
  office: z.string(),
  answer: z.string().nullable(),
  answeredBy: z.string().nullable(),
  answeredAtMs: z.int().nullable(),
  taken: z.array(z.string()),
  lastVersion: z.int().nullable(),
  items: z.array(
    ElementChange.extend({
      name: z.string(),
      /** Whether it can still be taken in: as proposed, already so, changed since, or its element or what it refers to is gone. */
      fit: z.enum(FITS),
      /** What the version that is built on says now (JSON). */
      now: z.string().nullable(),
    }),
  ),
  names: Names,
});
/** A proposed improvement with its difference. */
export type ImprovementRead = z.infer<typeof ImprovementRead>;
