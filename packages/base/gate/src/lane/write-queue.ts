import { GroupUnclear, HttpRefusal, type BatchOutcome, type GroupOutcome } from '../hrana.ts';
import type { ResultSet, Statement, WriteJob, WriteOutcome } from '../statement.ts';

/** What the queue needs: the wire to its one database, a clock, and somebody to tell what the probe said. */
export type QueuePorts = {
  /** Saves jobs in one transaction, each for itself, which asks before it ends, in one request. Fails: any Error when it is not known what became of them. */
  readonly send: (jobs: readonly (readonly Statement[])[], asks: readonly Statement[]) => Promise<GroupOutcome>;
  readonly nowMs: () => number;
  readonly pause: (ms: number) => Promise<void>;
  /** A question that travels with every group, and who hears its answer. */
  readonly probe?: { readonly statement: Statement; readonly tell: (result: ResultSet) => void };
};

type Waiting = { job: WriteJob; bytes: number; sinceMs: number; answer: (outcome: WriteOutcome) => void };

/** The most jobs and bytes that travel in one request; a larger job travels alone. */
const GROUP = { jobs: 64, bytes: 512 * 1024 } as const;
/** How long a save may wait for a database that does not answer, before its caller is told. Unit: milliseconds. */
const PATIENCE_MS = 25_000;

const sizeOf = (job: WriteJob): number => {
  let bytes = 0;
  for (const { sql, args } of job.statements) {
    bytes += sql.length;
    for (const value of Object.values(args)) bytes += typeof value === 'string' ? value.length * 2 : 8;
  }
  return bytes;
};

const isPassing = ({ code, message }: { code: string; message: string }): boolean =>
  /BUSY|LOCKED/.test(code) || /database is locked|busy|blocked/i.test(message);

/**
 * The write lane of one database: one request in flight, and what has queued up meanwhile travels in the next one: one
 * transaction, a savepoint for each save, so that each is atomic for itself and the disk is waited for once (group commit). A throughput device: correctness rests on guards and unique keys.
 */
export class WriteQueue {
  readonly #ports: QueuePorts;
  #waiting: Waiting[] = [];
  #inFlightSinceMs: number | null = null;
  #isDraining = false;
  #held: Promise<void> | null = null;
  #letGo: () => void = () => undefined;

  constructor(ports: QueuePorts) {
    this.#ports = ports;
  }

  /** Saves one job: all of it or nothing. Resolves when the database has said which. */
  write(job: WriteJob): Promise<WriteOutcome> {
    return new Promise((answer) => {
      this.#waiting.push({ job, bytes: sizeOf(job), sinceMs: this.#ports.nowMs(), answer });
      void this.#drain();
    });
  }

  /** How long the oldest save has been under way, and how many wait. Unit: milliseconds. */
  status(): { oldestInFlightMs: number; queued: number } {
    const since = this.#inFlightSinceMs;
    return { oldestInFlightMs: since === null ? 0 : this.#ports.nowMs() - since, queued: this.#waiting.length };
  }

  /** Lets the request under way end, and sends nothing until `release`: for migrations. */
  async hold(): Promise<void> {
    this.#held ??= new Promise((done) => {
      this.#letGo = done;
    });
    while (this.#inFlightSinceMs !== null) await this.#ports.pause(5);
  }

  /** Goes on after `hold`. */
  release(): void {
    this.#letGo();
    this.#held = null;
  }

  async #drain(): Promise<void> {
    if (this.#isDraining) return;
    this.#isDraining = true;
    // One turn of the loop lets everything that arrived together travel together.
    await Promise.resolve();
    while (this.#waiting.length > 0) {
      if (this.#held) await this.#held;
      await this.#send(this.#nextGroup());
    }
    this.#isDraining = false;
  }

  #nextGroup(): Waiting[] {
    let bytes = 0;
    let count = 0;
    for (const { bytes: size } of this.#waiting) {
      if (count > 0 && (count >= GROUP.jobs || bytes + size > GROUP.bytes)) break;
      bytes += size;
      count++;
    }
    return this.#waiting.splice(0, count);
  }

  async #send(group: Waiting[]): Promise<void> {
    const { probe } = this.#ports;
    this.#inFlightSinceMs = this.#ports.nowMs();
    let left = group;
    let isAlone = false;
    for (let attempt = 0; left.length > 0; attempt++) {
      if (attempt > 0) {
        await this.#ports.pause(Math.min(20 * 2 ** attempt, 500) * (0.5 + Math.random()));
        left = await this.#settled(left);
        if (left.length === 0) break;
      }
      const now = isAlone ? left.slice(0, 1) : left;
      try {
        const { saves, asked } = await this.#ports.send(
          now.map(({ job }) => job.statements),
          probe ? [probe.statement] : [],
        );
        const [heard] = asked ?? [];
        if (probe && heard) probe.tell(heard);
        left = left.filter((waiting, i) => !this.#answered(waiting, saves[i]));
      } catch (cause) {
        isAlone ||= cause instanceof GroupUnclear;
        // One by one, the one that failed goes to the end: the others need not wait for its patience to run out.
        if (isAlone) left = [...left.slice(1), ...left.slice(0, 1)];
        // A refusal is final. Anything else lost the request: which of its saves happened is looked up before it is sent again.
        if (!(cause instanceof HttpRefusal) || cause.status >= 500) continue;
        for (const { answer } of left)
          answer({ outcome: 'failed', code: `HTTP_${cause.status}`, message: 'the database is not there' });
        left = [];
      }
    }
    this.#inFlightSinceMs = null;
  }

  #answered({ answer, sinceMs }: Waiting, outcome: BatchOutcome | undefined): boolean {
    if (!outcome) return false;
    if ('results' in outcome) {
      answer({ outcome: 'saved', results: outcome.results });
      return true;
    }
    if (isPassing(outcome.error) && this.#ports.nowMs() - sinceMs < PATIENCE_MS) return false;
    answer({ outcome: 'failed', ...outcome.error });
    return true;
  }

  /** Asks the audit log which of these saves happened after all, answers them, and gives up on those that waited too long. */
  async #settled(group: Waiting[]): Promise<Waiting[]> {
    const ids = JSON.stringify(group.map(({ job }) => job.commandId));
    const sql = 'select command_id from audit_log where command_id in (select value from json_each(?))';
    let saved = new Set<unknown>();
    let isKnown = false;
    try {
      const { asked } = await this.#ports.send([], [{ sql, args: [ids] }]);
      if (asked) {
        saved = new Set(asked[0]?.rows.map(([id]) => id));
        isKnown = true;
      }
    } catch {
      // Still no answer: the next turn asks again.
    }
    return group.filter(({ job, sinceMs, answer }) => {
      if (saved.has(job.commandId)) answer({ outcome: 'saved', results: [] });
      else if (this.#ports.nowMs() - sinceMs > PATIENCE_MS)
        answer({ outcome: 'failed', code: 'UNAVAILABLE', message: isKnown ? 'not saved' : 'not known' });
      else return true;
      return false;
    });
  }
}
