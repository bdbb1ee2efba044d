/** A row beside a map: the same thing, in words. */
export type MapRow = {
  readonly id: string;
  readonly href: string;
  readonly name: string;
  readonly detail?: string;
  /** What stands at the end edge. */
  readonly end: string;
};
