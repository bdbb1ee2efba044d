import { oneProvince } from '../arguments.ts';
import type { DeskCommand } from '../command.ts';
import { changeKey } from '../seal-keys.ts';

/** Gives a province a new seal key; the old one ends at the nation now, and what it sealed before still verifies. */
export const rotateKey: DeskCommand = async (desk, args, say) => {
  const province = oneProvince(args);
  const keyId = await changeKey(desk, province);
  say(`${province}: letters are sealed with key ${keyId} from now on.`);
  return 0;
};
