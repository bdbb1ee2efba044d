/** How deep a chain of causes goes. */
export const MOST_WHYS = 5;

/** Why a problem is so: a chain of causes, or the last of them alone. Null clears it, undefined leaves it. */
export type Whys = {
  readonly whys?: readonly string[] | undefined;
  readonly rootCause?: string | null | undefined;
};

/** What is kept of it: the chain, and its last link as the root cause; a root cause said alone is a chain of one. */
export const whysOf = ({ whys, rootCause }: Whys): { whysJson?: string | null; rootCause?: string | null } => {
  if (whys !== undefined && whys.length > 0) return { whysJson: JSON.stringify(whys), rootCause: whys.at(-1) ?? null };
  if (rootCause === null || (whys !== undefined && rootCause === undefined)) return { whysJson: null, rootCause: null };
  return rootCause === undefined ? {} : { whysJson: JSON.stringify([rootCause]), rootCause };
};

/** The chain as it is kept, from the nearest cause to the root. */
export const readWhys = (whysJson: string | null, rootCause: string | null): string[] =>
  whysJson !== null ? (JSON.parse(whysJson) as string[]) : rootCause === null ? [] : [rootCause];
