import { OFFICES } from '@mahalleh/councils/model';
import * as z from 'zod';
import { defineKind } from './define-kind.ts';
import { zFlagField, zLine, zLineOrNone, zRef, zWordsOrNone, zWords } from './field-shapes.ts';

/** A seat of the neighbourhood's progress council. It is mapped to a seat of the province's own charter by its office. */
export const seatKind = defineKind({
  kind: 'seat',
  part: 'council',
  title: { fa: 'کرسی شورا', en: 'Council seat' },
  fields: z.strictObject({
    titleFa: zLine,
    titleEn: zLineOrNone,
    office: z.enum(OFFICES),
    isRequired: zFlagField,
    isChair: zFlagField,
    isSecretary: zFlagField,
    duty: zWordsOrNone,
  }),
  refs: {},
  name: 'titleFa',
  texts: ['titleFa', 'titleEn', 'duty'],
  lands: 'text',
});

/** A specialised committee. `key` is that of a national set, or of the province's own. */
export const committeeKind = defineKind({
  kind: 'committee',
  part: 'committees',
  title: { fa: 'کمیته تخصصی', en: 'Committee' },
  fields: z.strictObject({
    key: z.string().regex(/^[a-z][a-z0-9_]{0,60}$/),
    titleFa: zLine,
    titleEn: zLineOrNone,
    isEmergency: zFlagField,
    duty: zWordsOrNone,
  }),
  refs: {},
  name: 'titleFa',
  texts: ['titleFa', 'titleEn', 'duty'],
  lands: 'row',
});

/** Terms of reference of a seat, a committee or a role. */
export const termsKind = defineKind({
  kind: 'terms',
  part: 'terms',
  title: { fa: 'شرح وظایف', en: 'Terms of reference' },
  fields: z.strictObject({ title: zLine, forRef: zRef, text: zWords }),
  refs: { forRef: ['seat', 'committee', 'role'] },
  name: 'title',
  texts: ['title', 'text'],
  lands: 'text',
});
