import { DurableObject } from 'cloudflare:workers';
import { nationIntakes } from '@mahalleh/api/intakes';
import { Courier, takeIn, waitingProbe, type Receipt, type SealedLetter } from '@mahalleh/border';
import { findingUpkeep } from '@mahalleh/finding';
import {
  NATION,
  upkeepStatements,
  type Reader,
  type ResultSet,
  type Statement,
  type WriteJob,
  type WriteOutcome,
} from '@mahalleh/gate';
import {
  addressOf,
  gatheredReader,
  KeptStream,
  readGatherer,
  saveGroup,
  WriteQueue,
  type BatchOutcome,
} from '@mahalleh/gate/lane';
import { targetsUpkeep } from '@mahalleh/indicators';
import { newId } from '@mahalleh/kernel';
import { closeUpkeep } from '@mahalleh/reports';
import {
  closePeople,
  dirtyProbe,
  dueStatements,
  refreshedUnits,
  refreshStatements,
  stateAsk,
  stateLetters,
  allFeatures,
} from '@mahalleh/rollups';
import { finishErasures } from '@mahalleh/volunteers';
import { checkpointRound } from './checkpoints.ts';
import { deploymentOf, type Env } from './env.ts';
import { personKeys } from './ports.ts';
import { callProvinces, collectRound, OneAtATime, outgoingLetters, type Ways } from './post.ts';

const WRITE_DEADLINE_MS = 8_000;
/** How long changes gather at least and at most before facts are recomputed and a letter is sent. Unit: milliseconds. */
const GATHER_MS = { least: 350, most: 900 } as const;
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

/** The write lane of one database, and what follows a write: fresh facts, and letters to the nation. */
export class Lane extends DurableObject<Env> {
  #database = '';
  #queue: WriteQueue | undefined;
  #read: ReturnType<typeof readGatherer> | undefined;
  readonly #streams = { reads: new KeptStream(Date.now), writes: new KeptStream(Date.now) };
  #courier: Courier | undefined;
  #dirty = new Set<string>();
  #following: Promise<void> | null = null;
  #gatherMs: number = GATHER_MS.least;
  #passUnits: number = PASS_UNITS.first;
  #isSweeping = false;
  #isDelivering = false;
  #hasMore = false;
  readonly #rounds = new OneAtATime();

  /** Saves one job of this database: all of it or nothing. */
  write(database: string, job: WriteJob): Promise<WriteOutcome> {
    return this.#open(database).write(job);
  }

  /** The read that a command begins with: those that arrive together travel together. */
  read(database: string, statements: readonly Statement[]): Promise<BatchOutcome> {
    this.#read ??= readGatherer(deploymentOf(this.env).fleet, database, this.#streams.reads);
    return this.#read(statements);
  }

  /** Takes in a letter; only the nation's lane does. */
  async receive(letter: SealedLetter): Promise<Receipt> {
    const queue = this.#open(NATION);
    return takeIn(
      {
        reader: this.#readerOf(NATION),
        save: async (commandId, statements) => {
          const outcome = await queue.write({ commandId, statements });
          return outcome.outcome === 'saved' ? null : outcome.message;
        },
        nowMs: Date.now,
        intakes: nationIntakes,
      },
      letter,
    );
  }

  /** Keeps the month's checkpoint of some provinces that have none; only the nation's lane does. */
  checkpoint(): Promise<void> {
    return checkpointRound(this.env, this.#waysTo(NATION));
  }

  /** Hands the letters for a province to its lane; only the nation's lane does. */
  outgoing(province: string, after: number): Promise<SealedLetter[]> {
    return outgoingLetters(this.env, this.#waysTo(NATION), province, after);
  }

  /** Takes in what the nation has written to this province. */
  collect(database: string): Promise<void> {
    const ways = this.#waysTo(database);
    return this.#rounds.run(database, () => collectRound(this.env, ways, database));
  }

  /** The minute's round of a province: what the clock has changed, what a stopped process left behind, coverage, letters. */
  async sweep(database: string): Promise<void> {
    const nowMs = Date.now();
    await this.#open(database).write({
      commandId: newId(),
      statements: [...dueStatements(nowMs), ...upkeepStatements(nowMs), ...targetsUpkeep(nowMs)],
    });
    await this.#open(database).write({ commandId: newId(), statements: findingUpkeep() });
    await this.#finishErasures(database);
    for (const feature of allFeatures) this.#dirty.add(feature);
    const endsAtMs = Date.now() + SWEEP_MS;
    this.#isSweeping = true;
    try {
      do await this.#follow(0);
      while (this.#dirty.size > 0 && Date.now() < endsAtMs);
    } finally {
      this.#isSweeping = false;
    }
    await this.#open(database).write({ commandId: newId(), statements: closeUpkeep(Date.now()) });
    await closePeople({ ...this.#waysTo(database), nowMs: Date.now });
    await this.collect(database);
  }

  /** Whether a save stands still. Unit: milliseconds. */
  status(): { database: string; oldestInFlightMs: number; queued: number } {
    return { database: this.#database, ...(this.#queue?.status() ?? { oldestInFlightMs: 0, queued: 0 }) };
  }

  /** Stops sending until `release`, for a migration or a restore. */
  async hold(database: string): Promise<void> {
    for (const stream of Object.values(this.#streams)) stream.pause();
    await this.#open(database).hold();
  }

  /** Goes on after `hold`. */
  release(database: string): void {
    for (const stream of Object.values(this.#streams)) stream.resume();
    this.#open(database).release();
  }

  #waysTo(database: string): Ways {
    this.#open(database);
    return { reader: this.#readerOf(database), save: async (statements) => (await this.#save(statements)) !== null };
  }

  /** Reads of the lane's own, which travel with those that commands begin with. */
  #readerOf(database: string): Reader {
    return gatheredReader((statements) => this.read(database, statements));
  }

  #open(database: string): WriteQueue {
    if (this.#queue) return this.#queue;
    const { fleet } = deploymentOf(this.env);
    this.#database = database;
    this.#queue = new WriteQueue({
      nowMs: Date.now,
      pause,
      send: async (jobs, reads) =>
        saveGroup(await addressOf(fleet, database, 'rw'), jobs, reads, WRITE_DEADLINE_MS, this.#streams.writes),
      ...(database === NATION
        ? {
            probe: {
              statement: waitingProbe,
              tell: ({ rows }) =>
                callProvinces(
                  this.env,
                  this.#rounds,
                  rows.map(([province]) => String(province)),
                ),
            },
          }
        : {
            probe: {
              statement: dirtyProbe,
              tell: ({ rows }) => this.#hear(rows.map(([feature]) => String(feature))),
            },
          }),
    });
    return this.#queue;
  }

  /** What a group of saves left behind: features with dirty units, and whether a letter waits (an empty name). */
  #hear(told: readonly string[]): void {
    const features = told.filter((feature) => feature !== '');
    for (const feature of features) this.#dirty.add(feature);
    const hasLetter = told.length > features.length;
    if (hasLetter && this.#isDelivering) this.#hasMore = true;
    if (features.length > 0 || (hasLetter && !this.#isDelivering)) void this.#follow(this.#gatherMs);
  }

  /** One follower at a time: gathers, recomputes, delivers; goes on while there is something dirty. */
  #follow(gatherMs: number): Promise<void> {
    this.#following ??= this.#followUp(gatherMs).finally(() => {
      this.#following = null;
      if (this.#dirty.size > 0 || this.#hasMore) void this.#follow(this.#isSweeping ? 0 : this.#gatherMs);
    });
    return this.#following;
  }

  async #followUp(gatherMs: number): Promise<void> {
    if (gatherMs > 0) await pause(gatherMs);
    const features = [...this.#dirty];
    this.#dirty.clear();
    if (features.length === 0 || (await this.#refresh(features))) await this.#deliver();
  }

  /** Brings the facts of these features up to date. Shape: whether that was saved. */
  async #refresh(features: readonly string[]): Promise<boolean> {
    const startedAtMs = Date.now();
    const refreshed = await this.#save(refreshStatements(features, startedAtMs, this.#passUnits));
    const tookMs = Date.now() - startedAtMs;
    this.#gatherMs = Math.min(GATHER_MS.most, Math.max(GATHER_MS.least, tookMs / FOLLOWING_SHARE));
    this.#passUnits = nextPass(this.#passUnits, refreshed ? refreshedUnits(features, refreshed) : null, tookMs);
    if (!refreshed) {
      // The units stay dirty in the database: the next write or the minute's sweep finds them.
      console.error(JSON.stringify({ level: 'error', event: 'refresh_failed', database: this.#database, features }));
    }
    return refreshed !== null;
  }

  /** Hands over what waits. What waits still after something was taken is tried again; what nobody takes waits for the next write or the sweep. */
  async #deliver(): Promise<void> {
    this.#isDelivering = true;
    this.#hasMore = false;
    let taken = 0;
    try {
      taken = await this.#courierOf().round();
    } catch (cause) {
      console.error(
        JSON.stringify({
          level: 'warn',
          event: 'letters_wait',
          database: this.#database,
          cause: cause instanceof Error ? cause.name : 'error',
        }),
      );
    } finally {
      this.#isDelivering = false;
      if (taken === 0) this.#hasMore = false;
    }
  }

  /** Keys of volunteers whose destruction was broken off. */
  async #finishErasures(database: string): Promise<void> {
    const ports = {
      reader: this.#readerOf(database),
      save: (statements: readonly Statement[]) => this.#save(statements),
      keys: personKeys(this.env),
      nowMs: Date.now,
    };
    try {
      await finishErasures(ports, database);
    } catch (cause) {
      console.error(
        JSON.stringify({
          level: 'warn',
          event: 'erasures_wait',
          database,
          cause: cause instanceof Error ? cause.name : 'error',
        }),
      );
    }
  }

  async #save(statements: readonly Statement[]): Promise<readonly ResultSet[] | null> {
    const outcome = await this.#open(this.#database).write({ commandId: newId(), statements });
    if (outcome.outcome === 'failed')
      console.error(
        JSON.stringify({ level: 'error', event: 'lane_save_failed', database: this.#database, code: outcome.code }),
      );
    return outcome.outcome === 'saved' ? outcome.results : null;
  }

  #courierOf(): Courier {
    const { secretFor } = deploymentOf(this.env);
    const province = this.#database;
    this.#courier ??= new Courier({
      province,
      reader: this.#readerOf(province),
      save: async (statements) => (await this.#save(statements)) !== null,
      hand: (letter) => this.env.LANE.get(this.env.LANE.idFromName(NATION)).receive(letter),
      secret: () => secretFor(province, 'seal-key'),
      nowMs: Date.now,
      stateAsk,
      stateLetters: (results) => stateLetters(results, Date.now()),
    });
    return this.#courier;
  }
}
