import { postLetter } from '@mahalleh/border';
import { changeOf, defineCommand } from '@mahalleh/gate';
import { refuse } from '@mahalleh/kernel';
import { withdrawnLetter } from '../letters/experience-letters.ts';
import { keepEnding } from '../letters/keep.ts';
import { EndExperience, ExperienceChanged } from '../model.ts';
import { askAuthor, askPost } from '../post-sql.ts';

/** Takes back what the province has published, with the reason: its text is no longer shown anywhere else. */
export const withdrawExperience = defineCommand({
  name: 'experience.withdraw',
  permission: 'experience.withdraw',
  input: EndExperience,
  output: ExperienceChanged,
  load: (db, { experienceId }) => ({ post: askPost(db, experienceId), author: askAuthor(db) }),
  decide: ({ post, author }, { experienceId, reason }, { workspace, nowMs }) => {
    if (post.province !== workspace) return refuse('experience_of_other');
    if (post.ending === 'withdrawn') return refuse('experience_withdrawn');
    return { ending: { experienceId, reason, ...author, atMs: nowMs } };
  },
  save: (_db, { ending }, _state, _input, { workspace, nowMs }) => [
    ...keepEnding({ ...ending, province: workspace, how: 'withdrawn' }).map(changeOf),
    changeOf(postLetter(withdrawnLetter, ending, nowMs)),
  ],
  audit: ({ ending }) => ({ subject: ending.experienceId, unitId: null, fields: ['withdrawn'] }),
  answer: ({ ending }) => ({ id: ending.experienceId }),
});
