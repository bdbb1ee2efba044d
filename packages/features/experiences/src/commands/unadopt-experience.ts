import { defineCommand } from '@mahalleh/gate';
import { refuse } from '@mahalleh/kernel';
import { ExperienceChanged, UnadoptExperience } from '../model.ts';
import { askAuthor, askPost } from '../post-sql.ts';
import { askAdoption, saveAdoption } from './adoption.ts';

/** Takes back that the province does so too. */
export const unadoptExperience = defineCommand({
  name: 'experience.unadopt',
  permission: 'experience.unadopt',
  input: UnadoptExperience,
  output: ExperienceChanged,
  load: (db, { experienceId }, { workspace }) => ({
    post: askPost(db, experienceId),
    standing: askAdoption(db, experienceId, workspace),
    author: askAuthor(db),
  }),
  decide: ({ standing, author }, { experienceId }, { nowMs }) =>
    standing?.isAdopted
      ? {
          adoption: {
            ...{ experienceId, turn: standing.turn + 1, isAdopted: false },
            ...{ operation: null, note: null, ...author, atMs: nowMs },
          },
        }
      : refuse('experience_not_adopted'),
  save: (_db, { adoption }, _state, _input, { workspace, nowMs }) => saveAdoption(adoption, workspace, nowMs),
  audit: ({ adoption }) => ({ subject: adoption.experienceId, unitId: null, fields: ['adopted'] }),
  answer: ({ adoption }) => ({ id: adoption.experienceId }),
});
