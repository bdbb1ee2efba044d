import type { Intake, SealedLetter } from '@mahalleh/border';
import type { Statement } from '@mahalleh/gate';
import type * as z from 'zod';
import { acceptedLetter, endedLetter, offeredLetter } from './letters.ts';

type Offered = z.infer<typeof offeredLetter.body>;
type Ended = z.infer<typeof endedLetter.body>;
type Accepted = z.infer<typeof acceptedLetter.body>;

/** How long a one-time link to look in holds: it is made when it is followed, and can be made again. Unit: milliseconds. */
const LINK_MS = 3_600_000;

const applyOffered = ({ province }: SealedLetter, body: Offered): Statement[] => [
  {
    sql: 'insert or ignore into lookin_invitations (province, grant_id, full_name, email, part_fa, part_en, areas_json, reason, granted_at_ms, until_ms) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    args: [
      ...[province, body.id, body.fullName, body.email, body.partFa, body.partEn],
      ...[JSON.stringify(body.areas), body.reason, body.grantedAtMs, body.untilMs],
    ],
  },
];

const applyEnded = ({ province }: SealedLetter, { id, endedAtMs }: Ended): Statement[] => [
  {
    sql: 'update lookin_invitations set ended_at_ms = ? where province = ? and grant_id = ? and ended_at_ms is null',
    args: [endedAtMs, province, id],
  },
];

const LIVE = 'g.id = ? and g.ended_at_ms is null and g.until_ms > ?';

/** A grant that has ended opens no link, whenever the letter comes. */
const applyAccepted = (_letter: SealedLetter, { id, linkId, tokenHash, acceptedAtMs }: Accepted): Statement[] => [
  {
    sql: `update invitations set expires_at_ms = min(expires_at_ms, ?) where used_at_ms is null and person_id = (select g.person_id from lookin_grants g where ${LIVE})`,
    args: [acceptedAtMs, id, acceptedAtMs],
  },
  {
    sql:
      'insert or ignore into invitations (id, person_id, email, token_hash, purpose, expires_at_ms, created_at_ms)' +
      " select ?, g.person_id, g.email, ?, case when exists (select 1 from accounts a where a.person_id = g.person_id) then 'reset' else 'invite' end, min(g.until_ms, ?), ?" +
      ` from lookin_grants g where ${LIVE}`,
    args: [linkId, tokenHash, acceptedAtMs + LINK_MS, acceptedAtMs, id, acceptedAtMs],
  },
  {
    sql: `update lookin_grants as g set accepted_at_ms = coalesce(g.accepted_at_ms, ?) where ${LIVE}`,
    args: [acceptedAtMs, id, acceptedAtMs],
  },
];

/** How the nation takes in what provinces write of looking in. */
export const lookinIntakes: readonly Intake[] = [
  { letter: offeredLetter, apply: applyOffered as Intake['apply'] },
  { letter: endedLetter, apply: applyEnded as Intake['apply'] },
];

/** How a province takes in that an invitation is followed. */
export const lookinProvinceIntakes: readonly Intake[] = [
  { letter: acceptedLetter, apply: applyAccepted as Intake['apply'] },
];
