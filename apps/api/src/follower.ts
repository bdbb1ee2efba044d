import type { Courier } from '@mahalleh/border';
import type { Reader, ResultSet, Statement } from '@mahalleh/gate';
import { refreshedUnits, refreshStatements } from '@mahalleh/rollups';

/** How often facts are recomputed and a letter is sent at most, while there are changes. Unit: milliseconds. */
const EVERY_MS = { least: 350, most: 1_200 } as const;
/** How long the first change after a quiet time waits for others. Unit: milliseconds. */
const GATHER_MS = 100;
/** A recomputation may take this share of the lane's time at most: the longer it takes, the longer changes gather. */
const FOLLOWING_SHARE = 0.12;
/** How long one recomputation is to take: what is dirty beyond that waits for the next. Unit: milliseconds. */
const PASS_MS = 400;
/** How many units one recomputation takes on. */
const PASS_UNITS = { least: 10, first: 200, most: 1_000 } as const;
/** How long a sweep recomputes without gathering. Unit: milliseconds. */
const SWEEP_MS = 5_000;

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** How many units the next recomputation takes on, after one of so many units (null: it did not succeed) took so long. */
const nextPass = (passUnits: number, units: number | null, tookMs: number): number => {
  if (units === null) return Math.max(PASS_UNITS.least, Math.floor(passUnits / 4));
  if (units < PASS_UNITS.least) return passUnits;
  const fitting = Math.floor((units * PASS_MS) / Math.max(1, tookMs));
  return Math.min(PASS_UNITS.most, passUnits * 2, Math.max(PASS_UNITS.least, fitting));
};

/** What the follower of one province needs. */
export type FollowerPorts = {
  readonly database: string;
  readonly reader: Reader;
  /** Saves through the lane. Shape: null when it was not saved. */
  readonly save: (statements: readonly Statement[]) => Promise<readonly ResultSet[] | null>;
  readonly courier: Courier;
};

/**
 * What follows the writes of a province: fresh facts, and letters to the nation. One round at a time; a round is one request
 * that remembers what the nation has acknowledged, recomputes what is dirty and reads what there is to send.
 */
export class Follower {
  readonly #ports: FollowerPorts;
  #dirty = new Set<string>();
  #following: Promise<void> | null = null;
  #beganAtMs = 0;
  #everyMs: number = EVERY_MS.least;
  #passUnits: number = PASS_UNITS.first;
  #isSweeping = false;
  #hasLetter = false;

  constructor(ports: FollowerPorts) {
    this.#ports = ports;
  }

  /** What a group of saves left behind: features with dirty units, and whether a letter waits (an empty name). */
  hear(told: readonly string[]): void {
    const features = told.filter((feature) => feature !== '');
    for (const feature of features) this.#dirty.add(feature);
    // A letter that is heard of while a round is under way may have come after it read what there is to send.
    if (told.length > features.length) this.#hasLetter = true;
    if (told.length > 0) void this.#follow();
  }

  /** Recomputes without gathering until nothing is dirty, or for some seconds, and delivers what is due. */
  async sweep(): Promise<void> {
    const endsAtMs = Date.now() + SWEEP_MS;
    this.#isSweeping = true;
    try {
      do await this.#follow();
      while (this.#dirty.size > 0 && Date.now() < endsAtMs);
    } finally {
      this.#isSweeping = false;
    }
  }

  /** One round at a time; goes on while something is dirty, or a letter has come meanwhile. */
  #follow(): Promise<void> {
    this.#following ??= this.#round().finally(() => {
      this.#following = null;
      if (this.#dirty.size > 0 || this.#hasLetter) void this.#follow();
    });
    return this.#following;
  }

  async #round(): Promise<void> {
    if (!this.#isSweeping) await pause(Math.max(GATHER_MS, this.#beganAtMs + this.#everyMs - Date.now()));
    this.#beganAtMs = Date.now();
    const features = [...this.#dirty];
    this.#dirty.clear();
    this.#hasLetter = false;
    const read = await this.#refresh(features);
    if (!read) return;
    await this.#deliver(read);
    // While more is dirty, what was acknowledged is remembered with the next round; until then the nation would answer that it has it.
    if (this.#dirty.size === 0) await this.#remember();
  }

  /** Brings the facts of these features up to date. Shape: what there is to send, or null when that was not saved. */
  async #refresh(features: readonly string[]): Promise<readonly ResultSet[] | null> {
    const { courier, reader, save, database } = this.#ports;
    const acks = courier.takeAcks();
    try {
      if (features.length === 0 && acks.length === 0) return await reader.batch(courier.asks);
    } catch (cause) {
      this.#warn('letters_wait', cause);
      return null;
    }
    const refreshes = refreshStatements(features, this.#beganAtMs, this.#passUnits);
    const results = await save([...acks, ...refreshes, ...courier.asks]);
    const tookMs = Date.now() - this.#beganAtMs;
    this.#everyMs = Math.min(EVERY_MS.most, Math.max(EVERY_MS.least, tookMs / FOLLOWING_SHARE));
    const units = results ? refreshedUnits(features, results.slice(acks.length)) : null;
    this.#passUnits = nextPass(this.#passUnits, units, tookMs);
    // The units stay dirty in the database: the next write or the minute's sweep finds them.
    if (!results) console.error(JSON.stringify({ level: 'error', event: 'refresh_failed', database, features }));
    return results?.slice(acks.length + refreshes.length) ?? null;
  }

  /** Hands over what waits. What waits still after something was taken is tried again; what nobody takes waits for the next write or the sweep. */
  async #deliver(read: readonly ResultSet[]): Promise<void> {
    let taken = 0;
    try {
      taken = await this.#ports.courier.round(read);
    } catch (cause) {
      this.#warn('letters_wait', cause);
    }
    if (taken === 0 && this.#ports.courier.hasEvents(read)) this.#hasLetter = false;
  }

  async #remember(): Promise<void> {
    const acks = this.#ports.courier.takeAcks();
    if (acks.length > 0) await this.#ports.save(acks);
  }

  #warn(event: string, cause: unknown): void {
    const { database } = this.#ports;
    const name = cause instanceof Error ? cause.name : 'error';
    console.error(JSON.stringify({ level: 'warn', event, database, cause: name }));
  }
}
