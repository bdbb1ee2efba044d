import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '@mahalleh/local/places';

/** Prints figures and writes them to `.bench/{name}.json`. Ratios are of two things measured side by side in this run. */
export const report = (name: string, figures: Readonly<Record<string, number>>): void => {
  const folder = join(ROOT, '.bench');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(figures, null, 2)}\n`);
  for (const [key, value] of Object.entries(figures))
    console.log(`${key.padEnd(32)} ${Number.isInteger(value) ? value : value.toFixed(3)}`);
};
