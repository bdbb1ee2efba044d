import { latinDigits } from '@mahalleh/kernel/digits';

type Body = Record<string, unknown>;
type Nested = Readonly<Record<string, unknown>>;

const PLACE = ['placeNote', 'latitude', 'longitude'];

const linesOf = (value: unknown): [string, unknown][] =>
  typeof value === 'object' && value !== null ? Object.entries(value as Nested) : [];

/** The body with its chain of causes as a list; a form whose lines are all empty clears the chain. */
export const whysBody = (body: Body): Body => ({ ...body, whys: linesOf(body['whys']).map(([, why]) => why) });

/** The body of an amendment: a place that is to be dropped is not said again, and what was not ticked is not said. */
export const problemBody = (body: Body): Body => {
  const isDropped = body['dropPlace'] === true;
  return Object.fromEntries(
    Object.entries(whysBody(body)).filter(([name, value]) => !(isDropped && PLACE.includes(name)) && value !== false),
  );
};

/** The body of a split: the parts that have a title, in their order. */
export const splitBody = (body: Body): Body => ({
  ...body,
  parts: linesOf(body['parts']).flatMap(([, part]) =>
    typeof part === 'object' && part !== null && 'title' in part ? [part] : [],
  ),
});

/** The body of a score: no sum is nothing, for a round of supporters alone. */
export const voteBody = (body: Body): Body => {
  const sums = ['harm', 'spread', 'urgency', 'feasibility'].map((key) => [
    key,
    Object.fromEntries(linesOf(body['sums']))[key] ?? 0,
  ]);
  return { ...body, side: 'residents', sums: Object.fromEntries(sums) as Nested };
};

const bare = (code: string): string =>
  latinDigits(code)
    .replace(/[^0-9a-z]/gi, '')
    .toUpperCase();

/** Whether the code was typed, in any digits and case, with or without its dashes. */
export const sameCode = (typed: string, code: string): boolean => bare(typed) !== '' && bare(typed) === bare(code);
