import { openTestProvince } from '@mahalleh/gate/testing';
import type { Statement } from '@mahalleh/gate';
import { newId } from '@mahalleh/kernel';

/** An instant in Azar 1405: Aban has ended. */
export const NOW = Date.parse('2026-11-24T08:00:00Z');

/** A province of two counties with its governor and director-general, and a way to give it cells. */
export const openReporting = async () => {
  const db = await openTestProvince('qom');
  const ids = { province: newId(), qom: newId(), kahak: newId() };
  const unit = async (id: string, kind: string, code: string, countyId: string | null) => {
    await db.sql(
      'insert into units (id, kind, official_code, name_fa, name_folded, county_id, from_on, registered_at_ms) values (?, ?, ?, ?, ?, ?, ?, 0)',
      [id, kind, code, `${kind} ${code}`, `${kind} ${code}`, countyId, '2016-03-20'],
    );
    for (const ancestor of new Set([ids.province, id]))
      await db.sql('insert into unit_closure (ancestor_id, unit_id) values (?, ?)', [ancestor, id]);
  };
  await unit(ids.province, 'province', '25', null);
  await unit(ids.qom, 'county', '2501', ids.qom);
  await unit(ids.kahak, 'county', '2502', ids.kahak);
  await db.sql("insert into meta (key, value) values ('provisioned_at_ms', '0')");
  await db.sql('delete from dirty');
  db.setNow(NOW);
  const cell = (countyId: string, metric: string, dims: string, period: string, value: number) =>
    db.sql(
      'insert into cells (county_id, metric, dims, period, value, seq) values (?, ?, ?, ?, ?, 1) on conflict (county_id, metric, dims, period) do update set value = excluded.value',
      [countyId, metric, dims, period, value],
    );
  const run = async (statements: readonly Statement[]) => {
    const outcome = await db.ports.databases.lane('qom').write({ commandId: newId(), statements });
    if (outcome.outcome === 'failed') throw new Error(outcome.message);
  };
  return { db, ids, cell, run };
};
