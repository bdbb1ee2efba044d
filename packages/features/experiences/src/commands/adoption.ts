import { postLetter } from '@mahalleh/border';
import { changeOf, guardedRows, maybe, type Change, type ReadDb } from '@mahalleh/gate';
import { and, eq } from 'drizzle-orm';
import { adoptedLetter, type AdoptionTold } from '../letters/experience-letters.ts';
import { keepAdoption } from '../letters/keep.ts';
import { experienceAdoptions } from '../schema.ts';

/** How this province stands to a post, if it ever said anything. */
export const askAdoption = (db: ReadDb<'province'>, experienceId: string, province: string) =>
  maybe(
    db
      .select({ turn: experienceAdoptions.turn, isAdopted: experienceAdoptions.isAdopted })
      .from(experienceAdoptions)
      .where(and(eq(experienceAdoptions.experienceId, experienceId), eq(experienceAdoptions.province, province))),
  );

/** Keeps the adoption and tells it; when somebody of the province was faster, nothing is written. */
export const saveAdoption = (adoption: AdoptionTold, province: string, nowMs: number): Change[] => [
  ...keepAdoption({ ...adoption, province }).map((statement) => guardedRows(changeOf(statement).query, 1)),
  changeOf(postLetter(adoptedLetter, adoption, nowMs)),
];
