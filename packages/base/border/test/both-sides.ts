import * as z from 'zod';
import type { Statement } from '@mahalleh/gate';
import { openTestNation, openTestProvince, type TestWorkspace } from '@mahalleh/gate/testing';
import {
  collectLetters,
  defineLetter,
  handOut,
  makeSealKey,
  postToProvinces,
  type Intake,
  type SealedLetter,
} from '../src/index.ts';

/** A letter of these tests. */
export const word = defineLetter('test.word', z.strictObject({ value: z.int() }), {
  to: 'province',
  nature: 'event',
  about: { fa: '', en: '' },
});
/** How a province takes it in. */
export const wordIntake: Intake = {
  letter: word,
  apply: (_letter, body: { value: number }) => [{ sql: 'insert into words (value) values (?)', args: [body.value] }],
};
const secret = new Uint8Array(32).fill(3);

/** Saves through the lane of a workspace. */
export const savingTo =
  (workspace: TestWorkspace<'province'> | TestWorkspace<'national'>) => async (statements: readonly Statement[]) =>
    (await workspace.ports.databases.lane('').write({ commandId: '', statements })).outcome === 'saved';

/** The nation and Qom, with the nation's key known there; `collect` may change letters on their way, the saving and the intakes. */
export const openBoth = async () => {
  const [nation, qom] = [await openTestNation(), await openTestProvince('qom')];
  for (const workspace of [nation, qom]) await workspace.sql('pragma synchronous = off');
  const pair = await makeSealKey(secret);
  for (const slug of ['qom', 'yazd'])
    await nation.sql(
      "insert into provinces (slug, code, name_fa, name_en, status, epoch, schema_version, provisioned_at_ms) values (?, '25', ?, ?, 'active', 1, 1, 0)",
      [slug, slug, slug],
    );
  await nation.sql('insert into nation_keys (key_id, wrapped_private, public_jwk, from_ms) values (?, ?, ?, 0)', [
    pair.keyId,
    pair.wrappedPrivate,
    pair.publicJwk,
  ]);
  await qom.sql("insert into meta (key, value) values ('nation_keys', ?)", [
    JSON.stringify({ [pair.keyId]: pair.publicJwk }),
  ]);
  await qom.sql('create table words (value integer primary key)');
  const post = (value: number, to: readonly string[] | 'all' = 'all') =>
    savingTo(nation)([postToProvinces(word, { value }, 1, to)]);
  const handing = {
    reader: nation.ports.databases.reader('nation'),
    save: savingTo(nation),
    secret: () => Promise.resolve(secret),
    nowMs: () => 2,
  };
  const collect = (
    change: (letters: SealedLetter[]) => readonly SealedLetter[] = (letters) => letters,
    save: ReturnType<typeof savingTo> = savingTo(qom),
    intakes: readonly Intake[] = [wordIntake],
  ) =>
    collectLetters({
      province: 'qom',
      reader: qom.ports.databases.reader('qom'),
      save,
      ask: async (after) => change(await handOut(handing, 'qom', after)),
      nowMs: () => 3,
      intakes,
    });
  const words = async () => (await qom.sql('select value from words order by value')).map(({ value }) => value);
  return { nation, qom, post, collect, words, close: () => (nation.close(), qom.close()) };
};
