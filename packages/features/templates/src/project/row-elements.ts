import type { CivilDate } from '@mahalleh/kernel';
import { workCalendar } from '../dates/index.ts';
import { MOST } from '../document/template-document.ts';
import { landedOf } from './landed-shapes.ts';
import type { Living, LivingRow } from './living.ts';
import { capacityKey, type Making, type Projected } from './mapped-elements.ts';
import { anchorOf, lastsOf, whenOf, type Before, type Span } from './relative-days.ts';

const LINE = 300;
const TITLE = 160;
const WHY = 400;
const TEXT = MOST.text;

/** What a record without a title is called until somebody says it better. */
const UNTITLED = 'بدون عنوان';

/** What rows are turned into elements with: besides ids and words, what persons are. */
export type RowMaking = Making & {
  readonly living: Living;
  readonly roleOfPerson: ReadonlyMap<string, string>;
  readonly today: CivilDate;
};

const keysOf = (rows: readonly LivingRow[]): ReadonlySet<string> => new Set(rows.map(({ rowKey }) => rowKey));

/** The committees; who leads them stays here. */
export const committeeElements = ({ living, ids, saying }: RowMaking): Projected<'committee'>[] =>
  living.rows.committee.flatMap((row) => {
    const { key } = landedOf('committee', row);
    const kind = living.committeeKinds.find((known) => known.key === key);
    if (!kind) return [];
    const id = ids('committee', row.rowKey);
    saying.note(id, null, 'holder', row.hasPeople);
    return [
      {
        ...{ id, kind: 'committee' as const, rowKey: row.rowKey },
        fields: {
          key,
          titleFa: saying.words(id, 'titleFa', kind.titleFa, LINE) ?? key,
          titleEn: saying.words(id, 'titleEn', kind.titleEn, LINE),
          ...{ isEmergency: kind.isEmergency === 1, duty: null },
        },
      },
    ];
  });

/** The problems as typical ones: without place and numbers of people, and of those in a sensitive domain without their description. */
export const problemElements = ({ living, ids, saying }: RowMaking): Projected<'problem'>[] =>
  living.rows.problem.map((row) => {
    const problem = landedOf('problem', row);
    const id = ids('problem', row.rowKey);
    const isSensitive = living.domains.some(({ key, isSensitive }) => key === problem.domainRef && isSensitive === 1);
    saying.note(id, null, 'place', row.hasPlace);
    saying.note(id, null, 'people', row.hasPeople);
    if (isSensitive && problem.description !== null) saying.note(id, 'description', 'sensitive_words', 1);
    return {
      ...{ id, kind: 'problem', rowKey: row.rowKey },
      fields: {
        title: saying.words(id, 'title', problem.title, TITLE) ?? UNTITLED,
        description: isSensitive ? null : saying.words(id, 'description', problem.description, TEXT),
        domainRef: ids('domain', problem.domainRef),
        severity: problem.severity,
        whys: problem.whys.flatMap((why) => saying.words(id, 'whys', why, WHY) ?? []).slice(0, 5),
        solution: saying.words(id, 'solution', problem.solution, TEXT),
      },
    };
  });

/** Operations, their tasks and what waits for what, with days from the first day of all in place of dates. */
export const workElements = ({ living, ids, saying, roleOfPerson, today }: RowMaking) => {
  const { rows } = living;
  const calendar = workCalendar(living.weekend);
  const operations = rows.operation.map((row) => ({ row, form: landedOf('operation', row) }));
  const formOf = new Map(operations.map(({ row, form }) => [row.rowKey, form]));
  const tasks = rows.task
    .map((row) => ({ row, form: landedOf('task', row) }))
    .filter(({ form }) => formOf.has(form.operationRef));
  const taskOf = new Map(tasks.map(({ row, form }) => [row.rowKey, form]));
  const links = rows.link
    .map((row) => ({ row, form: landedOf('link', row) }))
    .filter(({ form }) => taskOf.has(form.taskRef) && taskOf.has(form.afterRef));
  const anchor = anchorOf(
    operations.map(({ form }) => form),
    today,
  );
  const problems = keysOf(rows.problem);
  const indicators = keysOf(rows.indicator);
  const capacities = new Map(living.capacities.map((capacity) => [capacity.id, capacityKey(capacity)]));
  const agencies = new Set(living.agencies.map(({ id }) => id));
  const agencyRef = (id: string | null) => (id !== null && agencies.has(id) ? ids('agency', id) : null);

  const taskBefores = (taskId: string): Before[] =>
    links.flatMap(({ form }) => {
      const before = form.taskRef === taskId ? taskOf.get(form.afterRef) : undefined;
      return before ? [{ elementId: ids('task', form.afterRef), endsOn: before.endsOn }] : [];
    });
  // An operation waits for another one when a task of it waits for a task of the other.
  const operationBefores = (operationId: string): Before[] =>
    links.flatMap(({ form }) => {
      const [task, before] = [taskOf.get(form.taskRef), taskOf.get(form.afterRef)];
      if (task?.operationRef !== operationId || !before || before.operationRef === operationId) return [];
      const other = formOf.get(before.operationRef);
      return other ? [{ elementId: ids('operation', before.operationRef), endsOn: other.endsOn }] : [];
    });
  const dated = (id: string, span: Span, from: CivilDate, befores: readonly Before[]) => {
    saying.note(id, 'startDays', 'date_to_days', 2);
    return whenOf(span, from, befores, calendar);
  };

  const operationElements = operations.map(({ row, form }): Projected<'operation'> => {
    const id = ids('operation', row.rowKey);
    saying.note(id, null, 'place', row.hasPlace);
    return {
      ...{ id, kind: 'operation', rowKey: row.rowKey },
      fields: {
        title: saying.words(id, 'title', form.title, LINE) ?? UNTITLED,
        goal: saying.words(id, 'goal', form.goal, TEXT),
        measure: saying.words(id, 'measure', form.measure, TEXT),
        audience: form.audience,
        domainRef: ids('domain', form.domainRef),
        problemRef: form.problemRef !== null && problems.has(form.problemRef) ? ids('problem', form.problemRef) : null,
        agencyRef: agencyRef(form.agencyRef),
        indicatorRef:
          form.indicatorRef !== null && indicators.has(form.indicatorRef) ? ids('indicator', form.indicatorRef) : null,
        capacityRefs: [
          ...new Set(
            form.capacityRefs.flatMap((one) => {
              const key = capacities.get(one);
              return key === undefined ? [] : [ids('capacity', key)];
            }),
          ),
        ].slice(0, MOST.listItems),
        ...dated(id, form, anchor, operationBefores(row.rowKey)),
      },
    };
  });
  const taskElements = tasks.map(({ row, form }): Projected<'task'> => {
    const id = ids('task', row.rowKey);
    const within = formOf.get(form.operationRef);
    return {
      ...{ id, kind: 'task', rowKey: row.rowKey },
      fields: {
        title: saying.words(id, 'title', form.title, LINE) ?? UNTITLED,
        operationRef: ids('operation', form.operationRef),
        roleRef: roleOfPerson.get(form.roleRef) ?? ids('role', 'member'),
        agencyRef: agencyRef(form.agencyRef),
        ...dated(id, form, within?.startsOn ?? anchor, taskBefores(row.rowKey)),
        isMilestone: form.isMilestone,
      },
    };
  });
  const linkElements = links.map(({ row, form }): Projected<'link'> => ({
    ...{ id: ids('link', row.rowKey), kind: 'link', rowKey: row.rowKey },
    fields: { taskRef: ids('task', form.taskRef), afterRef: ids('task', form.afterRef), lagDays: form.lagDays },
  }));
  return [...operationElements, ...taskElements, ...linkElements];
};

/** The cells of the responsibility matrix: what a kind of body is to a domain. */
export const dutyElements = ({ living, ids, saying }: RowMaking): Projected<'duty'>[] => {
  const agencies = new Set(living.agencies.map(({ id }) => id));
  return living.rows.duty.flatMap((row) => {
    const form = landedOf('duty', row);
    if (!agencies.has(form.agencyRef)) return [];
    const id = ids('duty', row.rowKey);
    return [
      {
        ...{ id, kind: 'duty' as const, rowKey: row.rowKey },
        fields: {
          domainRef: ids('domain', form.domainRef),
          agencyRef: ids('agency', form.agencyRef),
          role: form.role,
          note: saying.words(id, 'note', form.note, TEXT),
        },
      },
    ];
  });
};

/** Indicators with their formulas, promising nothing yet, and targets with their length in place of their day. */
export const resultElements = ({ living, ids, saying }: RowMaking) => {
  const calendar = workCalendar(living.weekend);
  const indicators = keysOf(living.rows.indicator);
  return [
    ...living.rows.indicator.map((row): Projected<'indicator'> => {
      const form = landedOf('indicator', row);
      const id = ids('indicator', row.rowKey);
      return {
        ...{ id, kind: 'indicator', rowKey: row.rowKey },
        fields: {
          ...form,
          titleFa: saying.words(id, 'titleFa', form.titleFa, LINE) ?? UNTITLED,
          titleEn: saying.words(id, 'titleEn', form.titleEn, LINE),
          about: saying.words(id, 'about', form.about, TEXT),
          ofFa: saying.words(id, 'ofFa', form.ofFa, LINE),
          ofEn: saying.words(id, 'ofEn', form.ofEn, LINE),
          source: saying.words(id, 'source', form.source, LINE) ?? UNTITLED,
          ...{ expectedChange: null, expectedMonths: null },
        },
      };
    }),
    ...living.rows.target.map((row): Projected<'target'> => {
      const { startsOn, endsOn, ...form } = landedOf('target', row);
      const id = ids('target', row.rowKey);
      saying.note(id, 'lastsDays', 'date_to_days', 2);
      return {
        ...{ id, kind: 'target', rowKey: row.rowKey },
        fields: {
          ...form,
          titleFa: saying.words(id, 'titleFa', form.titleFa, LINE) ?? UNTITLED,
          titleEn: saying.words(id, 'titleEn', form.titleEn, LINE),
          indicatorRef:
            form.indicatorRef !== null && indicators.has(form.indicatorRef)
              ? ids('indicator', form.indicatorRef)
              : null,
          lastsDays: lastsOf({ startsOn, endsOn }, calendar),
        },
      };
    }),
  ];
};
