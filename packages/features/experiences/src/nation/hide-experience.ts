import { postToProvinces } from '@mahalleh/border';
import { changeOf, defineNationCommand } from '@mahalleh/gate';
import { MINISTRY } from '../kinds.ts';
import { endedLetter } from '../letters/experience-letters.ts';
import { keepEnding } from '../letters/keep.ts';
import { EndExperience, ExperienceChanged } from '../model.ts';
import { askAuthor, askPost } from '../post-sql.ts';
import { whyNotTalk } from '../rules.ts';

/** Hides a post that should not stand, with the reason: nobody but its own province reads its text any more. */
export const hideExperience = defineNationCommand({
  name: 'experience.hide',
  permission: 'experience.hide',
  input: EndExperience,
  output: ExperienceChanged,
  load: (db, { experienceId }) => ({ post: askPost(db, experienceId), author: askAuthor(db) }),
  decide: ({ post, author }, { experienceId, reason }, { nowMs }) =>
    whyNotTalk(post.ending) ?? {
      ending: {
        ...{ experienceId, reason, ...author, atMs: nowMs },
        ...{ province: MINISTRY, how: 'hidden' as const },
      },
    },
  save: (_db, { ending }, _state, _input, { nowMs }) => [
    ...keepEnding(ending).map(changeOf),
    changeOf(postToProvinces(endedLetter, ending, nowMs, 'all')),
  ],
  audit: ({ ending }) => ({ subject: ending.experienceId, unitId: null, fields: ['hidden'] }),
  answer: ({ ending }) => ({ id: ending.experienceId }),
});
