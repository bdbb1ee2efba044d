/** Dependencies run one way, through declared doors, and never in a circle. */
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';
import { breaches, FLOORS, packageOf, roomOf, rooms, type Room } from './house.ts';

/** Lower rooms of the base first: each may use those before it. */
const BASE_ORDER = ['kernel', 'access', 'gate', 'metric', 'border', 'http'];
const heightOf = (room: Room): number => FLOORS.findIndex((floor) => floor === room.floor);
const shortName = (room: Room): string => room.name.replace('@mahalleh/', '');
const house = rooms.filter((room) => heightOf(room) >= 0);

/** What a room's product code needs of other rooms, with the file that needs it. */
const needs = (room: Room): { to: Room; from: string; isType: boolean }[] =>
  room.sources.flatMap(({ path, imports }) =>
    imports.flatMap(({ target, isType }) => {
      const to = roomOf.get(packageOf(target)?.name ?? '');
      return to && to !== room ? [{ to, from: path, isType }] : [];
    }),
  );

const circles = (graph: Map<string, Set<string>>): string[] => {
  const found: string[] = [];
  const done = new Set<string>();
  const visit = (node: string, trail: string[]): void => {
    const at = trail.indexOf(node);
    if (at >= 0) found.push([...trail.slice(at), node].join(' → '));
    if (at >= 0 || done.has(node)) return;
    for (const next of graph.get(node) ?? []) visit(next, [...trail, node]);
    done.add(node);
  };
  for (const node of graph.keys()) visit(node, []);
  return found;
};

describe('floors', () => {
  test('a room uses only its own floor and those below: base, features, assembly, apps', () => {
    const up = breaches(house, (room) =>
      needs(room).flatMap(({ to, from }) => (heightOf(to) > heightOf(room) ? [`${from} looks up to ${to.name}`] : [])),
    );
    expect(up).toEqual([]);
  });

  test('the rooms of the base stand in one order', () => {
    const base = house.filter(({ floor }) => floor === 'base');
    expect(base.map(shortName).toSorted()).toEqual(BASE_ORDER.toSorted());
    const wrong = breaches(base, (room) =>
      needs(room).flatMap(({ to, from }) =>
        BASE_ORDER.indexOf(shortName(to)) >= BASE_ORDER.indexOf(shortName(room)) ? [`${from} uses ${to.name}`] : [],
      ),
    );
    expect(wrong).toEqual([]);
  });

  test('only apps use the assembly, and an app uses no other app', () => {
    const wrong = breaches(house, (room) =>
      needs(room).flatMap(({ to, from }) => {
        const isAssembly = to.floor === 'assembly' && room.floor !== 'apps' && room.floor !== 'assembly';
        return isAssembly || to.floor === 'apps' ? [`${from} uses ${to.name}`] : [];
      }),
    );
    expect(wrong).toEqual([]);
  });

  test('the face knows no domain: of the house it uses the kernel alone', () => {
    const wrong = breaches(
      rooms.filter(({ floor }) => floor === 'face'),
      (room) =>
        needs(room).flatMap(({ to, from }) => (to.name === '@mahalleh/kernel' ? [] : [`${from} uses ${to.name}`])),
    );
    expect(wrong).toEqual([]);
  });

  test('the house needs nothing of the tests, nor of what starts it', () => {
    const wrong = breaches(house, (room) =>
      needs(room).flatMap(({ to, from }) => (['tests', 'infra'].includes(to.floor) ? [`${from} uses ${to.name}`] : [])),
    );
    expect(wrong).toEqual([]);
  });
});

describe('doors', () => {
  test('another room is entered through a door its package.json declares', () => {
    const wrong = breaches(rooms, (room) =>
      [...room.sources, ...room.tests].flatMap(({ path, imports }) =>
        imports.flatMap(({ target }) => {
          const there = packageOf(target);
          const to = roomOf.get(there?.name ?? '');
          return !there || !to || there.door in to.doors ? [] : [`${path} imports ${target}`];
        }),
      ),
    );
    expect(wrong).toEqual([]);
  });

  test('a relative path stays within its own room', () => {
    const wrong = breaches(
      rooms.filter(({ floor }) => floor !== 'infra'),
      (room) =>
        [...room.sources, ...room.tests].flatMap(({ path, imports }) =>
          imports.flatMap(({ target }) => {
            if (!target.startsWith('.')) return [];
            const reached = normalize(join(dirname(path), target));
            return reached.startsWith(`${room.folder}/`) ? [] : [`${path} reaches ${reached}`];
          }),
        ),
    );
    expect(wrong).toEqual([]);
  });

  test('what is imported is declared', () => {
    const wrong = breaches(rooms, (room) =>
      [...room.sources, ...room.tests].flatMap(({ path, imports }) =>
        imports.flatMap(({ target }) => {
          const name = packageOf(target)?.name;
          const isKnown = !name || name === room.name || room.declared.has(name) || room.declared.has(`@types/${name}`);
          const isRunner =
            room.tests.some((each) => each.path === path) && (name === 'vitest' || name === 'fast-check');
          return isKnown || isRunner ? [] : [`${path} imports ${name}`];
        }),
      ),
    );
    expect(wrong).toEqual([]);
  });
});

describe('circles', () => {
  test('no two packages need each other, in code or in package.json', () => {
    const graph = new Map(
      house.map((room) => [
        room.name,
        new Set([...needs(room).map(({ to }) => to.name), ...[...room.declared].filter((name) => roomOf.has(name))]),
      ]),
    );
    expect(circles(graph)).toEqual([]);
  });

  test('no file needs itself through others at run time', () => {
    const files = new Map(
      rooms.flatMap((room) => room.sources.map(({ path, imports }) => [path, { imports, room }] as const)),
    );
    const graph = new Map(
      [...files].map(([path, { imports }]) => [
        path,
        new Set(
          imports
            .filter(({ target, isType }) => target.startsWith('.') && !isType)
            .map(({ target }) => normalize(join(dirname(path), target)))
            .filter((target) => files.has(target)),
        ),
      ]),
    );
    expect(circles(graph)).toEqual([]);
  });
});
