import { agencies, bases } from '@mahalleh/agencies/schema';
import { bookings, capacities } from '@mahalleh/capacity/schema';
import { appointments, committees, councils } from '@mahalleh/councils/schema';
import { evidence } from '@mahalleh/evidence/schema';
import type { Statement } from '@mahalleh/gate';
import { accountsSql } from '@mahalleh/identity';
import {
  indicatorAims,
  indicatorInputs,
  indicators,
  indicatorVersions,
  measurements,
  targetMilestones,
  targetReadings,
  targets,
} from '@mahalleh/indicators/schema';
import {
  contributions,
  extensions,
  operationCapacities,
  operations,
  postponements,
  taskDependencies,
  tasks,
} from '@mahalleh/operations/schema';
import { peopleSql, rolesSql } from '@mahalleh/people/planting';
import { responsibilities } from '@mahalleh/responsibility/schema';
import { problemEscalations, problemMoves, problemRelations, problems, problemScores } from '@mahalleh/problems/schema';
import { plantSql } from '@mahalleh/units/planting';
import { volunteers } from '@mahalleh/volunteers/schema';
import { insertRows } from '../insert-rows.ts';
import type { Passport, Sheet } from './sheet.ts';
import { HOUR_RIAL } from './write-plan.ts';

const passportsSql = (passports: readonly Passport[]): Statement => ({
  sql:
    "update units set manager_person_id = json_extract(j.value, '$.managerPersonId'), lead_base_id = json_extract(j.value, '$.leadBaseId')," +
    " house_base_id = json_extract(j.value, '$.houseBaseId'), summary = json_extract(j.value, '$.summary'), boundary_geojson = json_extract(j.value, '$.boundaryGeojson') from json_each(?) j where units.id = json_extract(j.value, '$.unitId')",
  args: [JSON.stringify(passports)],
});

/** The statements that write a sheet, in the order of its references; its volunteers as they were sealed. */
export const sheetSql = (
  sheet: Sheet,
  sealed: readonly (typeof volunteers.$inferInsert)[],
  passwordHash: string,
  nowMs: number,
): Statement[] => [
  ...peopleSql(sheet.people, nowMs),
  ...plantSql(sheet.units, nowMs),
  ...insertRows(agencies, sheet.agencies),
  ...insertRows(bases, sheet.bases),
  passportsSql(sheet.passports),
  ...insertRows(councils, sheet.councils),
  ...insertRows(appointments, sheet.appointments),
  ...insertRows(committees, sheet.committees),
  ...insertRows(problems, sheet.problems),
  ...insertRows(problemMoves, sheet.problemMoves),
  ...insertRows(problemRelations, sheet.problemRelations),
  ...insertRows(problemScores, sheet.problemScores),
  ...insertRows(problemEscalations, sheet.problemEscalations),
  ...insertRows(capacities, sheet.capacities),
  ...insertRows(bookings, sheet.bookings),
  ...insertRows(volunteers, sealed),
  ...insertRows(operations, sheet.operations),
  ...insertRows(operationCapacities, sheet.operationCapacities),
  ...insertRows(tasks, sheet.tasks),
  ...insertRows(responsibilities, sheet.responsibilities),
  ...insertRows(taskDependencies, sheet.taskDependencies),
  ...insertRows(postponements, sheet.postponements),
  ...insertRows(extensions, sheet.extensions),
  { sql: 'update work_settings set hour_rial = ?', args: [HOUR_RIAL] },
  ...insertRows(contributions, sheet.contributions),
  ...insertRows(evidence, sheet.evidence),
  ...insertRows(indicators, sheet.indicators),
  ...insertRows(indicatorVersions, sheet.indicatorVersions),
  ...insertRows(indicatorInputs, sheet.indicatorInputs),
  ...insertRows(measurements, sheet.measurements),
  ...insertRows(indicatorAims, sheet.indicatorAims),
  ...insertRows(targets, sheet.targets),
  ...insertRows(targetMilestones, sheet.targetMilestones),
  ...insertRows(targetReadings, sheet.targetReadings),
  ...rolesSql(sheet.roles, nowMs),
  accountsSql(sheet.accounts, passwordHash, nowMs),
];
