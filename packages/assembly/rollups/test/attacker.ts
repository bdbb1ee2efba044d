import { solve, type Constraint } from 'yalps';
import type * as z from 'zod';
import type { peopleLetter } from '../src/people/letter.ts';

/** What the nation received of one month. */
export type Received = z.infer<typeof peopleLetter.body>;

/** A number that the attacker does not have: of a leaf, in a version, one part. */
export type Unknown = { readonly name: string; readonly least: number; readonly most: number };
/** Unknown numbers that add up to a known one. */
export type Equation = { readonly unknowns: readonly { name: string; times: number }[]; readonly sum: number };

/** What can be known of a number: it lies between these, and can be both. */
export type Bounds = { readonly least: number; readonly most: number };

/** The name of a number. */
export const nameOf = (version: number, county: string, domain: string, part: number): string =>
  `${version}/${county}/${domain}/${part}`;

const optimum = (
  direction: 'minimize' | 'maximize',
  target: string,
  unknowns: readonly Unknown[],
  equations: readonly Equation[],
): number => {
  const constraints = new Map<string, Constraint>();
  const variables = new Map(unknowns.map(({ name }) => [name, new Map<string, number>([[`is ${name}`, 1]])]));
  for (const { name, least, most } of unknowns)
    constraints.set(`is ${name}`, most === Infinity ? { min: least } : { min: least, max: most });
  for (const [i, { unknowns: parts, sum }] of equations.entries()) {
    constraints.set(`adds ${i}`, { equal: sum });
    for (const { name, times } of parts) variables.get(name)?.set(`adds ${i}`, times);
  }
  variables.get(target)?.set('asked', 1);
  const { status, result } = solve({ direction, objective: 'asked', constraints, variables });
  if (status === 'unbounded') return direction === 'maximize' ? Infinity : -Infinity;
  if (status !== 'optimal') throw new Error(`the attacker believes what cannot be: ${status}`);
  return result;
};

/** The exact bounds of an unknown number, by linear programming over everything that is known. */
export const boundsOf = (target: string, unknowns: readonly Unknown[], equations: readonly Equation[]): Bounds => ({
  least: optimum('minimize', target, unknowns, equations),
  most: optimum('maximize', target, unknowns, equations),
});

/** The numbers that letters of one metric do not tell, and what their declaration says of each. */
export const unknownsOf = (letters: readonly Received[], metric: string, parts: number): Unknown[] =>
  letters.flatMap(({ version, tables }, i) =>
    (tables.find((table) => table.metric === metric)?.hidden ?? []).flatMap(({ county, domain }) =>
      Array.from({ length: parts }, (_, part) => ({
        name: nameOf(version, county, domain, part),
        // Only a count that was hidden at first is known to be one to four.
        ...(parts === 1 && i === 0 ? { least: 1, most: 4 } : { least: 0, most: Infinity }),
      })),
    ),
  );

/** How much the letters tell of a part in a county in one version, and which numbers of it they do not. */
const sideOf = ({ version, tables }: Received, metric: string, county: string, part: number) => {
  const table = tables.find((one) => one.metric === metric);
  const told = (table?.told ?? []).filter((leaf) => leaf.county === county);
  return {
    told: told.reduce((sum, { values }) => sum + (values[part] ?? 0), 0),
    hidden: (table?.hidden ?? [])
      .filter((leaf) => leaf.county === county)
      .map(({ domain }) => nameOf(version, county, domain, part)),
  };
};

/** What an attacker adds who knows that a correction only moved people between the domains of a county: its sum stayed. */
export const nothingWasLost = (
  letters: readonly Received[],
  metric: string,
  counties: readonly string[],
  parts: number,
): Equation[] =>
  letters.slice(1).flatMap((letter, i) =>
    counties.flatMap((county) =>
      Array.from({ length: parts }, (_, part): Equation => {
        const earlier = letters[i];
        if (!earlier) throw new Error('no version before the second');
        const [before, after] = [sideOf(earlier, metric, county, part), sideOf(letter, metric, county, part)];
        return {
          unknowns: [
            ...after.hidden.map((name) => ({ name, times: 1 })),
            ...before.hidden.map((name) => ({ name, times: -1 })),
          ],
          sum: before.told - after.told,
        };
      }),
    ),
  );
