import { FINDING_LEFT } from '@mahalleh/finding';
import type { Desk } from './desk.ts';

const ROUNDS = 400;
/** Rounds without progress after which waiting is of no use. */
const IDLE = 5;

/** Brings facts and letters of a province up to date: sweeps until nothing is dirty, the nation has every cell and every title has been read. Shape: whether that was reached. */
export const settle = async (desk: Desk, province: string): Promise<boolean> => {
  let left = Infinity;
  let idle = 0;
  for (let round = 0; round < ROUNDS && idle < IDLE; round++) {
    await desk.operator('POST', `/lane/${province}/sweep`);
    const [row] = await desk.rows(
      province,
      `select (select count(*) from dirty) + (select count(*) from cells where seq > (select cell_seq from border_state)) + (select cell_number = 0 from border_state) + (select count(*) from letters_out where acked_at_ms is null) + ${FINDING_LEFT}`,
    );
    const now = Number(row?.[0]);
    if (now === 0) return true;
    idle = now < left ? 0 : idle + 1;
    left = now;
  }
  return false;
};
