import { AUDIENCES } from '@mahalleh/operations/model';
import * as z from 'zod';
import { defineKind } from './define-kind.ts';
import { zDays, zFlagField, zLasts, zLine, zMustRef, zRef, zRefs, zWordsOrNone } from './field-shapes.ts';

/**
 * A field operation. It begins `startDays` after the adoption's first day, or after the last day of `startAfterRef`, on the
 * next working day; it lasts `lastsDays` working days.
 */
export const operationKind = defineKind({
  kind: 'operation',
  part: 'operations',
  title: { fa: 'عملیات', en: 'Operation' },
  fields: z.strictObject({
    title: zLine,
    goal: zWordsOrNone,
    measure: zWordsOrNone,
    audience: z.enum(AUDIENCES).nullable(),
    domainRef: zMustRef,
    problemRef: zRef,
    agencyRef: zRef,
    indicatorRef: zRef,
    capacityRefs: zRefs,
    startAfterRef: zRef,
    startDays: zDays,
    lastsDays: zLasts,
  }),
  refs: {
    domainRef: ['domain'],
    problemRef: ['problem'],
    agencyRef: ['agency'],
    indicatorRef: ['indicator'],
    capacityRefs: ['capacity'],
    startAfterRef: ['operation'],
  },
  name: 'title',
  texts: ['title', 'goal', 'measure'],
  lands: 'row',
});

/** A task of an operation: begins `startDays` after the operation's first day, or after the last day of `startAfterRef`. A milestone lasts one day. */
export const taskKind = defineKind({
  kind: 'task',
  part: 'operations',
  title: { fa: 'کار', en: 'Task' },
  fields: z.strictObject({
    title: zLine,
    operationRef: zMustRef,
    roleRef: zMustRef,
    agencyRef: zRef,
    startAfterRef: zRef,
    startDays: zDays,
    lastsDays: zLasts,
    isMilestone: zFlagField,
  }),
  refs: { operationRef: ['operation'], roleRef: ['role'], agencyRef: ['agency'], startAfterRef: ['task'] },
  name: 'title',
  texts: ['title'],
  lands: 'row',
});

/** That a task waits for another one, and how many calendar days after it. Unit: days. */
export const linkKind = defineKind({
  kind: 'link',
  part: 'operations',
  title: { fa: 'پیوند کارها', en: 'Link of tasks' },
  fields: z.strictObject({ taskRef: zMustRef, afterRef: zMustRef, lagDays: z.int().min(0).max(365) }),
  refs: { taskRef: ['task'], afterRef: ['task'] },
  name: 'lagDays',
  texts: [],
  lands: 'row',
});
