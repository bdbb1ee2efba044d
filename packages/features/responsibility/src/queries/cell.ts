import { defineQuery, isMyUnit, many, one } from '@mahalleh/gate';
import { civilDateOf } from '@mahalleh/kernel';
import { sql } from 'drizzle-orm';
import { cellReader } from '../cells.ts';
import { IS_LED, IS_WORKED_ON, LEADS } from '../duty-sql.ts';
import { gapColumns, gravest, weightOf, type GapRow } from '../gap-sql.ts';
import { askActing, askDomains, askDuties, askLines, askOpen, askWorkedOn, type DutyRow } from '../matrix-asks.ts';
import { CellDetail, ReadCell } from '../model.ts';
import { actingOperation, lastingOperations, type OperationRow } from '../operation-sql.ts';
import { lineOf, type DomainNode } from '../rules.ts';

const MOST = { operations: 50, problems: 12, agencies: 300 } as const;

type Line = { aboveId: string; nameFa: string; nameEn: string | null; kind: string };
type Domain = DomainNode & { titleFa: string; titleEn: string };

const ROLES = ['lead', 'partner', 'informed'];

/** The duties of a domain, of those below it and of those it lies below, the nearest place first, the lead before others. */
const dutiesHere = (duties: readonly DutyRow[], lines: readonly Line[], domains: readonly Domain[], key: string) => {
  const own = lineOf(domains, key);
  const concerns = (one: string) => own.includes(one) || lineOf(domains, one).includes(key);
  const nearness = (unitId: string) => lines.findIndex(({ aboveId }) => aboveId === unitId);
  return duties
    .filter(({ domainKey }) => concerns(domainKey))
    .flatMap((duty) => {
      const unit = lines[nearness(duty.unitId)];
      const domain = domains.find((one) => one.key === duty.domainKey);
      if (!unit || !domain) return [];
      const { titleFa, titleEn } = domain;
      const names = { unitNameFa: unit.nameFa, unitNameEn: unit.nameEn, unitKind: unit.kind };
      return [{ ...duty, ...names, domainTitleFa: titleFa, domainTitleEn: titleEn }];
    })
    .toSorted((a, b) => nearness(a.unitId) - nearness(b.unitId) || ROLES.indexOf(a.role) - ROLES.indexOf(b.role));
};

/** One cell of the matrix with everything that it follows from: duties, operations, open problems; and whom a duty can be given to. */
export const responsibilityCell = defineQuery({
  name: 'responsibility_cell',
  permission: 'responsibility.read',
  input: ReadCell,
  output: CellDetail,
  ask: (db, { unitId, domainKey }, { nowMs }) => {
    const today = civilDateOf(nowMs);
    const place = sql`(${unitId})`;
    const below = sql`(select l.key from domain_line l where l.above = ${domainKey})`;
    const isHere = sql`p.unit_id = ${unitId} and p.domain_key in ${below}`;
    return {
      unit: one(
        db.text<{
          id: string;
          kind: string;
          nameFa: string;
          nameEn: string | null;
          countyNameFa: string | null;
          countyNameEn: string | null;
        }>(
          sql`select u.id, u.kind, u.name_fa as nameFa, u.name_en as nameEn, k.name_fa as countyNameFa, k.name_en as countyNameEn from units u left join units k on k.id = u.county_id where u.id = ${unitId} and ${isMyUnit(sql`u.id`)}`,
        ),
        'unit_unknown',
      ),
      domain: one(
        db.text<{ key: string; titleFa: string; titleEn: string; isSensitive: number }>(
          sql`select d.key, d.title_fa as titleFa, d.title_en as titleEn, d.is_sensitive as isSensitive from domains d where d.key = ${domainKey}`,
        ),
        'domain_unknown',
      ),
      domains: askDomains(db),
      lines: askLines(db, place),
      duties: askDuties(db, place),
      mine: many(
        db.text<{ id: string }>(
          sql`select c.ancestor_id as id from unit_closure c where c.unit_id = ${unitId} and ${isMyUnit(sql`c.ancestor_id`)}`,
        ),
      ),
      open: askOpen(db, place),
      workedOn: askWorkedOn(db, place),
      acting: askActing(db, place),
      operations: many(
        db.text<OperationRow>(
          lastingOperations(sql`o.unit_id = ${unitId} and o.domain_key in ${below}`, today, MOST.operations),
        ),
      ),
      problems: many(
        db.text<GapRow & { isWithNobody: number }>(
          sql`with ${LEADS} select ${gapColumns(today)}, not ${IS_LED} and not ${IS_WORKED_ON} as isWithNobody from problems p join units u on u.id = p.unit_id join domains d on d.key = p.domain_key where p.id in (${gravest(isHere, MOST.problems)}) and ${isMyUnit(sql`p.unit_id`)} order by isWithNobody desc, ${weightOf(today)} desc, p.id`,
        ),
      ),
      agencies: many(
        db.text<{ id: string; name: string }>(
          sql`select a.id, a.name from agencies a where a.retired_at_ms is null and (a.unit_id in (select c.ancestor_id from unit_closure c where c.unit_id = ${unitId}) or a.unit_id in (select c.unit_id from unit_closure c where c.ancestor_id = ${unitId})) order by a.name_folded, a.id limit ${MOST.agencies}`,
        ),
      ),
    };
  },
  shape: (got, { unitId, domainKey }, { nowMs }) => {
    const today = civilDateOf(nowMs);
    return {
      unit: got.unit,
      domain: { ...got.domain, isSensitive: got.domain.isSensitive === 1 },
      cell: cellReader(got)(unitId, domainKey),
      duties: dutiesHere(got.duties, got.lines, got.domains, domainKey).map((duty) => ({
        ...duty,
        isMine: got.mine.some(({ id }) => id === duty.unitId),
      })),
      operations: got.operations.map((row) => actingOperation(row, today)),
      problems: got.problems.map((row) => ({ ...row, isWithNobody: row.isWithNobody === 1 })),
      agencies: got.agencies,
    };
  },
});
