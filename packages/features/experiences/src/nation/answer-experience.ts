import { postToProvinces } from '@mahalleh/border';
import { changeOf, defineNationCommand } from '@mahalleh/gate';
import { MINISTRY } from '../kinds.ts';
import { repliedLetter } from '../letters/experience-letters.ts';
import { keepAnswer } from '../letters/keep.ts';
import { AnswerExperience, ExperienceChanged } from '../model.ts';
import { askAuthor, askPost } from '../post-sql.ts';
import { whyNotTalk } from '../rules.ts';

/** Answers a post for the ministry; every province reads it. */
export const answerForMinistry = defineNationCommand({
  name: 'experience.answer',
  permission: 'experience.answer',
  input: AnswerExperience,
  output: ExperienceChanged,
  load: (db, { experienceId }) => ({ post: askPost(db, experienceId), author: askAuthor(db) }),
  decide: ({ post, author }, { experienceId, body }, { newId, nowMs }) =>
    whyNotTalk(post.ending) ?? {
      answer: { id: newId(), experienceId, province: MINISTRY, ...author, body, atMs: nowMs },
    },
  save: (_db, { answer }, _state, _input, { nowMs }) => [
    ...keepAnswer(answer).map(changeOf),
    changeOf(postToProvinces(repliedLetter, answer, nowMs, 'all')),
  ],
  audit: ({ answer }) => ({ subject: answer.experienceId, unitId: null, fields: ['answer'] }),
  answer: ({ answer }) => ({ id: answer.id }),
});
