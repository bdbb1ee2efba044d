import { change, defineCommand, guarded, isMyUnit, maybe, one } from '@mahalleh/gate';
import { isRefusal, refuse, type Refusal } from '@mahalleh/kernel';
import type { Fields } from '@mahalleh/templates/document';
import { and, eq, sql } from 'drizzle-orm';
import { RewordAdoption } from '../adopt-inputs.ts';
import { AdoptionChanged } from '../adopt-outputs.ts';
import { adoptionOf } from '../adoption-scope.ts';
import { adoptedElements } from '../schema.ts';
import { isSame, rewordedLocals } from '../words-rules.ts';

type Decision = { readonly localJson: string; readonly capacityId: string | null; readonly isNamed: boolean };

/** The operations of an adoption that a capacity's element belongs to, and that are not over. */
const operationsUsing = (adoptionId: string, elementId: string) =>
  sql`select e.row_key from adopted_elements e join operations o on o.id = e.row_key where e.adoption_id = ${adoptionId} and e.kind = 'operation' and e.state = 'landed' and o.status in ('planned', 'running') and ${elementId} in (select value from json_each(e.base_json, '$.capacityRefs'))`;

/**
 * Says the words of an element that is kept with its adoption otherwise than the template; or names what was found for a
 * capacity to look for, which the operations that it belongs to then use.
 */
export const rewordAdoption = defineCommand({
  name: 'adoption.reword',
  permission: 'adoption.reword',
  input: RewordAdoption,
  output: AdoptionChanged,
  load: (db, { adoptionId, elementId, capacityId }) => ({
    adoption: adoptionOf(db, adoptionId),
    element: one(
      db
        .select()
        .from(adoptedElements)
        .where(and(eq(adoptedElements.adoptionId, adoptionId), eq(adoptedElements.elementId, elementId))),
      'adoption_element_unknown',
    ),
    capacity: maybe(
      db.text<{ id: string }>(
        sql`select b.id from capacities b join adoptions a on a.id = ${adoptionId} where b.id = ${capacityId ?? ''} and b.withdrawn_at_ms is null and (${isMyUnit(sql`b.unit_id`)} or b.unit_id in (select c.ancestor_id from unit_closure c where c.unit_id = a.unit_id))`,
      ),
    ),
  }),
  decide: ({ adoption, element, capacity }, { words = {}, capacityId }): Decision | Refusal => {
    if (adoption.status === 'ended') return refuse('adoption_ended');
    if (element.state !== 'kept') return refuse('adoption_not_words', { field: 'elementId' });
    const isNamed = capacityId !== undefined && capacityId !== element.rowKey;
    if (isNamed && element.kind !== 'capacity') return refuse('adoption_no_capacity', { field: 'capacityId' });
    if (isNamed && capacityId !== null && !capacity) return refuse('capacity_out_of_reach', { field: 'capacityId' });
    const local = JSON.parse(element.localJson) as Fields;
    const next = rewordedLocals(element.kind, JSON.parse(element.baseJson) as Fields, local, words);
    if (isRefusal(next)) return next;
    if (!isNamed && isSame(next, local)) return refuse('adoption_nothing_said', { field: 'words' });
    return {
      localJson: JSON.stringify(next),
      capacityId: isNamed ? capacityId : element.rowKey,
      isNamed,
    };
  },
  save: (db, { localJson, capacityId, isNamed }, { element }, { adoptionId, elementId, revision }) => {
    const using = operationsUsing(adoptionId, elementId);
    const isOne = and(eq(adoptedElements.adoptionId, adoptionId), eq(adoptedElements.elementId, elementId));
    const landed = (list: ReturnType<typeof sql>) =>
      change(
        db.text(
          sql`update adopted_elements set landed_json = json_set(landed_json, '$.capacityRefs', json((select json_group_array(value) from (${list})))) where adoption_id = ${adoptionId} and kind = 'operation' and row_key in (${using})`,
        ),
      );
    return [
      guarded(
        db
          .update(adoptedElements)
          .set({
            localJson,
            ...(isNamed ? { rowKey: capacityId, isJoined: capacityId !== null } : {}),
            revision: revision + 1,
          })
          .where(and(isOne, eq(adoptedElements.revision, revision))),
      ),
      ...(isNamed && element.rowKey !== null
        ? [
            change(
              db.text(
                sql`delete from operation_capacities where capacity_id = ${element.rowKey} and operation_id in (${using})`,
              ),
            ),
            landed(
              sql`select value from json_each(landed_json, '$.capacityRefs') where value <> ${element.rowKey} order by value`,
            ),
          ]
        : []),
      ...(isNamed && capacityId !== null
        ? [
            change(
              db.text(
                sql`insert or ignore into operation_capacities (operation_id, capacity_id) select row_key, ${capacityId} from (${using})`,
              ),
            ),
            landed(
              sql`select value from (select value from json_each(landed_json, '$.capacityRefs') union select ${capacityId}) order by value`,
            ),
          ]
        : []),
    ];
  },
  audit: ({ isNamed }, { adoption }, { words = {} }) => ({
    subject: adoption.id,
    unitId: adoption.unitId,
    fields: [...Object.keys(words), ...(isNamed ? ['capacity'] : [])],
  }),
  answer: (_decision, { adoption }, { revision }) => ({ id: adoption.id, revision: revision + 1 }),
});
