import { change, defineCommand } from '@mahalleh/gate';
import { DraftChanged, WriteExperience } from '../model.ts';
import { experienceDrafts } from '../schema.ts';
import { wordsOf } from './draft-change.ts';

/** Begins a draft: nobody outside the office sees it. */
export const draftExperience = defineCommand({
  name: 'experience.draft',
  permission: 'experience.draft',
  input: WriteExperience,
  output: DraftChanged,
  load: () => ({}),
  decide: (_state, _input, { newId }) => ({ id: newId() }),
  save: (db, { id }, _state, input, { personId, nowMs }) => [
    change(
      db
        .insert(experienceDrafts)
        .values({ id, ...wordsOf(input), writtenBy: personId, writtenAtMs: nowMs, amendedAtMs: nowMs }),
    ),
  ],
  reversal: ({ id }) => ({ steps: [{ table: experienceDrafts, id, at: { revision: 1 }, remove: true }] }),
  audit: ({ id }, _state, input) => ({ subject: id, unitId: null, fields: Object.keys(input) }),
  answer: ({ id }) => ({ id, revision: 1 }),
});
