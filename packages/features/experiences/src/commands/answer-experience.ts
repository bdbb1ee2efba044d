import { postLetter } from '@mahalleh/border';
import { changeOf, defineCommand } from '@mahalleh/gate';
import { answeredLetter } from '../letters/experience-letters.ts';
import { keepAnswer } from '../letters/keep.ts';
import { AnswerExperience, ExperienceChanged } from '../model.ts';
import { askAuthor, askPost } from '../post-sql.ts';
import { whyNotTalk } from '../rules.ts';

/** Answers a post, in the name of the province and in office. */
export const answerExperience = defineCommand({
  name: 'experience.answer',
  permission: 'experience.answer',
  input: AnswerExperience,
  output: ExperienceChanged,
  load: (db, { experienceId }) => ({ post: askPost(db, experienceId), author: askAuthor(db) }),
  decide: ({ post, author }, { experienceId, body }, { newId, nowMs }) =>
    whyNotTalk(post.ending) ?? {
      answer: { id: newId(), experienceId, ...author, body, atMs: nowMs },
    },
  save: (_db, { answer }, _state, _input, { workspace, nowMs }) => [
    ...keepAnswer({ ...answer, province: workspace }).map(changeOf),
    changeOf(postLetter(answeredLetter, answer, nowMs)),
  ],
  audit: ({ answer }) => ({ subject: answer.experienceId, unitId: null, fields: ['answer'] }),
  answer: ({ answer }) => ({ id: answer.id }),
});
