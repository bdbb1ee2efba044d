import { change, defineCommand, guarded, many, one, type ReadDb } from '@mahalleh/gate';
import { isRefusal, refuse, type FieldFault, type Refusal } from '@mahalleh/kernel';
import { and, asc, eq, sql } from 'drizzle-orm';
import { partMilestones, sharesRefusal, type Share } from '../cascade-rules.ts';
import { CascadeTarget, TargetCascaded } from '../model.ts';
import { droppedRefusal } from '../rules.ts';
import { targetMilestones, targets, type TargetRow } from '../schema.ts';
import { targetOf } from '../scope.ts';

type Below = { id: string; endedOn: string | null };

/** What a cascade must know: which of the units lie below, whether there are parts already, whether the measure adds up. */
const stateOf = (db: ReadDb<'province'>, targetId: string, unitIds: readonly string[]) => ({
  target: targetOf(db, targetId),
  milestones: many(
    db
      .select({ onDate: targetMilestones.onDate, value: targetMilestones.value })
      .from(targetMilestones)
      .where(eq(targetMilestones.targetId, targetId))
      .orderBy(asc(targetMilestones.onDate)),
  ),
  below: many(
    db.text<Below>(
      sql`select u.id, u.ended_on as "endedOn" from unit_closure c join units u on u.id = c.unit_id where c.ancestor_id = (select t.unit_id from targets t where t.id = ${targetId}) and u.id <> c.ancestor_id and u.id in (select value from json_each(${JSON.stringify(unitIds)}))`,
    ),
  ),
  facts: one(
    db.text<{ parts: number; addsUp: number | null; nested: number }>(
      sql`select (select count(*) from targets p where p.parent_id = ${targetId} and p.dropped_at_ms is null) as parts, (select x.adds_up from targets t join indicators x on x.id = t.indicator_id where t.id = ${targetId}) as "addsUp", (select count(*) from unit_closure c join json_each(${JSON.stringify(unitIds)}) a on a.value = c.ancestor_id join json_each(${JSON.stringify(unitIds)}) b on b.value = c.unit_id where c.ancestor_id <> c.unit_id) as nested`,
    ),
  ),
});

/** Whether the target can be shared out to these units, or the refusal. */
const whyNot = (
  target: TargetRow,
  shares: readonly Share[],
  below: readonly Below[],
  facts: { parts: number; addsUp: number | null; nested: number },
): Refusal | undefined => {
  const faults = shares.flatMap(({ unitId }, i): FieldFault[] => {
    const unit = below.find(({ id }) => id === unitId);
    if (!unit) return [{ field: `shares.${i}.unitId`, reason: 'cascade_unit_not_below' }];
    return unit.endedOn === null ? [] : [{ field: `shares.${i}.unitId`, reason: 'target_unit_ended' }];
  });
  return (
    droppedRefusal(target) ??
    (facts.parts > 0 ? refuse('cascade_done', { detail: { count: facts.parts } }) : undefined) ??
    (target.indicatorId !== null && facts.addsUp !== 1 ? refuse('cascade_not_additive') : undefined) ??
    sharesRefusal(target, shares) ??
    (faults.length > 0 ? refuse('cascade_parts_wrong', { faults }) : undefined) ??
    (facts.nested > 0 ? refuse('cascade_units_overlap', { field: 'shares' }) : undefined)
  );
};

/** Shares a target out to units below its own: each gets a target of its own that knows its whole, all at once, adding up exactly. */
export const cascadeTarget = defineCommand({
  name: 'target.cascade',
  permission: 'target.cascade',
  input: CascadeTarget,
  output: TargetCascaded,
  load: (db, { targetId, shares }) =>
    stateOf(
      db,
      targetId,
      shares.map(({ unitId }) => unitId),
    ),
  decide: ({ target, milestones, below, facts }, { shares }, { newId, nowMs }) => {
    const no = whyNot(target, shares, below, facts);
    if (isRefusal(no)) return no;
    const { titleFa, titleEn, metricKey, metricVersion, metricDims, fromOn, dueOn } = target;
    const { indicatorId, indicatorVersion } = target;
    const kept = { titleFa, titleEn, metricKey, metricVersion, metricDims, indicatorId, indicatorVersion };
    // A unit whose part is nothing has nothing to reach.
    const parts = shares
      .filter(({ baselineValue, goalValue }) => baselineValue !== goalValue)
      .map((share) => ({
        ...{ ...kept, ...share, fromOn, dueOn, id: newId(), parentId: target.id, setAtMs: nowMs },
        isSample: target.isSample,
      }));
    const values = partMilestones(
      target,
      milestones.map(({ value }) => value),
      parts,
    );
    const onTheWay = parts.flatMap(({ id }, part) =>
      milestones.map(({ onDate, value }, i) => ({ targetId: id, onDate, value: values[part]?.[i] ?? value })),
    );
    return { parts, onTheWay };
  },
  save: (db, { parts, onTheWay }, { target }, { revision }) => [
    guarded(
      db
        .update(targets)
        .set({ revision: revision + 1 })
        .where(and(eq(targets.id, target.id), eq(targets.revision, revision))),
    ),
    ...parts.map((part) => change(db.insert(targets).values(part))),
    ...onTheWay.map((milestone) => change(db.insert(targetMilestones).values(milestone))),
  ],
  reversal: ({ parts }, { target }, { revision }) => ({
    label: target.titleFa,
    steps: [
      { table: targets, id: target.id, revision: revision + 1, set: {} },
      ...parts.map(({ id }) => ({ table: targets, id, at: { revision: 1 }, remove: true as const })),
    ],
  }),
  audit: ({ parts }, { target }) => ({
    subject: target.id,
    unitId: target.unitId,
    fields: ['parts'],
    also: parts.map(({ id }) => id),
  }),
  answer: ({ parts }, { target }, { revision }) => ({ id: target.id, revision: revision + 1, count: parts.length }),
});
