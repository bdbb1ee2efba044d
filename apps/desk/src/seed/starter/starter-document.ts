import { AGENCY_KIND_TITLES } from '@mahalleh/agencies/model';
import { COMMITTEE_SETS } from '@mahalleh/councils/model';
import { NATIONAL_CHARTERS } from '@mahalleh/councils';
import { NATIONAL_DOMAINS } from '@mahalleh/problems/domain';
import { FORMAT, FORMAT_VERSION, type TemplateDocument, type TemplateElement } from '@mahalleh/templates/document';
import type { FieldsOf, KindName } from '@mahalleh/templates/kinds';
import { COMMITTEE_DUTIES, SEAT_DUTIES } from './council-texts.ts';
import { idOfName } from './element-ids.ts';
import type { OperationTold, StarterText, TaskTold } from './starter-text.ts';

type Make = <K extends KindName>(kind: K, key: string, fields: FieldsOf<K>) => TemplateElement;
type Of = (kind: KindName, key: string) => string;

const councilOf = (make: Make): TemplateElement[] => [
  ...NATIONAL_CHARTERS.filter(({ kind }) => kind === 'neighbourhood_progress').flatMap(({ seats }) =>
    seats.map(({ id: _id, key, ...seat }) => make('seat', key, { ...seat, duty: SEAT_DUTIES[key] ?? null })),
  ),
  ...COMMITTEE_SETS.lorestan.map(({ key, titleFa, titleEn, isEmergency }) =>
    make('committee', key, { key, titleFa, titleEn, isEmergency, duty: COMMITTEE_DUTIES[key] ?? null }),
  ),
];

const termsOf = ({ terms }: StarterText, make: Make, templateName: string): TemplateElement[] =>
  terms.map(({ key, for: whose, title, text }) =>
    make('terms', key, { title, text, forRef: idOfName(`${templateName}/${whose}`) }),
  );

const matterOf = (text: StarterText, make: Make, of: Of): TemplateElement[] => [
  ...NATIONAL_DOMAINS.filter(({ key }) => text.domains.includes(key)).map(({ key, ...domain }) =>
    make('domain', key, { ...domain, nationalKey: key, parentRef: null }),
  ),
  ...text.roles.map(({ key, ...role }) => make('role', key, role)),
  ...text.bodies.map((kind) =>
    make('agency', kind, {
      ...{ titleFa: AGENCY_KIND_TITLES[kind].fa, titleEn: AGENCY_KIND_TITLES[kind].en, agencyKind: kind },
    }),
  ),
  ...termsOf(text, make, text.name),
  ...text.problems.map(({ key, domain, whys, ...problem }) =>
    make('problem', key, { ...problem, whys: [...whys], domainRef: of('domain', domain) }),
  ),
  ...text.capacities.map(({ key, kind, title, domains, note, quantity }) =>
    make('capacity', key, {
      ...{ title, capacityKind: kind, note, quantity: quantity ?? null },
      domainRefs: domains.map((domain) => of('domain', domain)),
    }),
  ),
  ...text.indicators.map((indicator) => make('indicator', indicator.key, indicator)),
  ...text.duties.map(([domain, body, role, note]) =>
    make('duty', `${domain}/${body}`, {
      ...{ domainRef: of('domain', domain), agencyRef: of('agency', body), role, note: note ?? null },
    }),
  ),
];

const whole = (operation: OperationTold, name: string): string =>
  name.includes('/') ? name : `${operation.key}/${name}`;

const taskOf = (operation: OperationTold, task: TaskTold, make: Make, of: Of): TemplateElement[] => {
  const [first] = task.after ?? [];
  return [
    make('task', whole(operation, task.key), {
      ...{ title: task.title, operationRef: of('operation', operation.key), roleRef: of('role', task.role) },
      agencyRef: task.body === undefined ? null : of('agency', task.body),
      startAfterRef: first === undefined ? null : of('task', whole(operation, first)),
      startDays: first === undefined ? (task.day ?? 0) : (task.lag ?? 0),
      ...{ lastsDays: task.lasts, isMilestone: task.isMilestone ?? false },
    }),
    ...(task.after ?? []).map((after) =>
      make('link', `${whole(operation, task.key)} after ${whole(operation, after)}`, {
        ...{ taskRef: of('task', whole(operation, task.key)), afterRef: of('task', whole(operation, after)) },
        lagDays: task.lag ?? 0,
      }),
    ),
  ];
};

const workOf = ({ operations }: StarterText, make: Make, of: Of): TemplateElement[] => [
  ...operations.map((operation) =>
    make('operation', operation.key, {
      ...{ title: operation.title, goal: operation.goal, measure: operation.measure, audience: operation.audience },
      ...{ domainRef: of('domain', operation.domain), agencyRef: of('agency', operation.body) },
      problemRef: operation.problem === undefined ? null : of('problem', operation.problem),
      indicatorRef: operation.indicator === undefined ? null : of('indicator', operation.indicator),
      capacityRefs: (operation.capacities ?? []).map((key) => of('capacity', key)),
      startAfterRef: operation.after === undefined ? null : of('operation', operation.after),
      ...{ startDays: operation.day, lastsDays: operation.lasts },
    }),
  ),
  ...operations.flatMap((operation) => operation.tasks.flatMap((task) => taskOf(operation, task, make, of))),
];

const endsOf = ({ targets, lessons }: StarterText, make: Make, of: Of): TemplateElement[] => [
  ...targets.map(({ key, titleFa, titleEn, metric, indicator, baseline, goal, lasts }) =>
    make('target', key, {
      ...{ titleFa, titleEn, baseline, goal, lastsDays: lasts },
      ...{ metricKey: metric?.[0] ?? null, metricDims: metric?.[1] ?? null },
      indicatorRef: indicator === undefined ? null : of('indicator', indicator),
    }),
  ),
  ...lessons.map(({ key, ...lesson }) => make('lesson', key, lesson)),
];

/** The id of an element of the library, by its kind and key. */
export const elementIdOf = ({ name }: Pick<StarterText, 'name'>, kind: KindName, key: string): string =>
  idOfName(`${name}/${kind}/${key}`);

/** The elements of a template of the library: ids follow from the names, so that a later version keeps those of an earlier one. */
export const elementsOf = (text: StarterText): TemplateElement[] => {
  const of: Of = (kind, key) => elementIdOf(text, kind, key);
  const make: Make = (kind, key, fields) => ({ id: of(kind, key), kind, fields });
  return [...councilOf(make), ...matterOf(text, make, of), ...workOf(text, make, of), ...endsOf(text, make, of)];
};

/** The id of a template of the library. */
export const templateIdOf = ({ name }: Pick<StarterText, 'name'>): string => idOfName(name);

/** The document of a version, as its province publishes it: marked as a sample, because parts of it are invented. */
export const documentOf = (
  text: StarterText,
  step: { readonly version: number; readonly previous: string | null; readonly changes: string },
): TemplateDocument => ({
  ...{ format: FORMAT, formatVersion: FORMAT_VERSION, templateId: templateIdOf(text), ...step },
  ...{ province: text.province, title: text.title, summary: text.summary, tags: [...text.tags] },
  ...{ setting: 'urban', size: text.size, isSample: true },
  ...{ elements: elementsOf(text), results: [], credits: [], attachments: [] },
});
