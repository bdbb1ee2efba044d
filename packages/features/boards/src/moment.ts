import { instantOfId, zId } from '@mahalleh/kernel';

/** The field of a national question that asks for a pinned moment. */
export const zAt = zId('pinned moment')
  .optional()
  .describe('A pinned moment: the figures are as they were then, for ever; as they are now when left out');

/** The instant that a question is about: that of its pinned moment, or now. Unit: UTC milliseconds. */
export const momentOf = (at: string | undefined, nowMs: number): number => (at === undefined ? nowMs : instantOfId(at));
