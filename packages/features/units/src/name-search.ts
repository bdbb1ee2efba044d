import { sql, type Column, type SQL } from 'drizzle-orm';
import { foldText } from '@mahalleh/kernel';

/** Keeps rows whose folded name holds what was typed, with spaces, half-spaces and none taken as the same. */
export const nameHolds = (folded: Column | SQL, typed: string): SQL =>
  sql`instr(replace(${folded}, ' ', ''), ${foldText(typed).replaceAll(' ', '')}) > 0`;
