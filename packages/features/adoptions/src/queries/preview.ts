import { defineQuery } from '@mahalleh/gate';
import { civilDateOf, Failure, isRefusal, type CivilDate, type FieldFault } from '@mahalleh/kernel';
import type { Endorsement, TemplateDocument, TemplateElement } from '@mahalleh/templates/document';
import { workCalendar } from '@mahalleh/templates/dates';
import { kindNamed, PART_TITLES, PARTS } from '@mahalleh/templates/kinds';
import { sql } from 'drizzle-orm';
import { PreviewAdoption } from '../adopt-inputs.ts';
import { realDays } from '../dates/index.ts';
import { askGround, readGround } from '../landing/ground.ts';
import { meantBy } from '../landing/indicator-rows.ts';
import { land } from '../landing/land.ts';
import { namesIn, numberOf, wordsOf, type Choice, type JoinedRow } from '../landing/landing-model.ts';
import { mayAdoptBy, type AdoptedPermission } from '../landing/may.ts';
import { askVersion, endingOf } from '../landing/version-sql.ts';
import { askAround } from '../preview/ask-around.ts';
import { clashText } from '../preview/clash-texts.ts';
import { joinGuesses, mappingGuesses, type Around } from '../preview/guesses.ts';
import { readingOrder } from './reading-order.ts';
import { AdoptionPreview, type Guess, type PreviewElement } from '../preview/preview-outputs.ts';

/** What only says that something else is to be mapped first. */
const WAITING: readonly string[] = ['adoption_role_unmapped', 'adoption_ref_lost'];

const meetingOf = (
  element: TemplateElement,
  { joins, mapsTo, fault }: { joins: readonly Guess[]; mapsTo: readonly Guess[]; fault: FieldFault | undefined },
): PreviewElement['meeting'] => {
  const lands = kindNamed(element.kind)?.lands;
  if (lands === undefined) return 'unknown';
  if (joins.length > 0) return 'exists';
  if (fault && !WAITING.includes(fault.reason)) return 'clash';
  if (lands === 'mapped')
    return mapsTo[0] === undefined || mapsTo[0].why === 'manager_instead' ? 'needs_mapping' : 'mapped';
  return lands === 'text' ? 'words' : 'new';
};

const needsOf = (element: TemplateElement): string[] => {
  const kind = kindNamed(element.kind);
  if (kind?.lands !== 'row') return [];
  return Object.keys(kind.refs).flatMap((field) => {
    const to = wordsOf(element, field);
    return to !== null && kind.fields.shape[field]?.safeParse(null).success === false ? [to] : [];
  });
};

const goesWith = (element: TemplateElement): string | null =>
  element.kind === 'task'
    ? wordsOf(element, 'operationRef')
    : element.kind === 'link'
      ? wordsOf(element, 'taskRef')
      : null;

/** What is proposed, tried out: what would clash is told by the very rules of adopting. */
const faultsOf = (
  document: TemplateDocument,
  around: Around,
  guesses: ReadonlyMap<string, { joins: readonly Guess[]; mapsTo: readonly Guess[] }>,
  how: { startsOn: CivilDate; weekend: string; nowMs: number; may: (asked: AdoptedPermission) => boolean },
): ReadonlyMap<string, FieldFault> => {
  const { ground } = around;
  const firsts = [...guesses].map(([id, { joins, mapsTo }]) => ({ id, join: joins[0]?.key, target: mapsTo[0]?.key }));
  const choice: Choice = {
    startsOn: how.startsOn,
    without: new Set(),
    mapping: Object.fromEntries(firsts.flatMap(({ id, target }) => (target === undefined ? [] : [[id, target]]))),
    joins: Object.fromEntries(firsts.flatMap(({ id, join }) => (join === undefined ? [] : [[id, join]]))),
    establishesCouncil: ground.council === undefined && ground.charter !== undefined,
  };
  const kinds = new Map(document.elements.map(({ id, kind }) => [id, kind]));
  const joined = firsts.flatMap(({ id, join }): JoinedRow[] =>
    join === undefined ? [] : [{ kind: kinds.get(id) ?? '', key: join, of: null, startsOn: null, endsOn: null }],
  );
  const ids = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => ({ id }));
  let n = 0;
  const landing = land(
    {
      elements: document.elements,
      mandates: [],
      choice,
      ground: {
        ...ground,
        joined,
        ...{ people: ids(around.people), agencies: ids(around.agencies), capacities: ids(around.capacities) },
        codes: document.elements.map(({ id }) => ({ code: id })),
      },
      weekend: how.weekend,
    },
    {
      newId: () => `00000000-0000-4000-8000-${(n += 1).toString(16).padStart(12, '0')}`,
      nowMs: how.nowMs,
      today: civilDateOf(how.nowMs),
      personId: '',
      may: how.may,
    },
  );
  const faults = isRefusal(landing) ? (landing.faults ?? []) : [];
  return new Map(faults.map((fault) => [fault.field.replace('elements.', ''), fault]));
};

const partsOf = ({ elements }: TemplateDocument, { mandates }: Endorsement): AdoptionPreview['parts'] =>
  PARTS.flatMap((part) => {
    const count = elements.filter(({ kind }) => kindNamed(kind)?.part === part).length;
    const mandate = mandates.find((one) => one.part === part)?.reason ?? null;
    return count === 0 ? [] : [{ part, title: PART_TITLES[part], count, mandate }];
  });

const councilOf = (
  { council, charter }: { readonly council: unknown; readonly charter: unknown },
  mayEstablish: boolean,
): AdoptionPreview['council'] => {
  if (council) return 'there';
  return charter && mayEstablish ? 'can_be_established' : 'missing';
};

/** What is promised of an indicator, and what it would be counted from: the value of the record that is proposed for it. */
const promiseOf = (
  element: TemplateElement,
  joined: string | undefined,
  { readings }: Around['ground'],
): PreviewElement['promise'] => {
  const change = element.kind === 'indicator' ? numberOf(element, 'expectedChange') : null;
  if (change === null) return null;
  const from = readings.find(({ indicatorId }) => indicatorId === joined)?.value ?? null;
  return { change, months: numberOf(element, 'expectedMonths'), unit: meantBy(element).unit, from };
};

/** A template against one neighbourhood, before it is adopted there. Fails: template_unknown, unit_unknown. */
export const previewAdoption = defineQuery({
  name: 'adoption_preview',
  permission: 'template.adopt',
  input: PreviewAdoption,
  output: AdoptionPreview,
  ask: (db, { templateId, unitId, version }, { nowMs }) => ({
    ...askVersion(db, templateId, version),
    ...askGround(db, unitId, {}, sql`0`, 0),
    ...askAround(db, unitId, templateId, nowMs),
  }),
  shape: (got, input, facts) => {
    const { signed } = got;
    if (!signed) throw new Failure('not_found', 'template_unknown');
    const document = JSON.parse(signed.documentJson) as TemplateDocument;
    const endorsement = JSON.parse(signed.endorsementJson) as Endorsement;
    const today = civilDateOf(facts.nowMs);
    const startsOn = input.startsOn ?? today;
    const weekend = got.work?.weekend ?? '6';
    const may = mayAdoptBy(facts.grants, got.above);
    const around: Around = {
      ground: readGround(got),
      domains: got.domainTitles.map((domain) => ({ ...domain, isSensitive: domain.isSensitive === 1 })),
      committeeKinds: got.kindTitles,
      ...{ people: got.persons, agencies: got.bodies, capacities: got.found, records: got.records },
      ...{ standing: got.standing, memory: got.memory },
    };
    const maps = new Map(document.elements.map((element) => [element.id, mappingGuesses(element, around)]));
    const mapping = Object.fromEntries([...maps].map(([id, guesses]) => [id, guesses[0]?.key ?? null]));
    const guesses = new Map(
      document.elements.map((element) => [
        element.id,
        { mapsTo: maps.get(element.id) ?? [], joins: joinGuesses(element, around, mapping) },
      ]),
    );
    const faults = faultsOf(document, around, guesses, { startsOn, weekend, nowMs: facts.nowMs, may });
    const found = realDays(document.elements, startsOn, workCalendar(weekend));
    const days = 'days' in found ? found.days : new Map<string, never>();
    const namesOf = namesIn(document.elements);
    const ending = endingOf(got.endings, signed.version);
    const { title, province, isSample } = document;
    const { endedOn, kind } = got.unit;
    const option = (key: string, label: string, note: string | null) => ({ key, label, note });
    return {
      template: {
        ...{ id: input.templateId, version: signed.version, digest: signed.digest, title, province, isSample },
        ending: ending ? { how: ending.how, reason: ending.reason } : null,
      },
      unit: {
        id: input.unitId,
        nameFa: got.names?.nameFa ?? '',
        nameEn: got.names?.nameEn ?? null,
        isLiving: (kind === 'neighbourhood' || kind === 'village') && (endedOn === null || endedOn > today),
      },
      adoptionId: got.adoption?.id ?? null,
      council: councilOf(got, may('council')),
      startsOn,
      endsOn: [...days.values()].reduce<string | null>(
        (last, { endsOn }) => (last === null || endsOn > last ? endsOn : last),
        null,
      ),
      parts: partsOf(document, endorsement),
      elements: readingOrder(document.elements).map((element) => {
        const { joins = [], mapsTo = [] } = guesses.get(element.id) ?? {};
        const fault = faults.get(element.id);
        const meeting = meetingOf(element, { joins, mapsTo, fault });
        const own = days.get(element.id);
        return {
          ...{ id: element.id, kind: element.kind, part: kindNamed(element.kind)?.part ?? null, ...namesOf(element) },
          ...{ meeting, joins: [...joins], mapsTo: [...mapsTo], needs: needsOf(element), goesWith: goesWith(element) },
          clash: meeting === 'clash' && fault ? { reason: fault.reason, text: clashText(fault) } : null,
          ...{ startsOn: own?.startsOn ?? null, endsOn: own?.endsOn ?? null },
          promise: promiseOf(element, joins[0]?.key, around.ground),
        };
      }),
      options: {
        domain: {
          rows: got.domainTitles.map(({ key, titleFa, titleEn }) => option(key, titleFa, titleEn)),
          mayAdd: may('domain'),
        },
        committee: {
          rows: got.kindTitles.map(({ key, titleFa, titleEn }) => option(key, titleFa, titleEn)),
          mayAdd: may('committeeKind'),
        },
        role: { rows: got.persons.map(({ id, name, jobTitle }) => option(id, name, jobTitle)), mayAdd: false },
        agency: { rows: got.bodies.map(({ id, name, kind: of }) => option(id, name, of)), mayAdd: false },
        capacity: { rows: got.found.map(({ id, title: of, kind: is }) => option(id, of, is)), mayAdd: false },
      },
    };
  },
});
