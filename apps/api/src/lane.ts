import { DurableObject } from 'cloudflare:workers';
import { standingRound, tellResults } from '@mahalleh/adoptions/standing';
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
import { reportsUpkeep } from '@mahalleh/reports';
import { closePeople, dirtyProbe, dueStatements, stateAsk, stateLetters } from '@mahalleh/rollups';
import { finishErasures } from '@mahalleh/volunteers';
import { checkpointRound } from './checkpoints.ts';
import { deploymentOf, type Env } from './env.ts';
import { Follower } from './follower.ts';
import { personKeys } from './ports.ts';
import { callProvinces, collectRound, OneAtATime, outgoingLetters, type Ways } from './post.ts';

const WRITE_DEADLINE_MS = 8_000;
const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** The write lane of one database, and what follows a write: fresh facts, and letters to the nation. */
export class Lane extends DurableObject<Env> {
  #database = '';
  #queue: WriteQueue | undefined;
  #read: ReturnType<typeof readGatherer> | undefined;
  readonly #streams = { reads: new KeptStream(Date.now), writes: new KeptStream(Date.now) };
  #follower: Follower | undefined;
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
    const lane = this.#open(database);
    // Each for itself, in one request.
    await Promise.all(
      [[...dueStatements(nowMs), ...upkeepStatements(nowMs), ...targetsUpkeep(nowMs)], findingUpkeep()].map(
        (statements) => lane.write({ commandId: newId(), statements }),
      ),
    );
    await this.#finishErasures(database);
    await this.#followerOf(database).sweep();
    await this.#open(database).write({ commandId: newId(), statements: reportsUpkeep(Date.now()) });
    await closePeople({ ...this.#waysTo(database), nowMs: Date.now });
    await this.collect(database);
    const round = { ...this.#waysTo(database), province: database, nowMs: Date.now };
    await standingRound(round);
    await tellResults(round);
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
      send: async (jobs, asks) =>
        saveGroup(await addressOf(fleet, database, 'rw'), jobs, asks, WRITE_DEADLINE_MS, this.#streams.writes),
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
              tell: ({ rows }) => this.#followerOf(database).hear(rows.map(([feature]) => String(feature))),
            },
          }),
    });
    return this.#queue;
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

  #followerOf(province: string): Follower {
    const { secretFor } = deploymentOf(this.env);
    const reader = this.#readerOf(province);
    const save = (statements: readonly Statement[]) => this.#save(statements);
    this.#follower ??= new Follower({
      database: province,
      reader,
      save,
      courier: new Courier({
        province,
        reader,
        save: async (statements) => (await save(statements)) !== null,
        hand: (letter) => this.env.LANE.get(this.env.LANE.idFromName(NATION)).receive(letter),
        secret: () => secretFor(province, 'seal-key'),
        nowMs: Date.now,
        stateAsk,
        stateLetters: (results) => stateLetters(results, Date.now()),
      }),
    });
    return this.#follower;
  }
}
