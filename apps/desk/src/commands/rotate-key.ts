import { oneProvince } from '../arguments.ts';
import type { DeskCommand } from '../command.ts';
import { Fault } from '../fault.ts';
import { changeNationKey } from '../nation-key.ts';
import { changeKey } from '../seal-keys.ts';

/**
 * Gives a province, or the nation, a new seal key; the old one ends now, and what it sealed before still verifies. `--withdraw`, of the
 * nation's: what it signed is no longer taken in from a file.
 */
export const rotateKey: DeskCommand = async (desk, args, say) => {
  if (args.nation) {
    if (args.names.length > 0) throw new Fault('rotate-key takes one province, or --nation.');
    const keyId = await changeNationKey(desk, args.withdraw);
    say(`nation: letters and templates are sealed with key ${keyId} from now on.`);
    if (args.withdraw) say('nation: the key before is withdrawn; every province knows.');
    return 0;
  }
  if (args.withdraw) throw new Fault('--withdraw goes with --nation.');
  const province = oneProvince(args);
  const keyId = await changeKey(desk, province);
  say(`${province}: letters are sealed with key ${keyId} from now on.`);
  return 0;
};
