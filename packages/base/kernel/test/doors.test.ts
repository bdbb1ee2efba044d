import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const home = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Every package that the file or what it imports brings in at run time. */
const packagesBehind = (file: string, seen = new Set<string>()): Set<string> => {
  if (seen.has(file)) return new Set();
  seen.add(file);
  const source = readFileSync(file, 'utf8');
  const imports = [...source.matchAll(/^(?:import|export) (?!type)[^;]*?from '([^']+)'/gm)].map(
    (match) => match[1] ?? '',
  );
  return new Set(
    imports.flatMap((from) => (from.startsWith('.') ? [...packagesBehind(join(dirname(file), from), seen)] : [from])),
  );
};

const doors: Readonly<Record<string, string>> = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')).exports;

describe('the doors that a web page takes alone', () => {
  test.each([
    ['./digits', []],
    ['./text', []],
    ['./money', []],
    ['./place', []],
    ['./province', []],
    ['./province-bounds', []],
    ['./failure', []],
    ['./time', ['jalaali-js']],
    ['./fields', ['zod', 'jalaali-js']],
    ['./id', ['uuid', 'zod']],
  ])('%s brings only %j', (door, packages) => {
    expect([...packagesBehind(join(home, doors[door] ?? 'no such door'))]).toEqual(packages);
  });
});
