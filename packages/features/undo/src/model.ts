import { zCount, zId, zInput, zOptional } from '@mahalleh/kernel';
import * as z from 'zod';

/** Input of `act.undo`: the id of the command that is taken back. */
export const UndoAct = zInput({ commandId: zId('command') });

/** What taking back answers: whose record it was, and where. */
export const Undone = z.object({ act: z.string(), subject: z.string(), unitId: z.string().nullable() });

/** Input of the list of what was discarded. */
export const ListTrash = zInput({
  /** The unit and everything below it. */
  unitId: zOptional(zId('unit')),
  page: zOptional(zCount({ min: 1, max: 1_000 })),
  size: zOptional(zCount({ min: 1, max: 100 })),
});

/** Something that was discarded and can still be restored. */
export const TrashItem = z.object({
  commandId: z.string(),
  act: z.string(),
  subject: z.string(),
  label: z.string().nullable(),
  unitId: z.string().nullable(),
  unitNameFa: z.string().nullable(),
  unitNameEn: z.string().nullable(),
  actorName: z.string().nullable(),
  atMs: z.number(),
  untilMs: z.number(),
});
/** Something that was discarded and can still be restored. */
export type TrashItem = z.infer<typeof TrashItem>;

/** A page of the trash. */
export const TrashList = z.object({
  rows: z.array(TrashItem),
  total: z.number(),
  page: z.number(),
  size: z.number(),
});
