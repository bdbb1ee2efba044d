import { adoptedLetter, answeredLetter, publishedLetter } from '@mahalleh/experiences';
import { personalDataIn } from '@mahalleh/experiences/rules';
import { expect, test } from 'vitest';
import { SAMPLE_ADOPTIONS, SAMPLE_ANSWERS, SAMPLE_DRAFT, SAMPLE_POSTS } from '../src/seed/experience-texts.ts';

const TOLD = { author: 'کسی', office: 'استاندار (نمونه)', atMs: 0 };

test('what the sample publishes, answers and adopts can be told by letter, is marked as invented and holds nothing of a person', () => {
  const texts = SAMPLE_POSTS.map(({ province: _province, daysAgo: _days, figures: _keys, ...words }) => {
    const { atMs: publishedAtMs, ...by } = TOLD;
    const post = publishedLetter.body.parse({ ...words, evidence: [], figures: [], ...by, publishedAtMs });
    expect(post.title).toContain('(نمونه)');
    return [post.title, post.tried, post.outcome, post.advice ?? ''];
  }).flat();
  for (const { id, post, body } of SAMPLE_ANSWERS)
    texts.push(answeredLetter.body.parse({ ...TOLD, id, experienceId: post, body }).body);
  for (const { post, body } of SAMPLE_ADOPTIONS)
    texts.push(
      adoptedLetter.body.parse({
        ...{ ...TOLD, experienceId: post, turn: 1, isAdopted: true, operation: null, note: body },
      }).note ?? '',
    );
  expect([...texts, SAMPLE_DRAFT.title, SAMPLE_DRAFT.tried].filter(personalDataIn)).toEqual([]);
});

test('every answer and adoption of the sample is to one of its posts, after it, and nobody adopts their own', () => {
  for (const line of [...SAMPLE_ANSWERS, ...SAMPLE_ADOPTIONS]) {
    const post = SAMPLE_POSTS.find(({ id }) => id === line.post);
    expect(post?.daysAgo).toBeGreaterThan(line.daysAgo);
  }
  for (const { post, by } of SAMPLE_ADOPTIONS)
    expect(SAMPLE_POSTS.find(({ id }) => id === post)?.province).not.toBe(by);
});
