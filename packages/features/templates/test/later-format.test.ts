import { collectLetters, handOut, postToProvinces, unwrapSealKey, type Intake } from '@mahalleh/border';
import type { Statement } from '@mahalleh/gate';
import { newId } from '@mahalleh/kernel';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { canonicalText, digestOf, sealDigest, sealEndorsement, type TemplateDocument } from '../src/document/index.ts';
import { endedLetter, signedLetter, templateProvinceIntakes } from '../src/letters/index.ts';
import { laterSigned } from '../src/letters/later-format.ts';
import { readTemplate } from '../src/queries/template.ts';
import { listTemplates } from '../src/queries/templates.ts';
import { NOW, openExchange, saved, type Exchange } from './exchange-world.ts';
import { elementId, sampleDocument } from '../src/testing.ts';

let x: Exchange;
beforeAll(async () => {
  x = await openExchange();
});
afterAll(() => x.close());

/** A version as the nation's later program signs it and writes it to Yazd. */
const write = async (document: object): Promise<string> => {
  const text = canonicalText(document);
  const digest = await digestOf(text);
  const seal = await sealDigest(digest, x.qom.key);
  const endorsement = await sealEndorsement(
    {
      ...{ digest, province: 'qom', provinceKeyId: seal.keyId, mandates: [], note: '', author: 'الف', office: 'ب' },
      signedAtMs: NOW,
    },
    { keyId: x.nationKey.keyId, key: await unwrapSealKey(x.nationKey.wrappedPrivate, x.nationSecret) },
  );
  const { templateId, version } = document as TemplateDocument;
  const body = { templateId, version, digest, document: text, seal, province: 'qom', endorsement, comments: [] };
  await saved(x.nation, [postToProvinces(signedLetter, signedLetter.body.parse(body), NOW, ['yazd'])]);
  return digest;
};
const saveTo = (slug: 'nation' | 'yazd') => async (statements: readonly Statement[]) => {
  await saved(slug === 'nation' ? x.nation : x.yazd.db, statements);
  return true;
};
const collect = (intakes: readonly Intake[] = templateProvinceIntakes) =>
  collectLetters({
    ...{ province: 'yazd', reader: x.yazd.db.ports.databases.reader('yazd'), save: saveTo('yazd'), intakes },
    ask: (after) =>
      handOut(
        {
          ...{ reader: x.nation.ports.databases.reader('nation'), save: saveTo('nation') },
          ...{ secret: () => Promise.resolve(x.nationSecret), nowMs: () => NOW },
        },
        'yazd',
        after,
      ),
    nowMs: () => NOW,
  });
/** The program after it moved: it reads format 2 as this one reads 1. */
const moved: readonly Intake[] = templateProvinceIntakes.map((intake) =>
  intake.letter.kind === signedLetter.kind
    ? { ...intake, check: () => Promise.resolve(true), later: { reads: 2, of: laterSigned } }
    : intake,
);
const catalogue = () => listTemplates.run(x.yazd.director, {});

test('a version of a later format waits in the catalogue while other mail comes, and is in it once the program has moved', async () => {
  const first = sampleDocument({ templateId: elementId(900), title: 'نخست' });
  const digest = await write(first);
  const second = { ...first, formatVersion: 2, version: 2, previous: digest, title: 'دوم', shape: { of: ['later'] } };
  await write(second);
  const told = { templateId: elementId(901), version: 0, reason: 'ر', author: 'الف', office: 'ب', atMs: NOW };
  await saved(x.nation, [
    postToProvinces(endedLetter, { ...told, province: 'ministry', how: 'revoked' }, NOW, ['yazd']),
  ]);
  expect(await collect()).toEqual({ taken: 2, setAside: 1, stoppedBy: null });
  expect(await x.yazd.db.sql('select template_id from template_endings')).toEqual([{ template_id: elementId(901) }]);
  const before = await catalogue();
  expect(before.rows.map(({ version, versions }) => [version, versions])).toEqual([[1, 1]]);
  expect(before.later).toEqual([
    { templateId: elementId(900), version: 2, province: 'qom', title: 'دوم', needs: 2, setAsideAtMs: NOW },
  ]);
  await expect(readTemplate.run(x.yazd.director, { templateId: elementId(900), version: 2 })).rejects.toMatchObject({
    reason: 'template_unknown',
  });
  expect((await listTemplates.run(x.reviewer, {})).later).toEqual([]);
  expect(await collect(moved)).toEqual({ taken: 1, setAside: 0, stoppedBy: null });
  const after = await catalogue();
  expect([after.later, after.rows.map(({ version, title }) => [version, title])]).toEqual([[], [[2, 'دوم']]]);
});

test('nothing else passes for a later format: another name, an older number, no document', async () => {
  const body = { templateId: newId(), version: 1, province: 'qom' };
  const of = (document: unknown, over: object = {}) =>
    laterSigned(JSON.stringify({ ...body, document: JSON.stringify(document), ...over }));
  expect(of({ format: 'mahalleh-template', formatVersion: 2, title: 7 })).toEqual({
    needs: 2,
    about: { ...body, title: '' },
  });
  expect(of({ format: 'mahalleh-template', formatVersion: 1 })).toBeNull();
  expect(of({ format: 'another', formatVersion: 2 })).toBeNull();
  expect(of({ format: 'mahalleh-template', formatVersion: 2 }, { document: '{' })).toBeNull();
  expect(of({ format: 'mahalleh-template', formatVersion: 2 }, { version: 0 })).toBeNull();
  expect(laterSigned('x')).toBeNull();
});
