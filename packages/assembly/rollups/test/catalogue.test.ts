import { defineCount, defineDistribution, defineRatio, storedKey, type Metric } from '@mahalleh/metric';
import { describe, expect, test } from 'vitest';
import { fingerprintOf } from '../src/fingerprint.ts';
import { metricsPage } from '../src/metrics-page.ts';
import { peopleMetrics } from '../src/people/registry.ts';
import { metrics } from '../src/registry.ts';
import { keptFingerprints } from './fingerprints.ts';

test('METRICS.md is the catalogue: every metric with owner, meaning, source, version, nature, join and sensitivity', async () => {
  await expect(metricsPage(metrics, peopleMetrics)).toMatchFileSnapshot('../METRICS.md');
});

test('a key is declared once, and every metric says its meaning in both languages', () => {
  const all = [...metrics, ...peopleMetrics];
  expect(new Set(all.map(({ key }) => key)).size).toBe(all.length);
  const mute = all.filter(({ title, definition, source, owner }) =>
    [title, definition, source, owner.title].some(({ fa, en }) => fa.trim() === '' || en.trim() === ''),
  );
  expect(mute.map(storedKey)).toEqual([]);
});

test('what counts people is told only as people are told', () => {
  const odd = metrics.filter((metric) => {
    const { population } = metric.kind === 'ratio' ? metric.over.metric : metric;
    return String(population) === 'people' ? metric.sensitivity !== 'people' : metric.sensitivity === 'people';
  });
  expect(odd.map(storedKey)).toEqual([]);
});

describe('a version is a meaning', () => {
  test('no metric counts otherwise than when its version was made; a new meaning has a new version', async () => {
    const kept = keptFingerprints();
    const changed: string[] = [];
    for (const metric of metrics) {
      const key = storedKey(metric);
      if (kept[key] === undefined) changed.push(`${key} is new: node packages/assembly/rollups/test/fingerprints.ts`);
      else if (kept[key] !== (await fingerprintOf(metric))) changed.push(`${key} counts otherwise: raise its version`);
    }
    expect(changed).toEqual([]);
  });

  const count = {
    key: 'a.b',
    version: 1,
    unit: 'problem',
    nature: 'stock',
    population: 'things',
    per: 'neighbourhood',
    by: [],
    feature: 'a',
    owner: { key: 'a', title: { fa: 'الف', en: 'A' } },
    sensitivity: 'open',
    source: { fa: 'ب', en: 'B' },
    title: { fa: 'پ', en: 'C' },
    definition: { fa: 'ت', en: 'D' },
    from: 'select unit_id, 1 as amount from problems where unit_id in (:units)',
  } as const;
  const made = defineCount(count);
  const { feature: _feature, ...words } = count;
  const ratio = { ...words, of: { metric: made, where: { state: ['formed'] } }, over: { metric: made } };
  const spread = { ...count, bounds: [1, 2] };

  test.each<[string, Metric, Metric, boolean]>([
    ['a condition more', made, defineCount({ ...count, from: `${count.from} and status = 'open'` }), false],
    ['another dimension', made, defineCount({ ...count, by: ['domain'] }), false],
    ['a flow of it', made, defineCount({ ...count, nature: 'flow' }), false],
    ['other buckets', defineDistribution(spread), defineDistribution({ ...spread, bounds: [1, 3] }), false],
    [
      'another part',
      defineRatio(ratio),
      defineRatio({ ...ratio, of: { metric: made, where: { state: ['absent'] } } }),
      false,
    ],
    [
      'a part of another version',
      defineRatio(ratio),
      defineRatio({ ...ratio, over: { metric: defineCount({ ...count, version: 2 }) } }),
      false,
    ],
    ['the same on two lines', made, defineCount({ ...count, from: count.from.replaceAll(' ', '\n  ') }), true],
    ['other words for it', made, defineCount({ ...count, title: { fa: 'ث', en: 'E' } }), true],
  ])('%s', async (_what, before, after, isSame) => {
    expect((await fingerprintOf(before)) === (await fingerprintOf(after))).toBe(isSame);
  });
});
