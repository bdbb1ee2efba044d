import type { Statement } from '@mahalleh/gate';
import { foldText } from '@mahalleh/kernel';
import type { Ending } from '../kinds.ts';
import type { AdoptionTold, AnswerTold, EndingTold, PostTold } from './experience-letters.ts';

/** A post with whose it is. */
export type Post = PostTold & { readonly province: string };

/** What a search looks through. */
const foldedOf = ({ title, tried, outcome, advice }: PostTold): string =>
  foldText([title, tried, outcome, advice ?? ''].join('\n').replaceAll('\n', ' '));

/** Keeps a post: the first that comes under an id stays as it came. */
export const keepPost = (post: Post): Statement[] => [
  {
    sql: 'insert or ignore into experiences (id, province, kind, domain, title, tried, outcome, advice, evidence_json, figures_json, author, office, published_at_ms) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    args: [
      ...[post.id, post.province, post.kind, post.domain, post.title, post.tried, post.outcome, post.advice],
      ...[JSON.stringify(post.evidence), JSON.stringify(post.figures), post.author, post.office, post.publishedAtMs],
    ],
  },
  {
    sql: 'insert or ignore into experience_docs (ref, text) values (?, ?)',
    args: [post.id, foldedOf(post)],
  },
];

/** Keeps an answer; it may come before its post. */
export const keepAnswer = (answer: AnswerTold & { readonly province: string }): Statement[] => [
  {
    sql: 'insert or ignore into experience_answers (id, experience_id, province, author, office, body, at_ms) values (?, ?, ?, ?, ?, ?, ?)',
    args: [answer.id, answer.experienceId, answer.province, answer.author, answer.office, answer.body, answer.atMs],
  },
];

/** Keeps how a province stands to a post: of what it said, the last turn counts, in whatever order it comes. */
export const keepAdoption = (adoption: AdoptionTold & { readonly province: string }): Statement[] => {
  const { experienceId, province, turn, isAdopted, operation, note, author, office, atMs } = adoption;
  return [
    {
      sql:
        'insert into experience_adoptions (experience_id, province, turn, is_adopted, operation, note, author, office, at_ms) values (?, ?, ?, ?, ?, ?, ?, ?, ?)' +
        ' on conflict (experience_id, province) do update set turn = excluded.turn, is_adopted = excluded.is_adopted, operation = excluded.operation, note = excluded.note, author = excluded.author, office = excluded.office, at_ms = excluded.at_ms where excluded.turn > experience_adoptions.turn',
      args: [experienceId, province, turn, isAdopted ? 1 : 0, operation, note, author, office, atMs],
    },
  ];
};

/** Keeps how a post ended; it may come before its post, and only its own province or the ministry is heard (`ENDING_OF`). */
export const keepEnding = (ending: EndingTold & { readonly province: string; readonly how: Ending }): Statement[] => [
  {
    sql: 'insert or ignore into experience_endings (experience_id, how, province, reason, author, office, at_ms) values (?, ?, ?, ?, ?, ?, ?)',
    args: [ending.experienceId, ending.how, ending.province, ending.reason, ending.author, ending.office, ending.atMs],
  },
];
