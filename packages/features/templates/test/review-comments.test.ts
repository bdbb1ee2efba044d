import { newId } from '@mahalleh/kernel';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { digestOf } from '../src/document/index.ts';
import { commentTemplate } from '../src/nation/comment-template.ts';
import { restoreComment, retractComment } from '../src/nation/retract-comment.ts';
import { returnTemplate } from '../src/nation/return-template.ts';
import { signTemplate } from '../src/nation/sign-template.ts';
import { readSubmissionAttachment } from '../src/nation/submission-attachment.ts';
import { readSubmission } from '../src/nation/submission.ts';
import { listSubmissions } from '../src/nation/submissions.ts';
import { openExchange, type Exchange } from './exchange-world.ts';
import { elementId, sampleDocument, sampleElements } from '../src/testing.ts';

let x: Exchange;
let other: Exchange['reviewer'];
beforeAll(async () => {
  x = await openExchange();
  other = await x.nation.as({ role: 'ministry_reviewer', unitId: newId() });
});
afterAll(() => x.close());

let count = 300;
const fresh = () => sampleDocument({ templateId: elementId(++count) });
const submitted = async (document = fresh()): Promise<string> => {
  const digest = await x.submit('qom', document);
  await x.carry();
  return digest;
};
const comment = async (digest: string, body = 'روشن‌تر بنویسید.'): Promise<string> =>
  (await commentTemplate.run(x.reviewer, { digest, body })).id ?? '';
const told = async (digest: string) =>
  (await x.qom.db.sql('select body from template_comments where digest = ? order by at_ms, id', [digest])).map(
    ({ body }) => body,
  );

test('who wrote a comment takes it back: it goes nowhere, its words are gone, its place and the audit stay', async () => {
  const digest = await submitted();
  const commentId = await comment(digest, 'اشتباه نوشتم.');
  const before = await readSubmission.run(x.reviewer, { digest });
  expect(before.comments).toMatchObject([{ body: 'اشتباه نوشتم.', retractedAtMs: null, mayRetract: true }]);
  expect((await readSubmission.run(other, { digest })).comments).toMatchObject([{ mayRetract: false }]);
  await retractComment.run(x.reviewer, { digest, commentId });
  const after = await readSubmission.run(x.reviewer, { digest });
  expect(after.comments).toMatchObject([{ id: commentId, body: '', mayRetract: true }]);
  expect(after.comments[0]?.retractedAtMs).not.toBeNull();
  const { rows } = await listSubmissions.run(x.reviewer, { status: 'submitted' });
  expect(rows.find((row) => row.digest === digest)?.comments).toBe(0);
  await expect(returnTemplate.run(x.reviewer, { digest, revision: 1 })).rejects.toMatchObject({
    reason: 'template_comment_missing',
  });
  await comment(digest, 'درست این است.');
  await returnTemplate.run(x.reviewer, { digest, revision: 1 });
  await x.carry();
  expect(await told(digest)).toEqual(['درست این است.']);
  expect((await x.nation.audit()).filter(({ subject }) => subject === digest).map(({ action }) => action)).toEqual([
    'template.comment',
    'template.retract',
    'template.comment',
  ]);
});

test('what was taken back stands again, and travels', async () => {
  const digest = await submitted();
  const commentId = await comment(digest, 'بسیار خوب.');
  await expect(restoreComment.run(x.reviewer, { digest, commentId })).rejects.toMatchObject({
    reason: 'template_comment_stands',
  });
  await retractComment.run(x.reviewer, { digest, commentId });
  await expect(retractComment.run(x.reviewer, { digest, commentId })).rejects.toMatchObject({
    reason: 'template_comment_retracted',
  });
  await restoreComment.run(x.reviewer, { digest, commentId });
  await signTemplate.run(x.reviewer, { digest, revision: 1, mandates: [] });
  await x.carry();
  expect(await told(digest)).toEqual(['بسیار خوب.']);
});

test('refused: another’s comment, one of another document, one that its province has', async () => {
  const document = fresh();
  const digest = await submitted(document);
  const commentId = await comment(digest);
  const refusedAs = (reason: string, as = x.reviewer, of = digest) =>
    expect(retractComment.run(as, { digest: of, commentId })).rejects.toMatchObject({ reason });
  await refusedAs('template_comment_of_other', other);
  await refusedAs('template_comment_unknown', x.reviewer, await submitted());
  await returnTemplate.run(x.reviewer, { digest, revision: 1 });
  await refusedAs('template_comment_told');
  await x.carry();
  // The same text again: what was told before stays told.
  await submitted(document);
  await refusedAs('template_comment_told');
  expect((await readSubmission.run(x.reviewer, { digest })).comments).toMatchObject([{ mayRetract: false }]);
  await comment(digest, 'و این.');
  await returnTemplate.run(x.reviewer, { digest, revision: 3 });
  await x.carry();
  expect(await told(digest)).toEqual(['روشن‌تر بنویسید.', 'و این.']);
});

test('taken back and returned at once: what was taken back never travels, and nothing that stands is lost', async () => {
  for (let round = 0; round < 8; round++) {
    const digest = await submitted();
    await comment(digest, 'می‌ماند.');
    const commentId = await comment(digest, 'پس گرفته.');
    const [back] = await Promise.allSettled([
      retractComment.run(x.reviewer, { digest, commentId }),
      returnTemplate.run(other, { digest, revision: 1 }),
    ]);
    await returnTemplate.run(other, { digest, revision: 1 }).catch(() => undefined);
    await x.carry();
    expect(await told(digest)).toEqual(
      back.status === 'fulfilled' ? ['می‌ماند.'] : expect.arrayContaining(['می‌ماند.', 'پس گرفته.']),
    );
  }
});

test('reviewers look at the photos and documents of what was submitted, and at those of nothing else', async () => {
  const photo = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 1, 2]);
  const attachment = await digestOf(photo);
  const data = Buffer.from(photo).toString('base64');
  const digest = await submitted({
    ...fresh(),
    attachments: [{ digest: attachment, mediaType: 'image/jpeg', bytes: photo.length, data }],
    elements: [
      ...sampleElements(),
      { id: elementId(20), kind: 'media', fields: { title: 'ع', attachment, forRef: null } },
    ],
  });
  expect(await readSubmissionAttachment.run(x.reviewer, { digest, attachment })).toEqual({
    mediaType: 'image/jpeg',
    data,
  });
  const missing = { reason: 'template_attachment_missing' };
  await expect(readSubmissionAttachment.run(x.reviewer, { digest, attachment: digest })).rejects.toMatchObject(missing);
  await expect(
    readSubmissionAttachment.run(x.reviewer, { digest: await submitted(), attachment }),
  ).rejects.toMatchObject(missing);
});
