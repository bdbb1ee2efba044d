import { AGENCY_KINDS } from '@mahalleh/agencies/model';
import { CAPACITY_KINDS } from '@mahalleh/capacity/model';
import { OFFICES } from '@mahalleh/councils/model';
import { NATIONAL_DOMAINS } from '@mahalleh/problems/domain';
import { DUTY_ROLES } from '@mahalleh/responsibility/model';
import * as z from 'zod';
import { defineKind } from './define-kind.ts';
import { zFlagField, zLine, zLineOrNone, zMustRef, zRef, zRefs, zWordsOrNone } from './field-shapes.ts';

/** A domain of work, mapped to one of the adopting province's. */
export const domainKind = defineKind({
  kind: 'domain',
  part: 'domains',
  title: { fa: 'حوزه', en: 'Domain' },
  fields: z.strictObject({
    titleFa: zLine,
    titleEn: zLineOrNone,
    nationalKey: z.enum(NATIONAL_DOMAINS.map(({ key }) => key)),
    isSensitive: zFlagField,
    parentRef: zRef,
  }),
  refs: { parentRef: ['domain'] },
  name: 'titleFa',
  texts: ['titleFa', 'titleEn'],
  lands: 'mapped',
});

/** A problem that such neighbourhoods have, with why it is so: a chain of causes, the root last. */
export const problemKind = defineKind({
  kind: 'problem',
  part: 'problems',
  title: { fa: 'مسئله', en: 'Problem' },
  fields: z.strictObject({
    title: z.string().min(1).max(160),
    description: zWordsOrNone,
    domainRef: zMustRef,
    severity: z.int().min(1).max(5),
    whys: z.array(z.string().min(1).max(400)).max(5),
    solution: zWordsOrNone,
  }),
  refs: { domainRef: ['domain'] },
  name: 'title',
  texts: ['title', 'description', 'whys', 'solution'],
  lands: 'row',
});

/** A capacity to look for: the kind of thing, never whose it is. It stays a line to look for until one of the bank is named. */
export const capacityKind = defineKind({
  kind: 'capacity',
  part: 'capacities',
  title: { fa: 'ظرفیت', en: 'Capacity' },
  fields: z.strictObject({
    title: zLine,
    capacityKind: z.enum(CAPACITY_KINDS),
    domainRefs: zRefs,
    note: zWordsOrNone,
    quantity: z.int().min(1).max(1_000_000).nullable(),
  }),
  refs: { domainRefs: ['domain'] },
  name: 'title',
  texts: ['title', 'note'],
  lands: 'text',
});

/** Who does something, as an office and never as a person; mapped to a person. */
export const roleKind = defineKind({
  kind: 'role',
  part: 'roles',
  title: { fa: 'نقش', en: 'Role' },
  fields: z.strictObject({
    titleFa: zLine,
    titleEn: zLineOrNone,
    office: z.enum(OFFICES).nullable(),
    duty: zWordsOrNone,
  }),
  refs: {},
  name: 'titleFa',
  texts: ['titleFa', 'titleEn', 'duty'],
  lands: 'mapped',
});

/** A kind of body, mapped to one of the adopting province's. */
export const agencyKind = defineKind({
  kind: 'agency',
  part: 'agencies',
  title: { fa: 'دستگاه', en: 'Agency' },
  fields: z.strictObject({ titleFa: zLine, titleEn: zLineOrNone, agencyKind: z.enum(AGENCY_KINDS) }),
  refs: {},
  name: 'titleFa',
  texts: ['titleFa', 'titleEn'],
  lands: 'mapped',
});

/** One cell of the responsibility matrix: what a body is to a domain. */
export const dutyKind = defineKind({
  kind: 'duty',
  part: 'duties',
  title: { fa: 'مسئولیت', en: 'Responsibility' },
  fields: z.strictObject({ domainRef: zMustRef, agencyRef: zMustRef, role: z.enum(DUTY_ROLES), note: zWordsOrNone }),
  refs: { domainRef: ['domain'], agencyRef: ['agency'] },
  name: 'role',
  texts: ['note'],
  lands: 'row',
});
