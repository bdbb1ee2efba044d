import { expect, test } from 'vitest';
import { ACTIONS, grants, isPermission, ROLE_NAMES, type Role } from '@mahalleh/access';

/** The column heads, one letter row above the other would not be read: each role has a short name here. */
const SHORT: Readonly<Record<Role, string>> = {
  province_admin: 'admin',
  director_general: 'dg',
  governor: 'governor',
  county_governor: 'c.governor',
  county_secretary: 'c.secretary',
  neighbourhood_manager: 'manager',
  council_member: 'member',
  facilitator: 'facilitator',
  agency_officer: 'agency',
  observer: 'observer',
  ministry_admin: 'm.admin',
  ministry_analyst: 'm.analyst',
  ministry_reviewer: 'm.reviewer',
  guest_places: 'g.places',
  guest_councils: 'g.councils',
  guest_problems: 'g.problems',
  guest_operations: 'g.operations',
  guest_targets: 'g.targets',
};

const LABEL_WIDTH = 22;

const row = (label: string, cells: readonly string[]): string =>
  `${label.padEnd(LABEL_WIDTH)}${cells.map((cell, at) => cell.padEnd(SHORT[ROLE_NAMES[at] ?? 'observer'].length + 2)).join('')}`.trimEnd();

const mark = (role: Role, name: string): string => (isPermission(name) && grants(role, name) ? 'x' : '.');

const matrix = (): string =>
  [
    row(
      '',
      ROLE_NAMES.map((role) => SHORT[role]),
    ),
    ...Object.entries(ACTIONS).flatMap(([resource, actions]) => [
      '',
      ...actions.map((action) =>
        row(
          `${resource}.${action}`,
          ROLE_NAMES.map((role) => mark(role, `${resource}.${action}`)),
        ),
      ),
    ]),
    '',
  ].join('\n');

test('who may do what: the whole matrix is the one that was agreed', async () => {
  await expect(matrix()).toMatchFileSnapshot('./matrix.txt');
});
