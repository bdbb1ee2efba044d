import { readFileSync, writeFileSync } from 'node:fs';
import { storedKey } from '@mahalleh/metric';
import { fingerprintOf } from '../src/fingerprint.ts';
import { metrics } from '../src/registry.ts';

/** Where the fingerprints of every version that ever was are kept. */
export const FINGERPRINTS = new URL('fingerprints.json', import.meta.url);

/** The fingerprints that are kept, by key and version. */
export const keptFingerprints = (): Record<string, string> =>
  JSON.parse(readFileSync(FINGERPRINTS, 'utf8')) as Record<string, string>;

/**
 * Adds the versions that are new: `node packages/assembly/rollups/test/fingerprints.ts`. A version that is kept is not
 * changed, unless it is named as written anew with the same meaning: `… --same problem.open@1`.
 */
const add = async (): Promise<void> => {
  const kept = keptFingerprints();
  const same = new Set(process.argv.slice(2).filter((word) => word !== '--same'));
  for (const metric of metrics) {
    const key = storedKey(metric);
    if (kept[key] === undefined || same.has(key)) kept[key] = await fingerprintOf(metric);
  }
  const sorted = Object.fromEntries(Object.entries(kept).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(FINGERPRINTS, `${JSON.stringify(sorted, null, 2)}\n`);
};

if (import.meta.main) await add();
