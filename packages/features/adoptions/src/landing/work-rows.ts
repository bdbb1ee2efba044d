import { foldText, type FieldFault } from '@mahalleh/kernel';
import type { Audience } from '@mahalleh/operations/choices';
import { AUDIENCES } from '@mahalleh/operations/model';
import { codeOf } from '@mahalleh/operations/rules';
import { faultOf, numberOf, wordsOf, type LandingContext, type Settled } from './landing-model.ts';
import { keyOf, type LandingRows, type MakeRows } from './landing-rows.ts';
import { rowKeysOf } from './settle.ts';

const audienceOf = (value: string | null): Audience | null => AUDIENCES.find((audience) => audience === value) ?? null;

/** The domain of an operation is that of its problem, where it has one. */
const domainOf = ({ element }: Settled, { settled, ground }: LandingContext): string => {
  const problem = settled.get(wordsOf(element, 'problemRef') ?? '');
  if (problem?.isJoined) {
    const joined = ground.joined.find(({ kind, key }) => kind === 'problem' && key === problem.rowKey);
    if (joined?.of) return joined.of;
  }
  const of = problem?.state === 'landed' ? problem.element : element;
  return rowKeysOf(of, 'domainRef', settled)[0] ?? '';
};

/** Operations as they are planned, with the capacities that were found for them. */
export const operationRows: MakeRows = (fresh, context) => {
  const { ground, settled, days, may, nowMs } = context;
  const operations: LandingRows['operations'] = [];
  const operationCapacities: LandingRows['operationCapacities'] = [];
  const faults: FieldFault[] = [];
  for (const one of fresh) {
    const { element } = one;
    const own = days.get(element.id);
    if (!may('operation') || !own) {
      faults.push(faultOf(element, own ? 'adoption_not_permitted' : 'template_circle'));
      continue;
    }
    const id = keyOf(one);
    const title = wordsOf(element, 'title') ?? '';
    operations.push({
      id,
      code: codeOf(id),
      unitId: ground.unit.id,
      problemId: rowKeysOf(element, 'problemRef', settled)[0] ?? null,
      domainKey: domainOf(one, context),
      agencyId: rowKeysOf(element, 'agencyRef', settled)[0] ?? null,
      title,
      titleFolded: foldText(title),
      goal: wordsOf(element, 'goal'),
      measure: wordsOf(element, 'measure'),
      audience: audienceOf(wordsOf(element, 'audience')),
      indicatorId: rowKeysOf(element, 'indicatorRef', settled)[0] ?? null,
      status: 'planned',
      startsOn: own.startsOn,
      endsOn: own.endsOn,
      plannedAtMs: nowMs,
    });
    for (const capacityId of new Set(rowKeysOf(element, 'capacityRefs', settled)))
      operationCapacities.push({ operationId: id, capacityId });
  }
  return { rows: { operations, operationCapacities }, faults };
};

/** Tasks as they are assigned, each to the person of its role. */
export const taskRows: MakeRows = (fresh, { ground, settled, days, may }) => {
  const rows: LandingRows['tasks'] = [];
  const faults: FieldFault[] = [];
  for (const one of fresh) {
    const { element } = one;
    const own = days.get(element.id);
    if (!may('task') || !own) {
      faults.push(faultOf(element, own ? 'adoption_not_permitted' : 'template_circle'));
      continue;
    }
    rows.push({
      id: keyOf(one),
      operationId: rowKeysOf(element, 'operationRef', settled)[0] ?? '',
      unitId: ground.unit.id,
      title: wordsOf(element, 'title') ?? '',
      responsiblePersonId: rowKeysOf(element, 'roleRef', settled)[0] ?? '',
      agencyId: rowKeysOf(element, 'agencyRef', settled)[0] ?? null,
      startsOn: own.startsOn,
      dueOn: own.endsOn,
      isMilestone: element.fields['isMilestone'] === true,
      status: 'open',
    });
  }
  return { rows: { tasks: rows }, faults };
};

/** What waits for what. */
export const linkRows: MakeRows = (fresh, { ground, may, nowMs }) => {
  if (!may('link')) return { rows: {}, faults: fresh.map(({ element }) => faultOf(element, 'adoption_not_permitted')) };
  const faults: FieldFault[] = [];
  const seen = new Set<string>();
  const rows = fresh.flatMap((one): LandingRows['taskDependencies'] => {
    const key = keyOf(one);
    const [taskId = '', afterId = ''] = key.split('|');
    if (seen.has(key)) faults.push(faultOf(one.element, 'link_is_there'));
    seen.add(key);
    return [
      { taskId, afterId, unitId: ground.unit.id, lagDays: numberOf(one.element, 'lagDays') ?? 0, linkedAtMs: nowMs },
    ];
  });
  return { rows: { taskDependencies: rows }, faults };
};
