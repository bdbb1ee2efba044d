import { change, defineCommand, guarded } from '@mahalleh/gate';
import { isRefusal, refuse, type Refusal } from '@mahalleh/kernel';
import type { TemplateElement } from '@mahalleh/templates/document';
import { elementRows } from '@mahalleh/templates/schema';
import { and, eq, inArray } from 'drizzle-orm';
import { readGround } from '../landing/ground.ts';
import { insertMany } from '../landing/insert-many.ts';
import { land, mandateRefusal, type Landing } from '../landing/land.ts';
import { mayAdoptBy } from '../landing/may.ts';
import { insertElements, insertRecords, remember, standingFor } from '../landing/save-landing.ts';
import { recordsBack } from '../landing/undo-landing.ts';
import { isAsSigned, usableVersion } from '../landing/version-sql.ts';
import { adoptedElements, adoptions, adoptionUpgrades } from '../schema.ts';
import { askFinish } from '../upgrade/ask-finish.ts';
import { bookOf, changesOfRecords, daysAfter, namesWith, waiting, type Book } from '../upgrade/carry-out.ts';
import { decidedIn, drawUp, type Decided, type DrawnUp } from '../upgrade/draw-up.ts';
import { openRefusal } from '../upgrade/open-refusal.ts';
import { replacing, standingInstead, type Instead } from '../upgrade/replaced-duties.ts';
import { bookSteps, saveBook } from '../upgrade/save-book.ts';
import { recordChanges, recordSteps, type RecordChanges } from '../upgrade/save-records.ts';
import { settledHere } from '../upgrade/settled-here.ts';
import { groundAfter, toLand } from '../upgrade/to-land.ts';
import { EndUpgrade, UpgradeFinished } from '../upgrade-model.ts';

type Decision = Landing & {
  readonly drawn: DrawnUp;
  readonly decided: Decided;
  readonly digest: string;
  readonly records: RecordChanges;
  readonly book: Book;
  readonly instead: readonly Instead[];
};

/**
 * Carries an upgrade out in one act that can be taken back as one: what follows is rewritten as its own command would do it, what
 * is new lands, what is gone is given up, and all of it only if nobody has changed one of these records meanwhile.
 */
export const finishUpgrade = defineCommand({
  name: 'adoption.finish',
  permission: 'adoption.finish',
  input: EndUpgrade,
  output: UpgradeFinished,
  load: (db, { upgradeId }) => askFinish(db, upgradeId),
  compute: ({ signed }) => isAsSigned(signed),
  decide: (state, _input, facts, isIntact): Decision | Refusal => {
    const { upgrade, adoption, signed } = state;
    if (upgrade.status !== 'open') return refuse('upgrade_not_open');
    if (adoption.status !== 'active') return refuse('upgrade_of_ended');
    const version = usableVersion(signed, state.endings, isIntact);
    if (isRefusal(version)) return version;
    const decided = decidedIn(upgrade);
    const drawn = drawUp(state, version.document, decided, facts.grants);
    const here = settledHere(drawn);
    const waits = waiting(drawn, here);
    const lost = new Map(waits.map((one) => [one.element.id, one]));
    const days = daysAfter(drawn, here);
    const fault =
      openRefusal(drawn, decided) ??
      mandateRefusal(version.endorsement.mandates, lost, { without: new Set(lost.keys()), mapping: {} }, true) ??
      (isRefusal(days) ? days : undefined);
    if (fault) return fault;
    if (isRefusal(days)) return days;
    const ground = groundAfter(readGround(state), drawn.ruled, state.lastVersions);
    const landing = land(toLand({ drawn, here, decided, ground, days, weekend: state.work?.weekend ?? '' }), {
      ...facts,
      may: mayAdoptBy(facts.grants, state.above),
    });
    if (isRefusal(landing)) return landing;
    const names = namesWith(drawn.state.names, landing.settled);
    const records = {
      problems: state.problemRows,
      operations: state.operationRows,
      tasks: state.taskRows,
      targets: state.targetRows,
      indicators: { rows: state.indicatorRows, lastVersions: state.lastVersions },
    };
    const reason = `نسخه ${version.version} الگو`;
    const instead = replacing(drawn.ruled.replaced, drawn.state.unitId, facts);
    const book = bookOf(drawn, here, names, new Map(instead.map(({ elementId, row }) => [elementId, row.id])));
    const { rows } = landing;
    return {
      ...{ drawn, decided, digest: version.digest, book },
      ...{ instead, rows: { ...rows, responsibilities: [...instead.map(({ row }) => row), ...rows.responsibilities] } },
      settled: [...landing.settled, ...waits, ...book.taken.map(({ settled }) => settled)],
      records: changesOfRecords(drawn, here, days, records, names, { reason, newId: facts.newId }),
    };
  },
  save: (
    db,
    { decided, digest, records, book, rows, settled, instead },
    { upgrade, adoption },
    { revision },
    { nowMs },
  ) => {
    const again = book.replaced.map(({ id }) => id);
    const mapping = { ...(JSON.parse(adoption.mappingJson) as object), ...decided.mapping };
    return [
      guarded(
        db
          .update(adoptionUpgrades)
          .set({ status: 'done', endedAtMs: nowMs, revision: revision + 1 })
          .where(
            and(
              eq(adoptionUpgrades.id, upgrade.id),
              eq(adoptionUpgrades.revision, revision),
              eq(adoptionUpgrades.status, 'open'),
            ),
          ),
      ),
      guarded(
        db
          .update(adoptions)
          .set({
            ...{ version: upgrade.toVersion, digest, mappingJson: JSON.stringify(mapping) },
            revision: adoption.revision + 1,
          })
          .where(
            and(
              eq(adoptions.id, adoption.id),
              eq(adoptions.revision, adoption.revision),
              eq(adoptions.status, 'active'),
            ),
          ),
      ),
      ...recordChanges(db, records, nowMs),
      ...(again.length > 0
        ? [
            change(
              db
                .delete(adoptedElements)
                .where(and(eq(adoptedElements.adoptionId, adoption.id), inArray(adoptedElements.elementId, again))),
            ),
          ]
        : []),
      ...insertRecords(db, rows),
      ...insertElements(db, { adoptionId: adoption.id, templateId: adoption.templateId }, settled),
      ...insertMany(db, elementRows, standingInstead(adoption.templateId, instead)),
      ...saveBook(db, adoption.id, book),
      ...remember(
        db,
        adoption.unitId,
        mappedIn(
          settled.map(({ element }) => element),
          decided,
        ),
        nowMs,
      ),
    ];
  },
  reversal: ({ records, book, rows, settled, instead }, { upgrade, adoption, known }, { revision }, { nowMs }) => {
    const before = new Set(JSON.parse(known?.keys ?? '[]') as string[]);
    const fresh = [
      ...standingFor(settled).filter(({ kind, rowKey }) => !before.has(`${kind} ${rowKey}`)),
      ...standingInstead(adoption.templateId, instead),
    ];
    const ids = settled.map(({ element }) => element.id);
    return {
      steps: [
        {
          ...{ table: adoptionUpgrades, id: upgrade.id, revision: revision + 1 },
          set: { status: 'open', endedAtMs: null },
        },
        {
          ...{ table: adoptions, id: adoption.id, revision: adoption.revision + 1 },
          set: { version: adoption.version, digest: adoption.digest, mappingJson: adoption.mappingJson },
        },
        ...recordSteps(records, nowMs),
        ...bookSteps(adoption.id, book),
        ...recordsBack(rows, nowMs),
        ...(ids.length === 0
          ? []
          : [
              {
                ...{ table: adoptedElements, among: { column: 'elementId', values: ids } },
                ...{ at: { adoptionId: adoption.id, revision: 1 }, rows: ids.length, remove: true as const },
              },
            ]),
        ...(fresh.length === 0
          ? []
          : [
              {
                ...{ table: elementRows, among: { column: 'rowKey', values: fresh.map(({ rowKey }) => rowKey) } },
                ...{ at: { templateId: adoption.templateId }, rows: fresh.length, remove: true as const },
              },
            ]),
      ],
    };
  },
  audit: ({ records, rows }, { adoption }) => ({
    subject: adoption.id,
    unitId: adoption.unitId,
    fields: ['version', 'elements'],
    also: [
      ...records.rewrites.map(({ id }) => id),
      ...records.indicators.map(({ id }) => id),
      ...records.givenUp.filter(({ kind }) => kind !== 'link').map(({ id }) => id),
      ...[rows.problems, rows.operations, rows.targets, rows.responsibilities].flatMap((of) => of.map(({ id }) => id)),
    ],
  }),
  answer: ({ drawn: { merged } }, { adoption, upgrade }) => ({
    ...{ id: upgrade.id, adoptionId: adoption.id, version: upgrade.toVersion },
    followed: new Set(merged.follows.map(({ id }) => id)).size,
    ...{
      came: merged.comes.length,
      went: merged.goes.length,
      stayed: merged.stays.length + merged.conflicts.filter(({ decision }) => decision === 'mine').length,
    },
  }),
  conflicts: {
    'problems.code': 'code_taken',
    'operations.code': 'operation_code_taken',
    'committees.council_id': 'committee_exists',
    'indicators.key': 'indicator_key_taken',
    'domains.key': 'domain_key_taken',
    'responsibilities.unit_id': 'responsibility_lead_taken_now',
    'responsibilities.agency_id': 'responsibility_declared_before',
  },
});

const mappedIn = (elements: readonly TemplateElement[], { mapping }: Decided) =>
  elements.flatMap((element) => {
    const target = mapping[element.id];
    return typeof target === 'string' && target !== 'new' ? [{ element, target }] : [];
  });
