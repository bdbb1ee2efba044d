import { foundingRows } from '@mahalleh/councils';
import { base64url } from '@mahalleh/gate';
import { openTestProvince } from '@mahalleh/gate/testing';
import { newId } from '@mahalleh/kernel';
import { nationalDomainRows } from '@mahalleh/problems';
import {
  canonicalText,
  digestOf,
  type Endorsement,
  type Mandate,
  type TemplateDocument,
  type TemplateElement,
} from '@mahalleh/templates/document';
import { adoptTemplate } from '../src/commands/adopt-template.ts';
import { NOW, opened, saved } from './standing-world.ts';
import { templateProvinceIntakes } from '@mahalleh/templates/letters';

/** An id that is the same in every run. */
export const uuid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
/** The template of these tests. */
export const TEMPLATE = uuid(900);

const element = (n: number, kind: string, fields: TemplateElement['fields']): TemplateElement => ({
  id: uuid(n),
  kind,
  fields,
});
const when = (startDays: number, lastsDays: number, after: number | null = null) => ({
  startAfterRef: after === null ? null : uuid(after),
  startDays,
  lastsDays,
});

/** The elements of these tests by name. */
export const E = {
  seat: uuid(1),
  committee: uuid(2),
  domain: uuid(3),
  sensitive: uuid(4),
  manager: uuid(5),
  trustee: uuid(6),
  agency: uuid(7),
  problem: uuid(8),
  hidden: uuid(9),
  capacity: uuid(10),
  indicator: uuid(11),
  computed: uuid(12),
  duty: uuid(13),
  first: uuid(14),
  second: uuid(15),
  count: uuid(16),
  install: uuid(17),
  celebrate: uuid(18),
  link: uuid(19),
  target: uuid(20),
  lesson: uuid(21),
  later: uuid(22),
} as const;

const indicator = (n: number, key: string, formula: string | null, expectedChange: number | null) =>
  element(n, 'indicator', {
    ...{ key, titleFa: 'کوچه‌های روشن', titleEn: 'Lit alleys', aim: 'conditions', unit: 'percent', direction: 'more' },
    ...{ formula, about: null, ofFa: null, ofEn: null, source: 'بازدید شبانه', frequency: 'season' },
    ...{ population: 'things', addsUp: false, expectedChange, expectedMonths: expectedChange === null ? null : 6 },
  });

/** A small template with an element of every kind; `later` is of a kind that no program knows yet. */
export const elementsOf = (): TemplateElement[] => [
  element(1, 'seat', {
    ...{ titleFa: 'مدیر محله', titleEn: 'Manager', office: 'neighbourhood_manager', isRequired: true },
    ...{ isChair: true, isSecretary: false, duty: null },
  }),
  element(2, 'committee', {
    key: 'civil_works',
    titleFa: 'عمران',
    titleEn: 'Civil works',
    isEmergency: false,
    duty: null,
  }),
  element(3, 'domain', {
    ...{
      titleFa: 'عمران و زیرساخت',
      titleEn: 'Civil works',
      nationalKey: 'civil_works',
      isSensitive: false,
      parentRef: null,
    },
  }),
  element(4, 'domain', {
    ...{
      titleFa: 'آسیب‌های اجتماعی',
      titleEn: 'Social harms',
      nationalKey: 'social_harms',
      isSensitive: true,
      parentRef: null,
    },
  }),
  element(5, 'role', { titleFa: 'مدیر محله', titleEn: 'Manager', office: 'neighbourhood_manager', duty: null }),
  element(6, 'role', { titleFa: 'هیئت‌امنای مسجد', titleEn: 'Trustees', office: 'trustee', duty: null }),
  element(7, 'agency', { titleFa: 'شهرداری', titleEn: 'Municipality', agencyKind: 'municipality' }),
  element(8, 'problem', {
    ...{ title: 'کوچه‌های تاریک', description: 'شب‌ها تاریک است.', domainRef: uuid(3), severity: 4 },
    ...{ whys: ['چراغ کم است', 'کسی گزارش نمی‌دهد'], solution: 'چراغ تازه' },
  }),
  element(9, 'problem', {
    ...{
      title: 'نوجوانان بی‌کار در کوچه',
      description: null,
      domainRef: uuid(4),
      severity: 3,
      whys: [],
      solution: null,
    },
  }),
  element(10, 'capacity', {
    title: 'برقکار محله',
    capacityKind: 'skill',
    domainRefs: [uuid(3)],
    note: null,
    quantity: null,
  }),
  indicator(11, 'lit_alleys', null, 20),
  indicator(12, 'lit_gain', 'lit_alleys * 1', null),
  element(13, 'duty', { domainRef: uuid(3), agencyRef: uuid(7), role: 'lead', note: 'چراغ و جوی' }),
  element(14, 'operation', {
    ...{ title: 'روشنایی کوچه‌ها', goal: 'همه کوچه‌ها روشن', measure: null, audience: null, domainRef: uuid(3) },
    ...{ problemRef: uuid(8), agencyRef: uuid(7), indicatorRef: uuid(11), capacityRefs: [uuid(10)], ...when(0, 10) },
  }),
  element(15, 'operation', {
    ...{ title: 'جشن روشنایی', goal: null, measure: null, audience: null, domainRef: uuid(3), problemRef: null },
    ...{ agencyRef: null, indicatorRef: null, capacityRefs: [], ...when(14, 3, 14) },
  }),
  element(16, 'task', {
    ...{
      title: 'شمارش چراغ‌ها',
      operationRef: uuid(14),
      roleRef: uuid(5),
      agencyRef: null,
      ...when(0, 3),
      isMilestone: false,
    },
  }),
  element(17, 'task', {
    ...{
      title: 'نصب',
      operationRef: uuid(14),
      roleRef: uuid(5),
      agencyRef: uuid(7),
      ...when(2, 5, 16),
      isMilestone: false,
    },
  }),
  element(18, 'task', {
    ...{ title: 'جشن', operationRef: uuid(15), roleRef: uuid(6), agencyRef: null, ...when(0, 1), isMilestone: true },
  }),
  element(19, 'link', { taskRef: uuid(17), afterRef: uuid(16), lagDays: 4 }),
  element(20, 'target', {
    ...{
      titleFa: 'صد چراغ',
      titleEn: null,
      metricKey: null,
      metricDims: null,
      indicatorRef: null,
      baseline: 0,
      goal: 100,
      lastsDays: 60,
    },
  }),
  element(21, 'lesson', { title: 'همسایه‌ها', text: 'پیش از نصب با همسایه‌ها گفت‌وگو کنید.' }),
  element(22, 'rhythm', { title: 'جلسه هفتگی', every: 7 }),
];

/** A document of these elements. */
export const documentOf = (over: Partial<TemplateDocument> = {}): TemplateDocument => ({
  ...{
    format: 'mahalleh-template',
    formatVersion: 1,
    templateId: TEMPLATE,
    version: 1,
    previous: null,
    province: 'qom',
  },
  ...{ title: 'محله روشن', summary: 'کوچه‌ها روشن شد.', changes: '', tags: [], setting: 'urban', size: 'medium' },
  ...{ isSample: false, elements: elementsOf(), results: [], credits: [], attachments: [] },
  ...over,
});

/** A province with its charters, domains and people, and one neighbourhood that has a council, a manager and the municipality. */
export const openAdopter = async () => {
  const db = await openTestProvince('qazvin');
  db.setNow(NOW);
  const ids = { province: newId(), county: newId(), place: newId(), other: newId(), city: newId(), agency: newId() };
  const unit = async (id: string, kind: string, parent: string | null) => {
    await db.sql(
      "insert into units (id, kind, name_fa, name_folded, parent_id, county_id, from_on, registered_at_ms) values (?, ?, 'راه‌آهن', 'راهاهن', ?, ?, '2016-03-20', 0)",
      [id, kind, parent, kind === 'province' ? null : ids.county],
    );
    await db.sql('insert into unit_closure (ancestor_id, unit_id) values (?, ?)', [id, id]);
    if (parent !== null)
      await db.sql(
        'insert into unit_closure (ancestor_id, unit_id) select ancestor_id, ? from unit_closure where unit_id = ?',
        [id, parent],
      );
  };
  await unit(ids.province, 'province', null);
  await unit(ids.county, 'county', ids.province);
  await unit(ids.city, 'city', ids.county);
  await unit(ids.place, 'neighbourhood', ids.city);
  await unit(ids.other, 'neighbourhood', ids.city);
  const founding = foundingRows('qazvin');
  for (const { id, kind, version, titleFa, titleEn, origin, fromOn, supersededOn } of founding.charters)
    await db.sql(
      'insert into charters (id, kind, version, title_fa, title_en, origin, from_on, superseded_on) values (?, ?, ?, ?, ?, ?, ?, ?)',
      [...[id, kind, version, titleFa, titleEn, origin, fromOn, supersededOn]],
    );
  for (const { key, titleFa, titleEn, ord } of founding.committeeKinds)
    await db.sql('insert into committee_kinds (key, title_fa, title_en, ord) values (?, ?, ?, ?)', [
      key,
      titleFa,
      titleEn,
      ord,
    ]);
  for (const { key, titleFa, titleEn, nationalKey, isSensitive, ord } of nationalDomainRows)
    await db.sql(
      'insert or replace into domains (key, title_fa, title_en, national_key, is_sensitive, ord) values (?, ?, ?, ?, ?, ?)',
      [key, titleFa, titleEn, nationalKey, Number(isSensitive), ord],
    );
  await db.sql(
    "insert into agencies (id, name, name_folded, kind, unit_id, registered_at_ms) values (?, 'شهرداری قزوین', 'شهرداری قزوین', 'municipality', ?, 0)",
    [ids.agency, ids.county],
  );
  const director = await db.as({ role: 'director_general', unitId: ids.province });
  const manager = await db.as({ role: 'neighbourhood_manager', unitId: ids.place });
  await db.sql('update units set manager_person_id = ? where id in (?, ?)', [manager.personId, ids.place, ids.other]);
  const [charter] = await db.sql(
    "select id from charters where kind = 'neighbourhood_progress' and superseded_on is null",
  );
  const establish = (unitId: string) =>
    db.sql(
      "insert into councils (id, kind, unit_id, charter_id, established_on) values (?, 'neighbourhood_progress', ?, ?, '2026-01-01')",
      [newId(), unitId, String(charter?.['id'])],
    );
  /** Puts a signed version into the catalogue, as the nation's letter does. */
  const sign = async (document: TemplateDocument, mandates: Mandate[] = []) => {
    const text = canonicalText(document);
    const digest = await digestOf(text);
    const endorsement: Endorsement = {
      ...{ digest, province: 'qom', provinceKeyId: 'k', mandates, note: '', author: 'بازبین', office: 'وزارت کشور' },
      ...{ signedAtMs: NOW, keyId: 'n', seal: base64url(new Uint8Array(8)) },
    };
    const { templateId, version } = document;
    const body = {
      ...{ templateId, version, digest, province: 'qom', document: text, endorsement, comments: [] },
      seal: { keyId: 'k', publicJwk: '{}', seal: 's' },
    };
    await saved(
      db,
      opened(templateProvinceIntakes, { province: 'qazvin', kind: 'template.signed', bodyJson: JSON.stringify(body) }),
    );
    return digest;
  };
  /** What maps everything, as the preview proposes it. */
  const mapping = {
    [E.domain]: 'civil_works',
    [E.sensitive]: 'social_harms',
    [E.manager]: manager.personId,
    [E.trustee]: director.personId,
    [E.agency]: ids.agency,
  };
  const adoption = (over: object = {}) => ({
    ...{ templateId: TEMPLATE, version: 1, unitId: ids.place, startsOn: '2026-11-28', mapping },
    ...over,
  });
  const rows = async (table: string, where = '1'): Promise<Record<string, unknown>[]> =>
    db.sql(`select * from ${table} where ${where}`);
  return { db, ids, director, manager, establish, sign, mapping, adoption, rows };
};
/** What `openAdopter` gives. */
export type Adopter = Awaited<ReturnType<typeof openAdopter>>;

type Refused = { reason: string; detail?: object; fields?: { field: string; reason: string }[] };

/** Adopting as the director does it: what comes of it, why it is refused, and what is wrong with which element (by the end of its id). */
export const asksOf = (world: Adopter) => {
  const adopt = (over: object = {}, id?: string) => adoptTemplate.run(world.director, world.adoption(over), id);
  const refusal = (over: object = {}): Promise<Refused> =>
    adopt(over).then(
      () => ({ reason: 'adopted' }),
      (cause: Refused) => cause,
    );
  const faults = async (over: object = {}) =>
    (await refusal(over)).fields?.map(({ field, reason }) => `${field.slice(-2)} ${reason}`);
  return { adopt, refusal, faults };
};
