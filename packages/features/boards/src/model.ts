import { zId, zInput, zOptional, zRevision, zTitle } from '@mahalleh/kernel';
import * as z from 'zod';

/** The pages of the ministry that can be kept: those that show figures and nothing else. */
const DASHBOARDS =
  /^\/ministry(?:\/(?:provinces(?:\/[a-z-]{2,40})?|counties(?:\/\d{4})?|wall|compare|trend|distribution|league|councils|steps|targets|indicators|lineage|people-figures|metrics(?:\/[a-z_.]{3,60})?))?$/;

/** What an address holds besides what the page shows: a form's action, the page of a list, how it is set for the wall. */
const isKept = ([name, value]: readonly [string, string]): boolean =>
  value !== '' && /^[a-zA-Z][\w.-]{0,29}$/.test(name) && name !== 'page';

/** The address of a dashboard page as a board keeps it: its path and what it asks for, names in their order. Undefined when it is no such page. */
export const boardPath = (typed: string): string | undefined => {
  const [path = '', query = ''] = typed.trim().split('?');
  if (!DASHBOARDS.test(path)) return undefined;
  const kept = [...new URLSearchParams(query)].filter(isKept).toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return kept.length === 0 ? path : `${path}?${new URLSearchParams(kept).toString()}`;
};

const zPath = z
  .string({ error: 'text_expected' })
  .max(1500, { error: 'text_too_long' })
  .refine((typed) => boardPath(typed) !== undefined, { error: 'board_path_unknown' })
  .overwrite((typed) => boardPath(typed) ?? typed)
  .describe('Path and parameters of a dashboard page: `/ministry/compare?places=qom,qazvin`');

const edit = { boardId: zId('board'), revision: zRevision };

/** Input of `board.save`. */
export const SaveBoard = zInput({ name: zTitle(80), path: zPath });
/** Input of `board.amend`: what is left out stays. */
export const AmendBoard = zInput({ ...edit, name: zOptional(zTitle(80)), path: zPath.optional() });
/** Input of `board.share`, `board.unshare`, `board.discard` and `board.restore`. */
export const EditBoard = zInput(edit);
/** Input of `moment.pin`: the page from which it is pinned. */
export const PinMoment = zInput({ path: zPath });

/** What a change of a board answers. */
export const BoardChanged = z.object({ id: z.string(), revision: z.int() });
/** What pinning answers: the id that an address names with `at`, and the address itself. */
export const MomentPinned = z.object({ id: z.string(), atMs: z.int(), path: z.string() });

/** A board: mine, or shared with the ministry. */
export const Board = z.object({
  id: z.string(),
  name: z.string(),
  path: z.string(),
  isMine: z.boolean(),
  isShared: z.boolean(),
  ownerName: z.string(),
  savedAtMs: z.int(),
  revision: z.int(),
});
/** A board. */
export type Board = z.infer<typeof Board>;

/** A pinned moment: when, by whom, and from which page. */
export const PinnedMoment = z.object({ id: z.string(), path: z.string(), atMs: z.int(), byName: z.string() });
/** A pinned moment. */
export type PinnedMoment = z.infer<typeof PinnedMoment>;

/** My boards before those of others, and the newest pinned moments. */
export const BoardRows = z.object({
  rows: z.array(Board),
  moments: z.array(PinnedMoment),
});
