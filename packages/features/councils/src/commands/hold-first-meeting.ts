import { and, eq, isNull } from 'drizzle-orm';
import { defineCommand, guarded } from '@mahalleh/gate';
import { refuse } from '@mahalleh/kernel';
import { askCouncil } from '../loads.ts';
import { HoldFirstMeeting, zChanged } from '../model.ts';
import { councils } from '../schema.ts';

/** Records that a council has held its first meeting. Fails: council_unknown, council_dissolved, first_meeting_already_held. */
export const holdFirstMeeting = defineCommand({
  name: 'meeting.hold',
  permission: 'meeting.hold',
  input: HoldFirstMeeting,
  output: zChanged,
  load: (db, input) => ({ council: askCouncil(db, input.councilId) }),
  decide: ({ council }, { on, revision }, facts) => {
    if (council.dissolvedOn !== null) return refuse('council_dissolved');
    if (council.firstMeetingOn !== null) return refuse('first_meeting_already_held');
    if (on > facts.today) return refuse('date_in_future', { field: 'on' });
    if (on < council.establishedOn) return refuse('meeting_before_established', { field: 'on' });
    return { revision: revision + 1 };
  },
  save: (db, decision, { council }, { on, revision }) => [
    guarded(
      db
        .update(councils)
        .set({ firstMeetingOn: on, revision: decision.revision })
        .where(and(eq(councils.id, council.id), eq(councils.revision, revision), isNull(councils.firstMeetingOn))),
    ),
  ],
  reversal: (decision, { council }) => ({
    steps: [{ table: councils, id: council.id, revision: decision.revision, set: { firstMeetingOn: null } }],
  }),
  audit: (_decision, { council }) => ({ subject: council.id, unitId: council.unitId, fields: ['firstMeetingOn'] }),
  answer: ({ revision }, { council }) => ({ id: council.id, revision }),
});
