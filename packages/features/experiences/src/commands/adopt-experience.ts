import { defineCommand, many } from '@mahalleh/gate';
import { refuse } from '@mahalleh/kernel';
import { sql } from 'drizzle-orm';
import { AdoptExperience, ExperienceChanged } from '../model.ts';
import { askAuthor, askPost, operationsSql } from '../post-sql.ts';
import { personalDataIn, whyNotAdopt } from '../rules.ts';
import { askAdoption, saveAdoption } from './adoption.ts';

/** Says that the province does so too, perhaps in an operation of its own. */
export const adoptExperience = defineCommand({
  name: 'experience.adopt',
  permission: 'experience.adopt',
  input: AdoptExperience,
  output: ExperienceChanged,
  load: (db, { experienceId, operationId = '' }, { workspace }) => ({
    post: askPost(db, experienceId),
    standing: askAdoption(db, experienceId, workspace),
    operation: many(db.text<{ title: string }>(operationsSql(sql`o.id = ${operationId}`))),
    author: askAuthor(db),
  }),
  decide: (state, { experienceId, operationId, note = null }, { workspace, nowMs }) => {
    const { post, standing, author } = state;
    const why = whyNotAdopt({ isOwn: post.province === workspace, ending: post.ending }, standing?.isAdopted ?? false);
    if (why) return why;
    const [operation] = state.operation;
    const isTellable = operation !== undefined && personalDataIn(operation.title) === undefined;
    if (operationId !== undefined && !isTellable) return refuse('operation_not_tellable', { field: 'operationId' });
    return {
      adoption: {
        ...{ experienceId, turn: (standing?.turn ?? 0) + 1, isAdopted: true },
        ...{ operation: operation?.title ?? null, note, ...author, atMs: nowMs },
      },
    };
  },
  save: (_db, { adoption }, _state, _input, { workspace, nowMs }) => saveAdoption(adoption, workspace, nowMs),
  audit: ({ adoption }) => ({ subject: adoption.experienceId, unitId: null, fields: ['adopted'] }),
  answer: ({ adoption }) => ({ id: adoption.experienceId }),
});
