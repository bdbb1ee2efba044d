import { askHolders, askSeats, conformanceFrom, councilIdOf, seatsOf } from '@mahalleh/councils';
import { councils } from '@mahalleh/councils/schema';
import { defineQuery, maybe, openedTo } from '@mahalleh/gate';
import { civilDateOf, daysBetween, type CivilDate } from '@mahalleh/kernel';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { OneNeighbourhood, zNeighbourhood } from '../model.ts';
import { readCounts } from '../rules-sql.ts';
import { stepOf } from '../rules.ts';
import {
  askAncestors,
  askBases,
  askCapacities,
  askOperations,
  askProblems,
  askRecent,
  askScored,
  askTotals,
  askUnit,
} from './neighbourhood-asks.ts';
import { askCounts } from './neighbourhood-steps.ts';

const FIRST = 8;

/** Two columns that name something, or nothing. */
const named = (id: string | null, name: string | null) => (id === null || name === null ? null : { id, name });

/** A neighbourhood's page in one request: passport, steps, council, first problems, capacities, operations, bases, news. */
export const getNeighbourhood = defineQuery({
  name: 'neighbourhood',
  permission: 'unit.read',
  input: OneNeighbourhood,
  output: zNeighbourhood,
  ask: (db, { unitId }, { nowMs }) => {
    const today = civilDateOf(nowMs);
    const councilId = councilIdOf(unitId, 'neighbourhood_progress');
    return {
      unit: askUnit(db, unitId),
      ancestors: askAncestors(db, unitId),
      counts: askCounts(db, unitId, today),
      council: maybe(
        db
          .select({
            id: councils.id,
            establishedOn: councils.establishedOn,
            firstMeetingOn: councils.firstMeetingOn,
            revision: councils.revision,
            committees: sql<number>`(select count(*) from committees cm where cm.council_id = ${councilId})`,
          })
          .from(councils)
          .where(
            and(eq(councils.unitId, unitId), eq(councils.kind, 'neighbourhood_progress'), isNull(councils.dissolvedOn)),
          ),
      ),
      seats: askSeats(db, councilId),
      holders: askHolders(db, councilId),
      problems: askProblems(db, unitId, FIRST),
      scored: askScored(db, unitId, FIRST),
      capacities: askCapacities(db, unitId, FIRST),
      operations: askOperations(db, unitId, today, FIRST),
      totals: askTotals(db, unitId),
      bases: askBases(db, unitId),
      recent: askRecent(db, unitId, FIRST),
    };
  },
  shape: (
    {
      unit,
      ancestors,
      counts,
      council,
      seats,
      holders,
      problems,
      scored,
      capacities,
      operations,
      totals,
      bases,
      recent,
    },
    _input,
    { nowMs, ...someone },
  ) => {
    const open = openedTo(someone);
    const shown = <Row extends { readonly isSensitive: number }>(rows: readonly Row[]): Row[] =>
      open.cases(open.rows('problem.read', rows));
    const today = civilDateOf(nowMs);
    const { step, steps, missing } = stepOf(readCounts(counts));
    const lead = named(unit.lead_id, unit.lead_name);
    return {
      id: unit.id,
      kind: unit.kind,
      nameFa: unit.name_fa,
      nameEn: unit.name_en,
      officialCode: unit.official_code,
      isModel: unit.is_model === 1,
      isSample: unit.is_sample === 1,
      endedOn: unit.ended_on,
      revision: unit.revision,
      ancestors,
      passport: {
        population: unit.population,
        areaM2: unit.area_m2,
        latitude: unit.latitude,
        longitude: unit.longitude,
        summary: unit.summary,
        house: named(unit.house_id, unit.house_name),
        lead: lead && { ...lead, activatedOn: unit.lead_on },
        manager: named(unit.manager_id, unit.manager_name),
        facilitators: unit.facilitators,
      },
      standing: { step, steps: steps.map((s) => ({ ...s, conditions: [...s.conditions] })), missing },
      council:
        council && open.may('council.read')
          ? {
              ...council,
              conformance: conformanceFrom(seats, holders, council, today),
              seats: seatsOf(seats, holders, council, today).map(({ others: _others, ...seat }) => seat),
            }
          : null,
      problems: {
        rows: shown(problems).map(({ isSensitive: _sensitive, ...row }) => row),
        scored: shown(scored).map(({ votes: _votes, isSensitive: _sensitive, ...row }) => row),
        votes: scored[0]?.votes ?? 0,
        open: totals.open,
        solved: totals.solved,
        total: totals.problems,
      },
      capacities: { rows: open.rows('capacity.read', capacities), total: totals.capacities },
      operations: {
        rows: open.rows('operation.read', operations).map(({ firstLateOn, ...operation }) => ({
          ...operation,
          daysLate: firstLateOn === null ? 0 : daysBetween(firstLateOn as CivilDate, today),
        })),
        total: totals.operations,
        running: totals.running,
        done: totals.done,
      },
      bases: open.rows('base.read', bases).map((base) => ({ ...base, isLead: base.isLead === 1 })),
      recent: open.isGuest ? [] : recent,
    };
  },
});
