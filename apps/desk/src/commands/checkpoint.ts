import { nationIntakes } from '@mahalleh/api/intakes';
import { takeCheckpoint } from '@mahalleh/border';
import { NATION } from '@mahalleh/gate';
import { periodOf } from '@mahalleh/kernel';
import { provinceNamed } from '../arguments.ts';
import type { DeskCommand } from '../command.ts';
import { Fault } from '../fault.ts';
import { knownProvinces } from '../national.ts';

/** Copies and seals what the nation holds of provinces as of now: from here on their letters are replayed. */
export const checkpoint: DeskCommand = async (desk, args, say) => {
  const named = args.names.map(provinceNamed);
  const provinces = named.length > 0 ? named : (await knownProvinces(desk)).map(({ slug }) => slug);
  for (const province of provinces) {
    const isTaken = await takeCheckpoint(
      {
        reader: { batch: (statements) => desk.read(NATION, statements) },
        save: async (statements) => {
          await desk.write(NATION, { action: 'desk.checkpoint', subject: province }, statements);
          return true;
        },
        secret: () => desk.secretFor(NATION, 'seal-key'),
        nowMs: Date.now,
        intakes: nationIntakes,
      },
      province,
      periodOf(Date.now()),
    );
    if (!isTaken) throw new Fault('The nation has no key to seal a checkpoint with; desk migrate makes one.');
    say(`${province}: what the nation holds of it is copied and sealed.`);
  }
  return 0;
};
