import type { Reader, Statement } from '@mahalleh/gate';

/** What a round needs: to ask, and to save without anybody acting. */
export type RoundPorts = {
  readonly province: string;
  readonly reader: Reader;
  readonly save: (statements: readonly Statement[]) => Promise<boolean>;
  readonly nowMs: () => number;
};
