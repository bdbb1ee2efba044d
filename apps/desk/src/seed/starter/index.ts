import { PARDISAN, PARDISAN_CHANGES, PARDISAN_NEXT } from './pardisan.ts';
import { RAILWAY, RAILWAY_CHANGES, RAILWAY_NEXT } from './railway.ts';
import { SHEIKHABAD } from './sheikhabad.ts';
import type { StarterText } from './starter-text.ts';

export { documentOf, elementIdOf, templateIdOf } from './starter-document.ts';

/** A version of the starter library, with how long ago it was signed. Unit: days. */
export type StarterVersion = {
  readonly text: StarterText;
  readonly version: number;
  readonly changes: string;
  readonly daysAgo: number;
};

/** The starter library: what provinces have published, in the order in which it was signed. */
export const STARTER_LIBRARY = [
  { text: SHEIKHABAD, version: 1, changes: '', daysAgo: 215 },
  { text: PARDISAN, version: 1, changes: '', daysAgo: 200 },
  { text: RAILWAY, version: 1, changes: '', daysAgo: 190 },
  { text: RAILWAY_NEXT, version: 2, changes: RAILWAY_CHANGES, daysAgo: 24 },
] as const satisfies readonly StarterVersion[];

/** What Qom has sent to the ministry and nobody has looked at yet. */
export const PARDISAN_AGAIN: StarterVersion = {
  text: PARDISAN_NEXT,
  version: 2,
  changes: PARDISAN_CHANGES,
  daysAgo: -6,
};
