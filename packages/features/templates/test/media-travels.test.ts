import { newId } from '@mahalleh/kernel';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { amendTemplate } from '../src/commands/amend-template.ts';
import { draftTemplate } from '../src/commands/draft-template.ts';
import { submitTemplate } from '../src/commands/submit-template.ts';
import { canonicalText, digestOf, type TemplateDocument } from '../src/document/index.ts';
import { keepSigned, submittedLetter } from '../src/letters/index.ts';
import { readTemplateDraft } from '../src/queries/template-draft.ts';
import { saved } from './exchange-world.ts';
import { jpegOf, NOW, openLivingWorld } from './living-world.ts';
import { elementId, sampleDocument, sampleElements } from '../src/testing.ts';

type World = Awaited<ReturnType<typeof openLivingWorld>>;
let world: World;
beforeEach(async () => {
  world = await openLivingWorld();
});
afterEach(() => world.close());

const photo = async (bytes: number) => {
  const content = jpegOf(bytes);
  const digest = await digestOf(content);
  return { digest, mediaType: 'image/jpeg' as const, bytes, data: Buffer.from(content).toString('base64') };
};
/** A template of Qazvin with two photos, one of them of an operation. */
const pictured = async (over: Partial<TemplateDocument> = {}): Promise<TemplateDocument> => {
  const attachments = [await photo(900), await photo(901)];
  const medium = (n: number, title: string, forRef: string | null) => ({
    ...{ id: elementId(n), kind: 'media' },
    fields: { title, attachment: attachments[n - 31]?.digest ?? '', forRef },
  });
  return sampleDocument({
    ...{ province: 'qazvin', title: 'محله راه‌آهن', attachments },
    elements: [...sampleElements(), medium(31, 'پیش از نصب', elementId(6)), medium(32, 'پس از نصب', null)],
    ...over,
  });
};
/** Keeps a signed version here, as its letter does. */
const keep = async ({ db }: World, document: TemplateDocument, signedAtMs = NOW): Promise<void> => {
  const text = canonicalText(document);
  const digest = await digestOf(text);
  const { templateId, version, province } = document;
  const endorsement = { digest, province, provinceKeyId: '', mandates: [], note: '', author: '', office: '' };
  await saved(
    db,
    keepSigned(
      {
        ...{ templateId, version, digest, province, document: text, comments: [] },
        ...{ seal: { keyId: '', publicJwk: '', seal: '' } },
        endorsement: { ...endorsement, signedAtMs, keyId: '', seal: '' },
      },
      document,
      'letter',
    ),
  );
};
/** Says that the neighbourhood uses it: of its elements, what is kept as words. */
const adopt = async ({ put, ids }: World, { templateId, version, elements }: TemplateDocument): Promise<void> => {
  const id = newId();
  await put('adoptions', {
    ...{ id, template_id: templateId, version, digest: 'x', unit_id: ids.place, starts_on: '2026-09-05' },
    ...{ mapping_json: '{}', status: 'active', adopted_by: ids.manager, adopted_at_ms: 0 },
  });
  for (const { id: element, kind, fields } of elements.filter((one) => ['lesson', 'media'].includes(one.kind)))
    await put('adopted_elements', {
      ...{ adoption_id: id, element_id: element, kind, state: 'kept', row_key: null },
      ...{ base_json: JSON.stringify(fields), landed_json: '{}' },
    });
};
const read = ({ dg }: World, templateDraftId: string) => readTemplateDraft.run(dg, { templateDraftId });
const amend = async (w: World, id: string, change: object) =>
  amendTemplate.run(w.dg, { templateDraftId: id, revision: (await read(w, id)).revision, ...change });
/** Publishes the neighbourhood, with everything decided. Shape: the document as it was sent. */
const publish = async (w: World, id: string): Promise<TemplateDocument> => {
  await amend(w, id, { title: 'الگوی تازه' });
  for (let left = 6; left > 0; left--) {
    const open = (await read(w, id)).findings.filter(({ isKept }) => !isKept);
    if (open.length === 0) break;
    await amend(w, id, {
      keep: open.filter(({ mayKeep }) => mayKeep).map(({ key }) => key),
      replace: open.filter(({ mayKeep }) => !mayKeep).map(({ key }) => key),
    });
  }
  await submitTemplate.run(w.dg, { templateDraftId: id, revision: (await read(w, id)).revision });
  const [row] = await w.db.sql('select body_json from letters_out order by rowid desc limit 1');
  const { document } = submittedLetter.body.parse(JSON.parse(String(row?.['body_json'])));
  return JSON.parse(document) as TemplateDocument;
};
const begin = async (w: World) => (await draftTemplate.run(w.dg, { unitId: w.ids.place })).id;
const mediaOf = ({ elements }: TemplateDocument) => elements.filter(({ kind }) => kind === 'media');

test('photos of a template in use travel on with what is published of the neighbourhood, with their ids and whose they were', async () => {
  const source = await pictured();
  await keep(world, source);
  await adopt(world, source);
  const id = await begin(world);
  expect((await read(world, id)).media.map(({ elementId: one, province, title }) => [one, province, title])).toEqual(
    expect.arrayContaining([
      [elementId(31), 'qazvin', 'محله راه‌آهن'],
      [elementId(32), 'qazvin', 'محله راه‌آهن'],
    ]),
  );
  const document = await publish(world, id);
  expect(document.attachments).toEqual(source.attachments);
  expect(mediaOf(document).map((one) => [one.id, one.fields['title'], one.fields['attachment']])).toEqual(
    mediaOf(source).map((one) => [one.id, one.fields['title'], one.fields['attachment']]),
  );
  // The operation of the photo is not in use here: the photo stands for the whole.
  expect(mediaOf(document).map(({ fields }) => fields['forRef'])).toEqual([null, null]);
  expect(document.credits).toMatchObject([{ province: 'qazvin', elementIds: [elementId(31), elementId(32)] }]);

  // And once more, in another province that knows what Qom published and nothing of where that came from.
  const next = await openLivingWorld();
  await keep(next, document);
  await adopt(next, document);
  await next.db.sql("delete from element_rows where kind <> 'x'");
  const again = await publish(next, await begin(next));
  expect(again.attachments).toEqual(source.attachments);
  expect(mediaOf(again).map(({ id: one }) => one)).toEqual([elementId(31), elementId(32)]);
  next.close();
});

test('what was left out of them is not sent, and neither are its bytes; a title that was reworded is', async () => {
  const source = await pictured();
  await keep(world, source);
  await adopt(world, source);
  const id = await begin(world);
  await amend(world, id, {
    leaveOut: [elementId(31)],
    reword: [{ elementId: elementId(32), field: 'title', text: 'کوچه پس از نصب چراغ' }],
  });
  const document = await publish(world, id);
  expect(mediaOf(document).map(({ id: one, fields }) => [one, fields['title']])).toEqual([
    [elementId(32), 'کوچه پس از نصب چراغ'],
  ]);
  expect(document.attachments).toEqual(source.attachments.slice(1));
  expect(document.credits).toMatchObject([{ elementIds: [elementId(32)] }]);
});

test('whose a photo was is said by who signed it first, however often it was signed since', async () => {
  const source = await pictured();
  await keep(world, source, NOW - 10);
  const later = await pictured({ templateId: elementId(701), province: 'yazd', title: 'الگوی یزد' });
  await keep(world, later, NOW - 5);
  await adopt(world, later);
  const id = await begin(world);
  expect(new Set((await read(world, id)).media.map(({ province }) => province))).toEqual(new Set(['qazvin']));
  const document = await publish(world, id);
  expect(document.credits.map(({ province }) => province)).toEqual(['qazvin']);
  expect(document.attachments).toHaveLength(2);
});

test('own photos and those of the template are counted together', async () => {
  const attachments = await Promise.all(Array.from({ length: 12 }, (_, i) => photo(900 + i)));
  const source = await pictured({
    attachments,
    elements: [
      ...sampleElements(),
      ...attachments.map(({ digest }, i) => ({
        ...{ id: elementId(40 + i), kind: 'media' },
        fields: { title: `عکس ${i + 1}`, attachment: digest, forRef: null },
      })),
    ],
  });
  await keep(world, source);
  await adopt(world, source);
  const id = await begin(world);
  const attach = [{ evidenceId: world.ids.photo, title: 'پس از کار', isNobodyRecognisable: true }];
  await expect(amend(world, id, { attach })).rejects.toMatchObject({ reason: 'photos_too_many' });
  await amend(world, id, { leaveOut: [elementId(40)] });
  await amend(world, id, { attach });
  const document = await publish(world, id);
  expect([document.attachments.length, mediaOf(document).length]).toEqual([12, 12]);
});
