import { resolve } from 'node:path';
import { isHeld } from '../data-folder.ts';
import { build } from '../builds.ts';
import { Fault, runCommand } from '../fault.ts';
import { startNation } from '../nation.ts';
import { assertPortFree } from '../ports.ts';
import { prepareData, SAMPLE_ACCOUNTS, sampleIn, samplePassword } from '../sample.ts';
import { untilTold } from '../signals.ts';
import { readStartOptions, USAGE } from '../start-options.ts';

const log = (line: string) => console.log(line);

const ended = (signal: AbortSignal): Promise<void> =>
  new Promise((done) => (signal.aborted ? done() : signal.addEventListener('abort', () => done(), { once: true })));

const welcome = (url: string, data: string, password: string): string => {
  const filled = sampleIn(data);
  if (filled === 'none')
    return `\n  Mahalleh is open: ${url}\n  No province yet: npm run desk -- provision qom\n\n  Ctrl-C stops it.\n`;
  const names = (list: readonly string[]) => list.map((name) => `${name}@`).join(' ');
  return `
  Mahalleh is open: ${url}

  Everything in it is a sample. Password of every account: ${password}
    ${url}/qom/sign-in       ${names(SAMPLE_ACCOUNTS.province)}  + qom.sample (any province's name in place of qom)
    ${url}/ministry/sign-in  ${names(SAMPLE_ACCOUNTS.ministry)}  + ministry.sample

  Ctrl-C stops it; the data stays in ${data}.
`;
};

await runCommand(async () => {
  const options = readStartOptions(process.argv.slice(2));
  if (!options) return console.log(USAGE);
  const signal = untilTold();
  const data = resolve(options.data);
  if (isHeld(data)) throw new Fault(`The data in ${data} is already in use by a running start; stop that one first.`);
  await assertPortFree(options.port);
  await build(signal, log);
  if (signal.aborted) return;
  log('Starting the libSQL server and workerd …');
  const nation = await startNation({ data, port: options.port, reset: options.reset, log });
  try {
    const filled = sampleIn(data);
    if (filled !== undefined && process.argv.includes('--sample') && filled !== options.sample)
      throw new Fault(
        `This data folder already holds the sample "${filled}"; add --reset to begin again with "${options.sample}".`,
      );
    const password = samplePassword(data, process.env['SAMPLE_PASSWORD']);
    await prepareData(data, options, password, signal);
    if (!signal.aborted) log(welcome(nation.url, data, password));
    await ended(signal);
  } finally {
    await nation.stop();
  }
  log('Stopped.');
});
