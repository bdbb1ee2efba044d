import { defineQuery, isMyUnit, many, maybe, one } from '@mahalleh/gate';
import { grants } from '@mahalleh/access';
import type { Fields, TemplateElement } from '@mahalleh/templates/document';
import { kindNamed, PART_TITLES, PARTS } from '@mahalleh/templates/kinds';
import { isRecord, isRowKind, ROW_FORMS, ROW_KINDS } from '@mahalleh/templates/rows';
import { sql } from 'drizzle-orm';
import { ReadAdoption } from '../adopt-inputs.ts';
import { AdoptionPage, type AdoptedElement } from '../adopt-outputs.ts';
import { endingOf, type Ending } from '../landing/version-sql.ts';
import { namesIn } from '../landing/landing-model.ts';
import { askLocal, localState, overlayOf, type LocalAnswers } from '../local/index.ts';
import type { ElementState } from '../statuses.ts';
import type { Standing } from '../upgrade-model.ts';
import { adoptionColumns, adoptionTables, itemOf, type AdoptionRow } from './adoption-fields.ts';
import { askPromised, promisedFrom } from './promised.ts';
import { readingOrder } from './reading-order.ts';

type ElementRow = {
  id: string;
  kind: string;
  state: ElementState;
  isJoined: number;
  rowKey: string | null;
  label: string | null;
  baseJson: string;
  localJson: string;
  revision: number;
};

const LABELS = {
  committee: sql`(select k.title_fa from committee_kinds k where k.key = r.kind_key)`,
  problem: sql`r.title`,
  operation: sql`r.title`,
  task: sql`r.title`,
  link: sql`null`,
  duty: sql`(select g.name from agencies g where g.id = r.agency_id)`,
  indicator: sql`r.title_fa`,
  target: sql`r.title_fa`,
} as const;

/** What a choice is called: of words nothing is asked. */
const CHOSEN = sql`case e.kind when 'domain' then (select d.title_fa from domains d where d.key = e.row_key) when 'role' then (select p.full_name from people p where p.id = e.row_key) when 'agency' then (select g.name from agencies g where g.id = e.row_key) when 'capacity' then (select b.name from capacities b where b.id = e.row_key) end`;

const SHARED = sql`e.element_id as id, e.kind, e.state, e.is_joined as "isJoined", e.row_key as "rowKey"`;
const TEXTS = sql`e.base_json as "baseJson", e.local_json as "localJson", e.revision`;

const elementsSql = (adoptionId: string) =>
  sql.join(
    [
      sql`select ${SHARED}, ${CHOSEN} as label, ${TEXTS} from adopted_elements e where e.adoption_id = ${adoptionId} and not (e.state = 'landed' and e.kind in (select value from json_each(${JSON.stringify(ROW_KINDS)})))`,
      ...ROW_KINDS.map((kind) => {
        const { from } = ROW_FORMS[kind];
        return sql`select ${SHARED}, ${LABELS[kind]}, ${TEXTS} from adopted_elements e cross join ${from} where e.adoption_id = ${adoptionId} and e.kind = ${kind} and e.state = 'landed' and ${isRecord(kind, sql`e.row_key`)}`;
      }),
    ],
    sql` union all `,
  );

const asElement = ({ id, kind, baseJson, localJson }: ElementRow): TemplateElement => ({
  id,
  kind,
  fields: { ...(JSON.parse(baseJson) as Fields), ...(JSON.parse(localJson) as Fields) },
});

const elementsFrom = (
  rows: readonly ElementRow[],
  order: readonly string[],
  standings: ReadonlyMap<string, Standing>,
): AdoptedElement[] => {
  const place = new Map(order.map((id, i) => [id, i]));
  const placeOf = ({ id }: ElementRow): number => place.get(id) ?? order.length;
  const read = rows.toSorted((a, b) => placeOf(a) - placeOf(b)).map((row) => ({ ...asElement(row), row }));
  const namesOf = namesIn(read);
  return readingOrder(read).map(({ row, ...element }) => ({
    ...row,
    ...namesOf(element),
    part: kindNamed(row.kind)?.part ?? null,
    isJoined: row.isJoined === 1,
    isChanged: standings.get(row.id) === 'changed',
    isGone: row.state === 'landed' && standings.get(row.id) === 'dropped',
  }));
};

type UndoRow = { id: string; act: 'template.adopt' | 'adoption.finish'; isMine: number; isInTime: number };

/** Whether a record is no longer as it landed, though it may still say what the template says. */
const hasMovedOn = ({ elements, records }: LocalAnswers): boolean => {
  const byElement = new Map(records.map((record) => [record.id, record]));
  return elements
    .filter(({ state, isJoined, rowKey }) => state === 'landed' && isJoined === 0 && rowKey !== null)
    .some(({ id, kind, landedJson }) => {
      const record = byElement.get(id);
      return isRowKind(kind) && (!record || record.isGone === 1 || record.form !== landedJson);
    });
};

/** What can be taken back as one: the last upgrade, or the adoption while nothing has moved on since. */
const undoOf = (
  [last, ...before]: readonly UndoRow[],
  { status, revision }: { readonly status: string; readonly revision: number },
  here: LocalAnswers,
): Pick<AdoptionPage, 'undo' | 'undoLost'> => {
  const mayUndo = (row: UndoRow | undefined): boolean => row?.isMine === 1 && row.isInTime === 1;
  if (status !== 'active' || !last) return { undo: null, undoLost: null };
  if (last.act === 'adoption.finish') {
    const adopting = before.find(({ act }) => act === 'template.adopt');
    return {
      undo: mayUndo(last) ? { id: last.id, of: 'upgrade' } : null,
      undoLost: mayUndo(adopting) ? 'upgraded' : null,
    };
  }
  if (!mayUndo(last)) return { undo: null, undoLost: null };
  if (revision > 1) return { undo: null, undoLost: 'upgraded' };
  if (here.elements.some((element) => element.revision > 1)) return { undo: null, undoLost: 'reworded' };
  return hasMovedOn(here)
    ? { undo: null, undoLost: 'changed' }
    : { undo: { id: last.id, of: 'adopt' }, undoLost: null };
};

/** An adoption with all elements: what each became, whether it was changed here, and what can still be done. Fails: adoption_unknown. */
export const readAdoption = defineQuery({
  name: 'adoption',
  permission: 'adoption.read',
  input: ReadAdoption,
  output: AdoptionPage,
  ask: (db, { adoptionId }, { nowMs }) => ({
    head: one(
      db.text<
        AdoptionRow & {
          digest: string;
          adoptedBy: string | null;
          endedAtMs: number | null;
          endReason: string | null;
          revision: number;
        }
      >(
        sql`select ${adoptionColumns}, a.digest, p.full_name as "adoptedBy", a.ended_at_ms as "endedAtMs", a.end_reason as "endReason", a.revision from ${adoptionTables} left join people p on p.id = a.adopted_by where a.id = ${adoptionId} and ${isMyUnit(sql`a.unit_id`)}`,
      ),
      'adoption_unknown',
    ),
    shown: many(
      db.text<ElementRow>(
        sql`select x.* from (${elementsSql(adoptionId)}) x where exists (select 1 from adoptions a where a.id = ${adoptionId} and ${isMyUnit(sql`a.unit_id`)})`,
      ),
    ),
    ...askLocal(db, sql`${adoptionId}`),
    order: many(
      db.text<{ id: string }>(
        sql`select json_extract(x.value, '$.id') as id from adoptions a join templates t on t.digest = a.digest, json_each(t.document_json, '$.elements') x where a.id = ${adoptionId}`,
      ),
    ),
    endings: many(
      db.text<Ending>(
        sql`select e.version, e.how, e.reason from template_endings e join adoptions a on a.template_id = e.template_id where a.id = ${adoptionId}`,
      ),
    ),
    undoable: many(
      db.text<UndoRow>(
        sql`select r.command_id as id, r.act, r.actor_id = (select person_id from me) as "isMine", r.until_ms > ${nowMs} as "isInTime" from reversals r where r.subject = ${adoptionId} and r.act in ('template.adopt', 'adoption.finish') and r.reversed_at_ms is null order by r.at_ms desc, r.command_id desc`,
      ),
    ),
    promised: askPromised(db, adoptionId),
    upgrade: maybe(
      db.text<{ id: string }>(
        sql`select g.id from adoption_upgrades g where g.adoption_id = ${adoptionId} and g.status = 'open'`,
      ),
    ),
    above: many(
      db.text<{ id: string }>(
        sql`select c.ancestor_id as id from unit_closure c join adoptions a on a.unit_id = c.unit_id where a.id = ${adoptionId}`,
      ),
    ),
  }),
  shape: ({ head, shown, order, endings, undoable, promised, upgrade, above, ...local }, _input, facts) => {
    const standings = new Map(overlayOf(localState(local)).elements.map(({ id, standing }) => [id, standing]));
    const ending = endingOf(endings, head.version);
    const isActive = head.status === 'active';
    const may = (asked: 'adoption.reword' | 'adoption.end'): boolean =>
      isActive && facts.grants.some(({ role, unitId }) => grants(role, asked) && above.some(({ id }) => id === unitId));
    return {
      ...itemOf(head),
      ...{ digest: head.digest, adoptedBy: head.adoptedBy, endedAtMs: head.endedAtMs, endReason: head.endReason },
      ending: ending ? { how: ending.how, reason: ending.reason } : null,
      ...undoOf(undoable, head, local),
      upgradeId: upgrade?.id ?? null,
      mayReword: may('adoption.reword'),
      mayEnd: may('adoption.end'),
      parts: PARTS.filter((part) => shown.some(({ kind }) => kindNamed(kind)?.part === part)).map((part) => ({
        part,
        title: PART_TITLES[part],
      })),
      elements: elementsFrom(
        shown,
        order.map(({ id }) => id),
        standings,
      ),
      promises: promisedFrom(promised),
      revision: head.revision,
    };
  },
});
