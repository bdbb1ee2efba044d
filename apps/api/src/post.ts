import { provinceIntakes } from '@mahalleh/api/intakes';
import { collectLetters, handOut, type SealedLetter } from '@mahalleh/border';
import { NATION, type Reader, type Statement } from '@mahalleh/gate';
import { deploymentOf, type Env } from './env.ts';

/** The way to one database: reading, and saving through its lane. */
export type Ways = { readonly reader: Reader; readonly save: (statements: readonly Statement[]) => Promise<boolean> };

const warn = (database: string, event: string, cause: unknown): void =>
  console.error(
    JSON.stringify({ level: 'warn', event, database, cause: cause instanceof Error ? cause.name : String(cause) }),
  );

/** The letters of the nation to a province after this number, sealed. */
export const outgoingLetters = (env: Env, ways: Ways, province: string, after: number): Promise<SealedLetter[]> => {
  const secret = () => deploymentOf(env).secretFor(NATION, 'seal-key');
  return handOut({ ...ways, secret, nowMs: Date.now }, province, after);
};

/** One round in which a province collects its letters; what cannot be taken in now waits for the next. */
export const collectRound = async (env: Env, ways: Ways, province: string): Promise<void> => {
  const ask = (after: number) => env.LANE.get(env.LANE.idFromName(NATION)).outgoing(province, after);
  try {
    const ports = { ...ways, province, ask, nowMs: Date.now, intakes: provinceIntakes };
    const { stoppedBy, setAside } = await collectLetters(ports);
    if (setAside > 0) warn(province, 'letters_set_aside', `${setAside} of a later program`);
    if (stoppedBy !== null) warn(province, 'letters_not_collected', stoppedBy);
  } catch (cause) {
    warn(province, 'letters_not_collected', cause);
  }
};

/** Work of which one round runs at a time; asked for meanwhile, it runs once more. */
export class OneAtATime {
  readonly #running = new Map<string, { isWantedAgain: boolean; done: Promise<void> }>();

  /** Runs the work of this name, or has the running round followed by another. */
  run(name: string, work: () => Promise<void>): Promise<void> {
    const running = this.#running.get(name);
    if (running) {
      running.isWantedAgain = true;
      return running.done;
    }
    const round = { isWantedAgain: false, done: Promise.resolve() };
    round.done = (async () => {
      try {
        do {
          round.isWantedAgain = false;
          await work();
        } while (round.isWantedAgain);
      } finally {
        this.#running.delete(name);
      }
    })();
    this.#running.set(name, round);
    return round.done;
  }
}

/** Tells provinces that letters wait for them. They collect by themselves every minute; a call only makes it sooner. */
export const callProvinces = (env: Env, rounds: OneAtATime, provinces: readonly string[]): void => {
  for (const province of provinces)
    void rounds
      .run(province, () => env.LANE.get(env.LANE.idFromName(province)).collect(province))
      .catch((cause: unknown) => warn(province, 'province_not_called', cause));
};
