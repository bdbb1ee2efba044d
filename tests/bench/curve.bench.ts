/** One nation that grows, beside one that stays at the first size: what each size costs to fill, to keep, to look at and to change. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { NATION } from '@mahalleh/gate';
import { tokenMint } from '@mahalleh/gate/lane';
import { PROVINCES } from '@mahalleh/kernel';
import { keepSecrets } from '@mahalleh/local/secrets';
import { openNation, prepared, type TestNation } from '../support/nation.ts';
import { askerOf } from './support/ask.ts';
import { analystAt, costAt, firstLoad, growTo, inTurns, restOf, writersAt } from './support/large-nation.ts';
import { median } from './support/load.ts';
import { diskMb } from './support/processes.ts';
import { report } from './support/report.ts';
import { saturate } from './support/saturation.ts';

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '10000,100000,1000000' },
    /** A folder in which both nations stay, and from which a later run goes on. */
    keep: { type: 'string' },
  },
});
const SIZES = values.sizes.split(',').map(Number);
const SLUGS: readonly string[] = PROVINCES.map(({ slug }) => slug);
const ROUNDS = 40;
const REST_S = 5;
const SATURATED_S = 10;
const CHANGES = { rounds: 3, each: 6, everyMs: 700 } as const;

const startedAt = Date.now();
const say = (line: string): void => console.log(`[${Math.round((Date.now() - startedAt) / 1_000)} s] ${line}`);

const folder = values.keep ?? mkdtempSync(join(tmpdir(), 'mahalleh-curve-'));
const [fewAt, manyAt, sizeAt] = [join(folder, 'few'), join(folder, 'many'), join(folder, 'size')];
const sizeNow = (): number => (existsSync(sizeAt) ? Number(readFileSync(sizeAt, 'utf8')) : 0);

/** Fills the nation that grows up to a size. Shape: problems a second, null when it has them. */
const grown = async (many: TestNation, size: number): Promise<number | null> => {
  const before = sizeNow();
  if (before >= size) return null;
  const from = performance.now();
  await growTo(many, size);
  writeFileSync(sizeAt, String(size));
  return (size - before) / ((performance.now() - from) / 1_000);
};

const measured = async (few: TestNation, many: TestNation): Promise<Record<string, number>> => {
  const [atFew, atMany] = [await analystAt(few), await analystAt(many)];
  const [fewHome, manyHome] = [atFew.asks.get('/home'), atMany.asks.get('/home')];
  if (!fewHome || !manyHome) throw new Error('the national home is not mounted');
  const home = await inTurns(atFew.time, fewHome, atMany.time, manyHome, ROUNDS);
  const [restFew, restMany] = await Promise.all([restOf(few, REST_S), restOf(many, REST_S)]);
  const [costFew, costMany] = [
    costAt(few, await writersAt(few, SLUGS.slice(0, 1)), CHANGES, restFew),
    costAt(many, await writersAt(many, SLUGS.slice(0, 1)), CHANGES, restMany),
  ];
  const costs: { few: number[]; many: number[] } = { few: [], many: [] };
  for (let round = 0; round < CHANGES.rounds; round++) {
    costs.few.push((await costFew(round * CHANGES.each)).processor);
    costs.many.push((await costMany(round * CHANGES.each)).processor);
  }
  const [few50, many50] = [median(costs.few), median(costs.many)];
  const full = await saturate(many, await writersAt(many, SLUGS), SATURATED_S);
  const firstLoadS = await firstLoad(many, SLUGS);
  const ask = askerOf(many, tokenMint(keepSecrets(many.data).dbTokenJwk), NATION);
  return {
    home_over_first: home.many / home.few,
    home_ms: home.many,
    change_cost_over_first: many50 / few50,
    change_processor_ms: many50,
    full_per_s: full.perSecond,
    full_processor_ms: full.processorMs,
    first_load_s: firstLoadS,
    national_cells: Number((await ask('select count(*) from national_cells'))[0]?.[0]),
    disk_mb: diskMb(many.data),
    disk_province_mb: diskMb(join(many.data, 'libsql/dbs', SLUGS[0] ?? '')),
    disk_nation_mb: diskMb(join(many.data, 'libsql/dbs', NATION)),
  };
};

const open: TestNation[] = [];
const started = async (data: string): Promise<TestNation> => {
  const nation = await openNation(data);
  open.push(nation);
  return nation;
};
try {
  if (!existsSync(manyAt)) {
    mkdirSync(folder, { recursive: true });
    cpSync(await prepared('nation', undefined), manyAt, { recursive: true });
    const first = await openNation(manyAt);
    say(`The first size: ${SIZES[0]} problems.`);
    await grown(first, SIZES[0] ?? 0).finally(() => first.stop());
    cpSync(manyAt, fewAt, { recursive: true });
  }
  const [few, many] = [await started(fewAt), await started(manyAt)];
  const figures: Record<string, number> = {};
  for (const size of SIZES) {
    say(`${size} problems.`);
    const perSecond = await grown(many, size);
    const row = { ...(perSecond === null ? {} : { seeded_per_s: perSecond }), ...(await measured(few, many)) };
    for (const [key, value] of Object.entries(row)) figures[`${size}_${key}`] = value;
    say(
      Object.entries(row)
        .map(([key, value]) => `${key} ${Number(value.toFixed(2))}`)
        .join(' · '),
    );
  }
  report('curve', figures);
} finally {
  for (const nation of open) await nation.stop();
  if (!values.keep) rmSync(folder, { recursive: true, force: true });
}
