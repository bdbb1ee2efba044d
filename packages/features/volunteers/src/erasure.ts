import type { PersonKeys, Reader, Statement } from '@mahalleh/gate';

const AT_ONCE = 500;

/** Asks which keys are to be gone and were not yet seen to be destroyed. Shape: rows of one id. */
const pendingKeys: Statement = {
  sql: `select key_id from gone_keys where destroyed_at_ms is null order by gone_at_ms limit ${AT_ONCE}`,
  args: [],
};

/** Writes down that these keys are destroyed. */
const keysDestroyed = (ids: readonly string[], nowMs: number): Statement => ({
  sql: 'update gone_keys set destroyed_at_ms = ? where destroyed_at_ms is null and key_id in (select value from json_each(?))',
  args: [nowMs, JSON.stringify(ids)],
});

/** What the round needs: to ask, to save without anybody acting, and the store of keys. */
export type ErasurePorts = {
  readonly reader: Reader;
  readonly save: (statements: readonly Statement[]) => Promise<unknown>;
  readonly keys: PersonKeys;
  readonly nowMs: () => number;
};

/** Destroys the keys of those who have withdrawn, where that was broken off, and writes down that it is done. Shape: how many. Fails: unavailable; then the next round goes on. */
export const finishErasures = async (
  { reader, save, keys, nowMs }: ErasurePorts,
  workspace: string,
): Promise<number> => {
  const [pending] = await reader.batch([pendingKeys]);
  const ids = (pending?.rows ?? []).map(([id]) => String(id));
  if (ids.length === 0) return 0;
  for (const id of ids) await keys.destroy(workspace, id);
  await save([keysDestroyed(ids, nowMs())]);
  return ids.length;
};

/** Asks for every key that may never be again. Shape: rows of one id. */
export const goneKeyIds: Statement = { sql: 'select key_id from gone_keys', args: [] };

/**
 * Erases the volunteers whose keys are gone already: for a database that was put back to a day before they withdrew.
 * Their rows could not be opened by anything; now they are blank as well.
 */
export const eraseAgain = (ids: readonly string[], nowMs: number): Statement[] => {
  const these = JSON.stringify(ids);
  return [
    {
      sql: "update volunteers set name_sealed = null, phone_sealed = null, note_sealed = null, times_sealed = null, skills_json = '[]', free_days = 0, withdrawn_at_ms = ?, revision = revision + 1 where withdrawn_at_ms is null and id in (select value from json_each(?))",
      args: [nowMs, these],
    },
    {
      sql: 'insert or ignore into gone_keys (key_id, gone_at_ms) select value, ? from json_each(?)',
      args: [nowMs, these],
    },
    { sql: 'delete from reversals where subject in (select value from json_each(?))', args: [these] },
  ];
};
