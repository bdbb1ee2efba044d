import { makeSealKey, takeCheckpoint } from '@mahalleh/border';
import { replayProvince, type Scratch } from '@mahalleh/border/replay';
import type { Statement } from '@mahalleh/gate';
import { openTestNation, type TestWorkspace } from '@mahalleh/gate/testing';
import { rollupIntakes } from '../src/index.ts';
import { secret } from './border-world.ts';

const saving = (nation: TestWorkspace<'national'>) => async (statements: readonly Statement[]) => {
  const outcome = await nation.ports.databases.lane('nation').write({ commandId: '', statements });
  if (outcome.outcome === 'failed') throw new Error(outcome.message);
  return true;
};

/** Replays the letters of Qom into an empty national database. */
export const replayed = async (nation: TestWorkspace<'national'>, isWhole = false) => {
  const empty = await openTestNation();
  await empty.sql('pragma synchronous = off');
  const scratch: Scratch = {
    run: async (statements) => void (await saving(empty)(statements)),
    rows: async (sql, args) => (await empty.sql(sql, [...args])).map((row) => Object.values(row)),
  };
  try {
    const ports = { nation: nation.ports.databases.reader('nation'), scratch, intakes: rollupIntakes, isWhole };
    return await replayProvince(ports, 'qom');
  } finally {
    empty.close();
  }
};

/** Takes a checkpoint of Qom as of this instant, sealed with a key of the nation. */
export const keepCheckpoint = async (nation: TestWorkspace<'national'>, nowMs: number): Promise<void> => {
  const [held] = await nation.sql('select 1 from nation_keys');
  if (!held) {
    const { keyId, wrappedPrivate, publicJwk } = await makeSealKey(secret);
    await nation.sql('insert into nation_keys (key_id, wrapped_private, public_jwk, from_ms) values (?, ?, ?, 0)', [
      keyId,
      wrappedPrivate,
      publicJwk,
    ]);
  }
  const reader = nation.ports.databases.reader('nation');
  const ports = { reader, save: saving(nation), secret: () => Promise.resolve(secret), nowMs: () => nowMs };
  if (!(await takeCheckpoint({ ...ports, intakes: rollupIntakes }, 'qom', '1405-09'))) throw new Error('no checkpoint');
};
