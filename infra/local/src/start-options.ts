import { parseArgs } from 'node:util';
import { Fault } from './fault.ts';

const SAMPLES = ['none', 'nation', 'large'] as const;

/** What `npm start` was asked for. */
export type StartOptions = {
  port: number;
  data: string;
  sample: (typeof SAMPLES)[number];
  problems: number;
  province: string | undefined;
  reset: boolean;
};

/** What `npm start -- --help` prints. */
export const USAGE = `npm start -- [options]
  --port N                     the address is http://localhost:N (4380)
  --data DIR                   where everything is kept between starts (.data)
  --sample none|nation|large   what the first start fills in (nation)
  --problems N                 with --sample large: how many problems (1000000)
  --province SLUG              with --sample large: all of them in one province
  --reset                      delete the data folder's content first`;

const parse = (args: string[]) => {
  try {
    return parseArgs({
      args,
      options: {
        port: { type: 'string', default: '4380' },
        data: { type: 'string', default: '.data' },
        sample: { type: 'string', default: 'nation' },
        problems: { type: 'string', default: '1000000' },
        province: { type: 'string' },
        reset: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new Fault(`${error instanceof Error ? error.message.split('. ')[0] : 'Unknown option'}.\n${USAGE}`);
  }
};

const wholeNumber = (name: string, text: string, max: number): number => {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < 1 || value > max)
    throw new Fault(`--${name} must be a whole number from 1 to ${max}, not "${text}".`);
  return value;
};

/** Reads the options of `npm start`; undefined means that help was asked for. Fails: with a sentence that names the option. */
export function readStartOptions(args: string[]): StartOptions | undefined {
  const values = parse(args);
  if (values.help) return undefined;
  const sample = SAMPLES.find((known) => known === values.sample);
  if (!sample) throw new Fault(`--sample must be one of ${SAMPLES.join(', ')}, not "${values.sample}".`);
  if (values.province !== undefined && sample !== 'large') throw new Fault('--province goes with --sample large.');
  return {
    port: wholeNumber('port', values.port, 65_535),
    data: values.data,
    sample,
    problems: wholeNumber('problems', values.problems, 100_000_000),
    province: values.province,
    reset: values.reset,
  };
}
