import { makeSealKey, unwrapSealKey } from '@mahalleh/border';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importTemplate } from '../src/commands/import-template.ts';
import {
  canonicalText,
  digestOf,
  MOST,
  sealDigest,
  sealEndorsement,
  type TemplateDocument,
} from '../src/document/index.ts';
import { checksumOf, type TemplateFile } from '../src/file/template-file.ts';
import { signTemplate } from '../src/nation/sign-template.ts';
import { readAttachment } from '../src/queries/template-attachment.ts';
import { readTemplateFile } from '../src/queries/template-file.ts';
import { readTemplate } from '../src/queries/template.ts';
import { NOW, openExchange, type Exchange } from './exchange-world.ts';
import { elementId, sampleDocument, sampleElements } from '../src/testing.ts';

let x: Exchange;
beforeAll(async () => {
  x = await openExchange();
});
afterAll(() => x.close());

let count = 500;
const fresh = (over: object = {}): TemplateDocument => ({
  ...sampleDocument(),
  templateId: elementId(++count),
  ...over,
});
const nationKey = async () => ({
  keyId: x.nationKey.keyId,
  key: await unwrapSealKey(x.nationKey.wrappedPrivate, x.nationSecret),
});

/** A file that is signed as it should be; what is given over it is changed before everything is sealed and summed anew. */
const fileOf = async (
  document: unknown,
  {
    text = canonicalText(document),
    ...over
  }: { text?: string; key?: Awaited<ReturnType<typeof nationKey>>; endorsement?: object; seal?: object } = {},
): Promise<TemplateFile> => {
  const digest = await digestOf(text);
  const seal = { ...(await sealDigest(digest, x.qom.key)), ...over.seal };
  const endorsement = await sealEndorsement(
    {
      ...{ digest, province: 'qom', provinceKeyId: seal.keyId, mandates: [], note: '', author: 'الف', office: 'ب' },
      ...{ signedAtMs: NOW, ...over.endorsement },
    },
    over.key ?? (await nationKey()),
  );
  const content = {
    format: 'mahalleh-template-file',
    fileVersion: 1,
    document: text,
    digest,
    seal,
    endorsement,
  } as const;
  return { ...content, checksum: await checksumOf(content) };
};
const bytesOf = (file: unknown): Uint8Array =>
  new TextEncoder().encode(typeof file === 'string' ? file : JSON.stringify(file));
const bring = async (file: unknown) => importTemplate.run(x.yazd.director, { bytes: bytesOf(await file) });
/** Summed anew after it was changed, as whoever tampers would. */
const summed = async (file: TemplateFile, over: Partial<TemplateFile>): Promise<TemplateFile> => {
  const changed = { ...file, ...over };
  return { ...changed, checksum: await checksumOf(changed) };
};

test('what one province hands out as a file, another one takes in whole', async () => {
  const photo = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 9, 9]);
  const digest = await digestOf(photo);
  const document = fresh({
    attachments: [{ digest, mediaType: 'image/jpeg', bytes: 6, data: Buffer.from(photo).toString('base64') }],
    elements: [
      ...sampleElements(),
      { id: elementId(20), kind: 'media', fields: { title: 'ع', attachment: digest, forRef: null } },
    ],
    rhythm: { later: 'program' },
  });
  const submission = await x.submit('qom', document);
  await x.carryUp();
  await signTemplate.run(x.reviewer, { digest: submission, revision: 1, mandates: [] });
  const { templateId } = document;
  const { text, filename } = await readTemplateFile.run(x.reviewer, { templateId });
  expect(filename).toMatch(/^qom-\w{8}-v1\.mahalleh\.json$/);
  expect(await importTemplate.run(x.yazd.director, { bytes: bytesOf(text) })).toEqual({ templateId, version: 1 });
  const read = await readTemplate.run(x.yazd.director, { templateId });
  expect([read.arrival, read.digest, read.unread]).toEqual(['file', submission, ['rhythm']]);
  expect(await readAttachment.run(x.yazd.director, { templateId, version: 1, digest })).toEqual({
    mediaType: 'image/jpeg',
    data: Buffer.from(photo).toString('base64'),
  });
  expect((await readTemplateFile.run(x.yazd.director, { templateId })).text).toBe(text);
  expect((await x.yazd.db.audit()).at(-1)).toMatchObject({ action: 'template.import', subject: templateId });
  expect(await bring(text)).toEqual({ templateId, version: 1 });
  expect(await x.yazd.db.sql('select arrival from templates where digest = ?', [submission])).toEqual([
    { arrival: 'file' },
  ]);
  // The letter comes too, once the network is there: it is the same version.
  await x.carry();
  expect((await readTemplate.run(x.yazd.director, { templateId })).arrival).toBe('file');
});

describe('refused', () => {
  test.each([
    ['no JSON', 'x', 'template_not_json'],
    ['no such file', '{"format":"mahalleh-template"}', 'template_file_unknown'],
    ['null', 'null', 'template_file_unknown'],
    ['a file of a later program', '{"format":"mahalleh-template-file","fileVersion":2}', 'template_file_too_new'],
    ['half a file', '{"format":"mahalleh-template-file","fileVersion":1}', 'template_file_damaged'],
  ])('%s', async (_name, text, reason) => {
    await expect(bring(text)).rejects.toMatchObject({ kind: 'invalid', fields: [{ field: 'bytes', reason }] });
  });

  test('bytes that are no text', async () => {
    await expect(importTemplate.run(x.yazd.director, { bytes: Uint8Array.from([0xff, 0xfe]) })).rejects.toMatchObject({
      fields: [{ reason: 'template_not_json' }],
    });
  });

  test.each<[string, () => Promise<unknown>, string]>([
    [
      'a byte changed on its way',
      async () => ({ ...(await fileOf(fresh())), checksum: 'A'.repeat(43) }),
      'template_file_damaged',
    ],
    [
      'a document that was changed',
      async () => summed(await fileOf(fresh()), { document: canonicalText(fresh({ title: 'دیگر' })) }),
      'template_file_tampered',
    ],
    [
      'a document and its digest that were changed',
      async () => {
        const other = await fileOf(fresh({ title: 'دیگر' }));
        return summed(await fileOf(fresh()), { document: other.document, digest: other.digest });
      },
      'template_seal_broken',
    ],
    [
      'a text that is not the canonical one',
      () => fileOf(fresh(), { text: JSON.stringify(fresh(), null, 1) }),
      'template_file_tampered',
    ],
    ['too new', () => fileOf(fresh({ formatVersion: 2 })), 'template_too_new'],
    ['too old', () => fileOf(fresh({ formatVersion: 0 })), 'template_too_old'],
    ['huge', () => fileOf(fresh({ more: 'x'.repeat(MOST.text_total) })), 'template_too_large'],
    [
      'too many elements',
      () => fileOf(fresh({ elements: Array.from({ length: MOST.elements + 1 }, () => 0) })),
      'template_too_many',
    ],
    ['a domain below itself', () => fileOf(fresh({ elements: circle() })), 'template_faulty'],
    ['a part that it lacks', () => fileOf(fresh({ elements: sampleElements().slice(1) })), 'template_faulty'],
    ['a formula that does not parse', () => fileOf(fresh({ elements: formula('1 +') })), 'template_faulty'],
    [
      'the seal of another key',
      async () => fileOf(fresh(), { seal: { publicJwk: x.yazd.key.publicJwk } }),
      'template_seal_broken',
    ],
    [
      'the signature of another document',
      () => fileOf(fresh(), { endorsement: { digest: 'A'.repeat(43) } }),
      'template_endorsement_other',
    ],
    [
      'the signature of another province',
      () => fileOf(fresh(), { endorsement: { province: 'yazd' } }),
      'template_endorsement_other',
    ],
    [
      'mandates that were changed after signing',
      async () => {
        const file = await fileOf(fresh());
        return summed(file, { endorsement: { ...file.endorsement, mandates: [{ part: 'roles', reason: 'x' }] } });
      },
      'template_endorsement_broken',
    ],
    [
      'a key that nobody knows',
      async () => {
        const pair = await makeSealKey(x.nationSecret);
        const key = await unwrapSealKey(pair.wrappedPrivate, x.nationSecret);
        return fileOf(fresh(), { key: { keyId: pair.keyId, key } });
      },
      'template_key_unknown',
    ],
    [
      'a key by a name that objects inherit',
      async () => fileOf(fresh(), { key: { ...(await nationKey()), keyId: 'constructor' } }),
      'template_key_unknown',
    ],
  ])('%s', async (_name, make, reason) => {
    const before = await x.yazd.db.sql('select count(*) as n from templates');
    await expect(bring(await make())).rejects.toMatchObject({ kind: 'refused', reason });
    expect(await x.yazd.db.sql('select count(*) as n from templates')).toEqual(before);
  });

  test('what is wrong with single fields is told under them', async () => {
    await expect(bring(await fileOf(fresh({ elements: formula('1 +') })))).rejects.toMatchObject({
      fields: [{ field: `elements.${elementId(5)}.formula`, reason: 'formula_ends_early' }],
    });
  });

  test('a key that was withdrawn', async () => {
    const { db } = x.yazd;
    await db.sql("insert into meta (key, value) values ('nation_keys_withdrawn', ?)", [
      JSON.stringify({ [x.nationKey.keyId]: NOW }),
    ]);
    await expect(bring(await fileOf(fresh()))).rejects.toMatchObject({ reason: 'template_key_withdrawn' });
    await db.sql("delete from meta where key = 'nation_keys_withdrawn'");
  });

  test('a version that its province edited after it was signed', async () => {
    const document = fresh();
    await bring(await fileOf(document));
    await expect(bring(await fileOf({ ...document, title: 'پس از امضا' }))).rejects.toMatchObject({
      reason: 'template_version_taken',
    });
  });

  test('a template that ended, before it ever came or after', async () => {
    const document = fresh();
    const end = (how: string, province: string) =>
      x.yazd.db.sql(
        "insert or replace into template_endings (template_id, version, how, province, reason, author, office, at_ms) values (?, 0, ?, ?, 'r', 'a', 'o', 1)",
        [document.templateId, how, province],
      );
    await end('withdrawn', 'qazvin');
    await bring(await fileOf(document));
    const next = { ...document, version: 2, previous: await digestOf(canonicalText(document)) };
    await end('withdrawn', 'qom');
    await expect(bring(await fileOf(next))).rejects.toMatchObject({ reason: 'template_withdrawn' });
    await x.yazd.db.sql('delete from template_endings');
    await end('revoked', 'ministry');
    await expect(bring(await fileOf(next))).rejects.toMatchObject({ reason: 'template_revoked' });
  });

  test('the id of another province’s template', async () => {
    const document = fresh();
    await bring(await fileOf(document));
    const other = { ...document, version: 2, province: 'yazd' };
    await expect(bring(await fileOf(other, { endorsement: { province: 'yazd' } }))).rejects.toMatchObject({
      reason: 'template_id_taken',
    });
  });
});

const circle = () =>
  sampleElements().map((one) =>
    one.id === elementId(1) ? { ...one, fields: { ...one.fields, parentRef: one.id } } : one,
  );
const formula = (text: string) =>
  sampleElements().map((one) => (one.id === elementId(5) ? { ...one, fields: { ...one.fields, formula: text } } : one));
