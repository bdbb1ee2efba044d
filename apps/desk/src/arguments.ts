import { parseArgs } from 'node:util';
import { isProvinceSlug, PROVINCES, type ProvinceSlug } from '@mahalleh/kernel';
import { Fault } from './fault.ts';

/** What the operator typed. */
export type Arguments = {
  readonly command: string;
  readonly names: readonly string[];
  readonly data: string;
  readonly all: boolean;
  readonly nation: boolean;
  readonly withdraw: boolean;
  readonly help: boolean;
  readonly adminEmail: string | undefined;
  readonly to: string | undefined;
  readonly from: string | undefined;
  readonly sample: string | undefined;
  readonly problems: number | undefined;
  readonly provinces: readonly ProvinceSlug[] | undefined;
  readonly migrations: string | undefined;
};

const OPTIONS = {
  data: { type: 'string', default: '.data' },
  all: { type: 'boolean', default: false },
  nation: { type: 'boolean', default: false },
  withdraw: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
  'admin-email': { type: 'string' },
  to: { type: 'string' },
  from: { type: 'string' },
  sample: { type: 'string' },
  problems: { type: 'string' },
  province: { type: 'string' },
  provinces: { type: 'string' },
  migrations: { type: 'string' },
} as const;

/** The province of that name. Fails: with one sentence when there is none. */
export const provinceNamed = (name: string): ProvinceSlug => {
  if (isProvinceSlug(name)) return name;
  throw new Fault(`There is no province "${name}"; the names are: ${PROVINCES.map(({ slug }) => slug).join(', ')}.`);
};

const countOf = (text: string): number => {
  const count = Number(text.replaceAll('_', ''));
  if (!Number.isSafeInteger(count) || count < 1 || count > 50_000_000)
    throw new Fault(`--problems takes a whole number from 1 to 50,000,000, not "${text}".`);
  return count;
};

/** Reads the command line. Fails: with one sentence for an option that is not known or has no right value. */
export const readArguments = (typed: readonly string[]): Arguments => {
  const { values, positionals } = (() => {
    try {
      return parseArgs({ args: [...typed].filter((word) => word !== '--'), options: OPTIONS, allowPositionals: true });
    } catch (error) {
      throw new Fault(error instanceof Error ? error.message.split('\n')[0] : 'The options could not be read.');
    }
  })();
  const [command = '', ...names] = positionals;
  const chosen = [values.province, values.provinces].flatMap((text) => text?.split(',').filter(Boolean) ?? []);
  return {
    command,
    names,
    data: values.data,
    all: values.all,
    nation: values.nation,
    withdraw: values.withdraw,
    help: values.help,
    adminEmail: values['admin-email'],
    to: values.to,
    from: values.from,
    sample: values.sample,
    problems: values.problems === undefined ? undefined : countOf(values.problems),
    provinces: chosen.length === 0 ? undefined : chosen.map(provinceNamed),
    migrations: values.migrations,
  };
};

/** The one province that a command is about. Fails: when none, or more than one, was named. */
export const oneProvince = ({ command, names }: Arguments): ProvinceSlug => {
  const [name, ...more] = names;
  if (name === undefined || more.length > 0) throw new Fault(`${command} takes exactly one province.`);
  return provinceNamed(name);
};
