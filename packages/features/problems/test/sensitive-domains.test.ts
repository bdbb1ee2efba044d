import { attachPhoto } from '@mahalleh/evidence';
import { newId } from '@mahalleh/kernel';
import { undoAct } from '@mahalleh/undo';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { amendDomain, amendProblem, registerDomain, registerProblem } from '../src/index.ts';
import { openSetting, type Setting } from './setting.ts';

let s: Setting;
beforeAll(async () => {
  s = await openSetting();
});
afterAll(() => s.province.close());

const row = async (key: string) => (await s.province.sql('select * from domains where key = ?', [key]))[0];

describe('making a domain sensitive', () => {
  test('reaches everything below it, needs the photos gone and the places given up, and is for good', async () => {
    const { sql } = s.province;
    await registerDomain.run(s.director, { titleFa: 'امنیت پارک', titleEn: 'Parks', parentKey: 'public_security' });
    const problemId = await s.register({
      domainKey: 'parks',
      latitude: 34.65,
      longitude: 50.88,
      placeNote: 'کنار حوض',
    });
    const photo = await s.photo(problemId);
    const raise = { domainKey: 'public_security', revision: 1, isSensitive: true };
    await expect(amendDomain.run(s.director, raise)).rejects.toMatchObject({
      fields: [{ field: 'isSensitive', reason: 'domain_has_photos', params: { photos: 1 } }],
    });
    await sql('update evidence set removed_at_ms = 1 where blob_key = ?', [photo]);
    await expect(amendDomain.run(s.director, raise)).rejects.toMatchObject({
      fields: [{ field: 'dropPlaces', reason: 'domain_has_places', params: { places: 1 } }],
    });
    const commandId = newId();
    await amendDomain.run(s.director, { ...raise, dropPlaces: true }, commandId);
    expect([await row('public_security'), await row('parks')]).toMatchObject([
      { is_sensitive: 1, revision: 2 },
      { is_sensitive: 1, revision: 2 },
    ]);
    expect(await s.row(problemId)).toMatchObject({
      place_kind: 'whole',
      latitude: null,
      place_note: null,
      revision: 2,
    });
    await expect(undoAct.run(s.director, { commandId })).rejects.toMatchObject({ reason: 'reversal_unknown' });
    await expect(
      amendDomain.run(s.director, { domainKey: 'parks', revision: 2, isSensitive: false }),
    ).rejects.toMatchObject({
      reason: 'domain_is_sensitive',
    });
    const png = { subjectKind: 'problem', subjectId: problemId, bytes: new Uint8Array([1]), contentType: 'image/png' };
    await expect(attachPhoto.run(s.manager, png)).rejects.toMatchObject({ kind: 'refused' });
  });
});

test('a place does not come back into a domain that has become sensitive since', async () => {
  await registerDomain.run(s.director, { titleFa: 'چاه‌ها', titleEn: 'Wells', nationalKey: 'crisis_management' });
  const problemId = await s.register({ domainKey: 'wells', latitude: 34.65, longitude: 50.88 });
  const commandId = newId();
  await amendProblem.run(s.manager, { problemId, revision: 1, placeKind: 'whole' }, commandId);
  await amendDomain.run(s.director, { domainKey: 'wells', revision: 1, isSensitive: true });
  await expect(undoAct.run(s.manager, { commandId })).rejects.toMatchObject({ kind: 'conflict' });
  expect(await s.row(problemId)).toMatchObject({ latitude: null, revision: 2 });
});

test('a problem with a place and the sensitivity of its domain do not pass each other by', async () => {
  await registerDomain.run(s.director, { titleFa: 'کوره‌ها', titleEn: 'Kilns', nationalKey: 'environment' });
  const problem = {
    unitId: s.here,
    domainKey: 'kilns',
    title: 'Smoke',
    severity: 3,
    latitude: 34.65,
    longitude: 50.88,
  };
  await Promise.allSettled([
    registerProblem.run(s.manager, problem),
    amendDomain.run(s.director, { domainKey: 'kilns', revision: 1, isSensitive: true }),
  ]);
  const [both] = await s.province.sql(
    "select count(*) as n from problems p join domains d on d.key = p.domain_key where d.key = 'kilns' and d.is_sensitive = 1 and p.latitude is not null",
  );
  expect(both).toEqual({ n: 0 });
});
