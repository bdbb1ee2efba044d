import { latinDigits } from '@mahalleh/kernel/digits';

const PLACE = ['placeNote', 'latitude', 'longitude'];

/** The body of an amendment: a place that is to be dropped is not said again, and what was not ticked is not said. */
export const problemBody = (body: Record<string, unknown>): Record<string, unknown> => {
  const isDropped = body['dropPlace'] === true;
  return Object.fromEntries(
    Object.entries(body).filter(([name, value]) => !(isDropped && PLACE.includes(name)) && value !== false),
  );
};

const bare = (code: string): string =>
  latinDigits(code)
    .replace(/[^0-9a-z]/gi, '')
    .toUpperCase();

/** Whether the code was typed, in any digits and case, with or without its dashes. */
export const sameCode = (typed: string, code: string): boolean => bare(typed) !== '' && bare(typed) === bare(code);
