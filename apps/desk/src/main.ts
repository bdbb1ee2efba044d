import { readArguments } from './arguments.ts';
import { backup } from './commands/backup.ts';
import { borderScan } from './commands/border-scan.ts';
import { checkpoint } from './commands/checkpoint.ts';
import { keys } from './commands/keys.ts';
import { migrate } from './commands/migrate.ts';
import { provision } from './commands/provision.ts';
import { replay } from './commands/replay.ts';
import { restore } from './commands/restore.ts';
import { rotateKey } from './commands/rotate-key.ts';
import { seed } from './commands/seed.ts';
import { tick } from './commands/tick.ts';
import { verify } from './commands/verify.ts';
import { Desk } from './desk.ts';
import { Fault } from './fault.ts';
import { findRun } from './run.ts';
import { HELP } from './words.ts';

const COMMANDS = {
  provision,
  migrate,
  verify,
  backup,
  restore,
  keys,
  seed,
  tick,
  'rotate-key': rotateKey,
  'border-scan': borderScan,
  checkpoint,
  replay,
} as const;

const isCommand = (name: string): name is keyof typeof COMMANDS => Object.hasOwn(COMMANDS, name);

const main = async (): Promise<number> => {
  const args = readArguments(process.argv.slice(2));
  if (args.help || args.command === '') {
    process.stdout.write(HELP);
    return args.help ? 0 : 1;
  }
  if (!isCommand(args.command)) throw new Fault(`There is no desk command "${args.command}"; desk --help names them.`);
  return COMMANDS[args.command](new Desk(findRun(args.data)), args, (line) => process.stdout.write(`${line}\n`));
};

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(
    `${error instanceof Fault ? error.message : error instanceof Error ? error.stack : String(error)}\n`,
  );
  process.exitCode = 1;
}
