import { lacksSql, readRow, rowsSql, type CouncilRowSql } from '@mahalleh/councils';
import { defineQuery, inMyUnits, many, one, openedTo } from '@mahalleh/gate';
import { askTargets, isNotPartOfMine, targetsFrom } from '@mahalleh/indicators';
import { targets } from '@mahalleh/indicators/schema';
import { civilDateOf, daysBetween, type CivilDate } from '@mahalleh/kernel';
import { and, isNull, sql } from 'drizzle-orm';
import { funnelOf } from '../funnel.ts';
import { Home, zHome } from '../model.ts';
import { askFreshness, askLacks, askLateByAgency, askLateTasks, askScope } from './home-asks.ts';

const FIRST = 8;

/** The home of a province's workspace: funnel of steps, councils not formed and why, late tasks, targets with pace, freshness. */
export const getHome = defineQuery({
  name: 'home',
  permission: 'figure.read',
  input: Home,
  output: zHome,
  ask: (db, _input, { nowMs }) => {
    const today = civilDateOf(nowMs);
    const running = and(inMyUnits(targets.unitId), isNull(targets.droppedAtMs), isNotPartOfMine);
    return {
      scope: askScope(db),
      lacks: askLacks(db),
      councils: many(db.text<CouncilRowSql>(rowsSql({ formed: false }, today, FIRST, 0))),
      councilLacks: many(db.text<{ kind: string; lack: string; n: number }>(lacksSql(today))),
      late: askLateTasks(db, today, FIRST),
      lateByAgency: askLateByAgency(db, today),
      ...askTargets(db, running, FIRST),
      targetTotal: one(
        db
          .select({ n: sql<number>`count(*)` })
          .from(targets)
          .where(running),
      ),
      freshness: askFreshness(db),
    };
  },
  shape: (got, _input, { nowMs, ...someone }) => {
    const open = openedTo(someone);
    const today = civilDateOf(nowMs);
    const most = got.lateByAgency.find(({ agencyId }) => agencyId !== null);
    return {
      today,
      scope: got.scope,
      funnel: funnelOf(got.lacks),
      councils: {
        notFormed: got.councilLacks.reduce((sum, { n }) => sum + n, 0),
        lacks: got.councilLacks.map(({ kind, lack, n }) => ({ kind, code: lack, count: n })),
        rows: open.rows('council.read', got.councils).map((row) => readRow(row, today)),
      },
      lateTasks: {
        count: got.lateByAgency.reduce((sum, { n }) => sum + n, 0),
        most:
          most?.agencyId && most.agencyName && open.may('operation.read')
            ? { agencyId: most.agencyId, agencyName: most.agencyName, count: most.n }
            : null,
        rows: open.rows('operation.read', got.late).map((row) => ({
          id: row.id,
          title: row.title,
          dueOn: row.dueOn,
          daysLate: daysBetween(row.dueOn as CivilDate, today),
          operation: { id: row.operationId, title: row.operationTitle },
          unit: { id: row.unitId, kind: row.unitKind, nameFa: row.unitFa, nameEn: row.unitEn },
          responsible: { id: row.personId, name: row.personName },
          agency: row.agencyId === null || row.agencyName === null ? null : { id: row.agencyId, name: row.agencyName },
        })),
      },
      targets: { rows: open.rows('target.read', targetsFrom(got, today)), total: got.targetTotal.n },
      freshness: {
        asOfMs: got.freshness.waiting === 0 ? nowMs : null,
        waitingUnits: got.freshness.waiting,
        lastChangeAtMs: got.freshness.last,
      },
    };
  },
});
