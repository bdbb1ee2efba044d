import { change, guardedRows, type Change, type Step, type WriteDb } from '@mahalleh/gate';
import type { FieldValue } from '@mahalleh/templates/document';
import { isRecord, ROW_FORMS, ROW_KINDS } from '@mahalleh/templates/rows';
import { sql } from 'drizzle-orm';
import { inPieces } from '../landing/insert-many.ts';
import type { ElementRow } from '../local/index.ts';
import { adoptedElements } from '../schema.ts';
import type { Entry } from './book.ts';
import type { Book } from './carry-out.ts';

type Db = WriteDb<'province'>;

const entriesIn = (adoptionId: string, entries: readonly Entry[], db: Db): Change[] =>
  inPieces(
    entries.map(({ id, revision, state, baseJson, localJson, landed, rowKey }) =>
      JSON.stringify([
        id,
        revision,
        state,
        baseJson,
        localJson,
        landed && 'json' in landed ? landed.json : null,
        rowKey,
      ]),
    ),
  ).map((piece) =>
    guardedRows(
      db.text(
        sql`update adopted_elements set state = j.state, base_json = j.base, local_json = j.local, landed_json = coalesce(j.landed, adopted_elements.landed_json), row_key = coalesce(j.key, adopted_elements.row_key), revision = adopted_elements.revision + 1 from (select json_extract(value, '$[0]') as id, json_extract(value, '$[1]') as revision, json_extract(value, '$[2]') as state, json_extract(value, '$[3]') as base, json_extract(value, '$[4]') as local, json_extract(value, '$[5]') as landed, json_extract(value, '$[6]') as key from json_each(${piece})) j where adopted_elements.adoption_id = ${adoptionId} and adopted_elements.element_id = j.id and adopted_elements.revision = j.revision`,
      ),
      (JSON.parse(piece) as unknown[]).length,
    ),
  );

/** Read from the records themselves, as they stand once they are rewritten. */
const landedAnew = (adoptionId: string, entries: readonly Entry[], db: Db): Change[] =>
  ROW_KINDS.flatMap((kind) => {
    const ids = entries.filter((entry) => entry.kind === kind).map(({ id }) => id);
    const { from, form } = ROW_FORMS[kind];
    return ids.length === 0
      ? []
      : [
          change(
            db.text(
              sql`update adopted_elements set landed_json = coalesce((select ${form} from ${from} where ${isRecord(kind, sql`adopted_elements.row_key`)}), landed_json) where adoption_id = ${adoptionId} and element_id in (select value from json_each(${JSON.stringify(ids)}))`,
            ),
          ),
        ];
  });

const patched = (db: Db, adoptionId: string, id: string, field: string, value: FieldValue): Change =>
  change(
    db.text(
      sql`update adopted_elements set landed_json = json_set(landed_json, ${`$.${field}`}, json(${JSON.stringify(value)})) where adoption_id = ${adoptionId} and element_id = ${id}`,
    ),
  );

/** Writes down what every element of the new version is here, once its records are rewritten. */
export const saveBook = (db: Db, adoptionId: string, { entries, taken }: Book): Change[] => {
  const anew = entries.filter(({ landed }) => landed !== null && 'patch' in landed);
  return [
    ...entriesIn(adoptionId, entries, db),
    ...landedAnew(adoptionId, anew, db),
    ...anew.flatMap(({ id, landed }) =>
      Object.entries(landed && 'patch' in landed ? landed.patch : {}).map(([field, value]) =>
        patched(db, adoptionId, id, field, value),
      ),
    ),
    ...taken.flatMap(({ settled, patch }) =>
      Object.entries(patch).map(([field, value]) => patched(db, adoptionId, settled.element.id, field, value)),
    ),
  ];
};

const rowOf = (adoptionId: string, row: ElementRow): typeof adoptedElements.$inferInsert => ({
  ...{
    adoptionId,
    elementId: row.id,
    kind: row.kind,
    state: row.state,
    rowKey: row.rowKey,
    isJoined: row.isJoined === 1,
  },
  ...{ baseJson: row.baseJson, landedJson: row.landedJson, localJson: row.localJson, revision: row.revision },
});

/** How it is taken back, rows that made room for elements that came again with it. */
export const bookSteps = (adoptionId: string, { entries, replaced }: Book): Step[] => [
  ...replaced.map((row): Step => ({ table: adoptedElements, insert: rowOf(adoptionId, row) })),
  ...entries.map(({ id, revision, was: { state, baseJson, localJson, landedJson, rowKey } }): Step => ({
    ...{ table: adoptedElements, id: { adoptionId, elementId: id }, revision: revision + 1 },
    set: { state, baseJson, localJson, landedJson, rowKey },
  })),
];
