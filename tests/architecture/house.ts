/** The house as its tests see it: rooms, files, and what each file imports. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** The repository's top folder. */
export const ROOT = join(import.meta.dirname, '../..');

/** The floors, lowest first: a room may use those below and beside it, never those above. */
export const FLOORS = ['base', 'features', 'assembly', 'apps'] as const;

/** One import as written: its target, and whether it disappears when types do. */
export type Import = { target: string; isType: boolean };

/** One source file. */
export type Source = { path: string; text: string; imports: Import[] };

/** One package of the house. */
export type Room = {
  name: string;
  floor: (typeof FLOORS)[number] | 'face' | 'infra' | 'tests';
  folder: string;
  doors: Record<string, unknown>;
  declared: Set<string>;
  sources: Source[];
  tests: Source[];
};

const SKIPPED = new Set([
  'node_modules',
  'dist',
  '.svelte-kit',
  '.svelte-check',
  '.wrangler',
  'paraglide',
  'build',
  'static',
  'project.inlang',
]);

/** Every file below a folder, as paths from the top, build output left out. */
export const filesBelow = (folder: string): string[] =>
  existsSync(join(ROOT, folder))
    ? readdirSync(join(ROOT, folder), { withFileTypes: true })
        .filter(({ name }) => !SKIPPED.has(name))
        .flatMap((entry) => (entry.isDirectory() ? filesBelow(join(folder, entry.name)) : [join(folder, entry.name)]))
    : [];

const CODE = /\.(ts|js|mjs|svelte)$/;
const COMMENT = /\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/[^\n]*/g;
const STATIC =
  /(?:^|[\n;>])\s*(?:import|export)\s+(type\s+)?(?:[\w*${}\s,]*?\sfrom\s*|[{*][^'";]*?from\s*)?['"]([^'"\n]+)['"]/g;
const DYNAMIC = /\bimport\(\s*['"]([^'"\n]+)['"]/g;

const importsOf = (text: string): Import[] => {
  const bare = text.replace(COMMENT, '');
  return [
    ...[...bare.matchAll(STATIC)].map(([, type, target = '']) => ({ target, isType: type !== undefined })),
    ...[...bare.matchAll(DYNAMIC)].map(([, target = '']) => ({ target, isType: false })),
  ];
};

const read = (path: string): Source => {
  const text = readFileSync(join(ROOT, path), 'utf8');
  return { path, text, imports: importsOf(text) };
};

type Manifest = {
  name: string;
  exports?: Record<string, unknown>;
  dependencies?: object;
  devDependencies?: object;
  peerDependencies?: object;
};

const roomAt = (floor: Room['floor'], folder: string): Room => {
  const manifest = JSON.parse(readFileSync(join(ROOT, folder, 'package.json'), 'utf8')) as Manifest;
  const code = filesBelow(folder)
    .filter((path) => CODE.test(path))
    .map(read);
  const isTest = ({ path }: Source) =>
    /(^|\/)test\//.test(relative(folder, path)) || /\.(test|config)\.[tj]s$/.test(path);
  return {
    name: manifest.name,
    floor,
    folder,
    doors: manifest.exports ?? {},
    declared: new Set(
      [manifest.dependencies, manifest.devDependencies, manifest.peerDependencies].flatMap((list) =>
        Object.keys(list ?? {}),
      ),
    ),
    sources: code.filter((source) => !isTest(source)),
    tests: code.filter(isTest),
  };
};

const roomsIn = (floor: Room['floor'], folder: string): Room[] =>
  (existsSync(join(ROOT, folder)) ? readdirSync(join(ROOT, folder)) : [])
    .map((name) => join(folder, name))
    .filter((path) => existsSync(join(ROOT, path, 'package.json')))
    .map((path) => roomAt(floor, path));

/** Every package of the workspace. */
export const rooms: Room[] = [
  ...roomsIn('base', 'packages/base'),
  ...roomsIn('features', 'packages/features'),
  ...roomsIn('assembly', 'packages/assembly'),
  ...roomsIn('face', 'packages/face'),
  ...roomsIn('apps', 'apps'),
  ...roomsIn('infra', 'infra'),
  roomAt('tests', 'tests'),
];

/** Packages by name. */
export const roomOf = new Map(rooms.map((room) => [room.name, room]));

/** The package part of an import, and the door in it; undefined for relative, built-in and virtual targets. */
export function packageOf(target: string): { name: string; door: string } | undefined {
  if (/^(\.|\/|node:|cloudflare:|\$)/.test(target)) return undefined;
  const parts = target.split('/');
  const length = target.startsWith('@') ? 2 : 1;
  return { name: parts.slice(0, length).join('/'), door: ['.', ...parts.slice(length)].join('/') };
}

/** What breaks a rule, one line each, so that a failure reads as a list of places. */
export const breaches = <T>(things: readonly T[], rule: (thing: T) => string | string[] | undefined): string[] =>
  things.flatMap((thing) => rule(thing) ?? []);
