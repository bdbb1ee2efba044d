import { rolesGranting, type Permission } from '@mahalleh/access';
import { Failure, isRefusal, type Refusal } from '@mahalleh/kernel';
import type * as z from 'zod';
import { sessionCheck, VISITOR_CHECK, withActor } from './actor-sql.ts';
import { readAnswers, sendable, type Answers, type Asked } from './asks.ts';
import { earlierResult, failureFrom, isSavedFailure, replayOf, savedFailure, type SavedFailure } from './audit.ts';
import type { Change } from './changes.ts';
import {
  actorArgs,
  innerOf,
  readSomeone,
  type Blobs,
  type PersonKeys,
  type Someone,
  type WorkspaceContext,
} from './context.ts';
import { factsOf, refused, type Facts } from './facts.ts';
import { readHandle, writeHandle, type ReadDb, type WriteDb } from './handles.ts';
import { parseInput } from './parse-input.ts';
import type { Reversal } from './reversal.ts';
import { saveOnce } from './save-once.ts';
import type { Home } from './tables.ts';

/** What the audit row says: what was touched, where, and which fields changed. Never a person's values. */
export type AuditEntry = {
  readonly subject: string;
  readonly unitId: string | null;
  readonly fields: readonly string[];
  /** Further records that the command concerns, in a province: their histories tell of it too. */
  readonly also?: readonly string[];
};

/** What is known to `compute`: the facts, secrets by purpose, the store of files and the keys of people. For cryptography and files only. */
export type Computing = Facts & {
  secretFor(purpose: string): Promise<Uint8Array>;
  readonly blobs: Blobs;
  readonly keys: PersonKeys;
};

/**
 * One change to the world, in steps that always run in this order: load (one request), compute (cryptography
 * only), decide (pure), save (one atomic request, audit row first).
 */
export type CommandSpec<
  H extends Home,
  In,
  A extends Record<string, Asked<unknown>>,
  C,
  D extends object,
  Out extends object,
> = {
  /** Also its permission and its audit action. */
  readonly name: string;
  /** `null`: any signed-in person of the workspace, about themselves. */
  readonly permission: Permission | null;
  readonly input: z.ZodType<In>;
  readonly output: z.ZodType<Out>;
  readonly load: (db: ReadDb<H>, input: In, facts: { workspace: string; nowMs: number }) => A;
  readonly compute?: (state: Answers<A>, input: In, facts: Computing) => Promise<C>;
  /** Pure. No clock, database or randomness: everything it knows comes in. */
  readonly decide: (state: Answers<A>, input: In, facts: Facts, computed: C) => D | Refusal;
  readonly save: (db: WriteDb<H>, decision: D, state: Answers<A>, input: In, facts: Facts) => readonly Change[];
  readonly audit: (decision: D, state: Answers<A>, input: In) => AuditEntry;
  /** How it is taken back, in a province; undefined when it cannot be. `POST /undo` and the trash read it. */
  readonly reversal?: (decision: D, state: Answers<A>, input: In, facts: Facts) => Reversal | undefined;
  /** What the caller gets, kept with the audit row so that the same command id gets it again. */
  readonly answer: (decision: D, state: Answers<A>, input: In) => NoInfer<Out>;
  /** Parts of the first answer that are never stored (a one-time link). Absent when the same command is sent again. */
  readonly reveal?: (decision: D) => Partial<NoInfer<Out>>;
  /** The failure in which a saved decision ends (a wrong password: counted, then refused). A repeat fails alike. */
  readonly failAfterSave?: (decision: D) => Failure | undefined;
  /** By what of the input the command is recognised when it comes again; all of it, when left out. For inputs that nobody may ever try guesses against. */
  readonly recognisedBy?: (input: In) => unknown;
  /** What is left to do outside the database once it is saved. It may be broken off: whoever declares it has a round that finishes it. */
  readonly after?: (decision: D, state: Answers<A>, input: In, facts: Computing) => Promise<void>;
  /** Loads and decides once more when somebody else was faster, instead of failing: for what many change at once and whose revision no editor has seen. */
  readonly again?: true;
  /** Reason by unique index column, e.g. `{ 'accounts.email': 'email_taken' }`. */
  readonly conflicts?: Readonly<Record<string, string>>;
};

/** A change that can be put through a context, and its declaration for the router and the documents. */
export type Command<H extends Home, In, Out> = {
  readonly kind: 'command';
  /** Which kind of workspace it may be mounted in. */
  readonly home: Home | 'workspace';
  readonly name: string;
  readonly permission: Permission | null;
  readonly isOpen: boolean;
  readonly input: z.ZodType<In>;
  readonly output: z.ZodType<Out>;
  /** Runs it once for this command id. Fails: every kind of Failure. */
  run(context: WorkspaceContext<H>, raw: unknown, commandId?: string): Promise<Out>;
};

const VISITOR: Someone = { personId: 'visitor', sessionId: '', grants: [] };

/** How often a command with `again` is tried. */
const ATTEMPTS = 3;

/** Whether somebody else was faster, so that the same command may be decided on the new state. */
const isOvertaken = (cause: unknown): boolean =>
  cause instanceof Failure && cause.kind === 'conflict' && cause.reason !== 'command_id_reused';

const buildCommand =
  <H extends Home>(home: Home | 'workspace', isOpen: boolean) =>
  <In, A extends Record<string, Asked<unknown>>, D extends object, Out extends object, C = undefined>(
    spec: CommandSpec<H, In, A, C, D, Out>,
  ): Command<H, In, Out> => {
    const once = async (context: WorkspaceContext<H>, input: In, commandId: string): Promise<Out> => {
      const { ports, database } = innerOf(context);
      const actor = isOpen ? null : actorArgs(context, spec.permission ? rolesGranting(spec.permission) : []);
      const nowMs = actor?.nowMs ?? ports.nowMs();
      const replay = await replayOf(
        await ports.secretFor(database, 'command-input'),
        commandId,
        spec.name,
        spec.recognisedBy?.(input) ?? input,
      );

      const asked = spec.load(readHandle<H>(), input, { workspace: database, nowMs });
      const sent = Object.values(asked).map(sendable);
      const first = actor ? sessionCheck(actor) : VISITOR_CHECK;
      const [check, earlier, ...results] = await ports.databases
        .loader(database)
        .batch([first, replay.lookUp, ...sent.map((s) => (actor ? withActor(s, actor) : s))]);
      const read = readSomeone(check, spec.permission, context.home);
      const someone = actor ? read : VISITOR;
      const before = earlierResult<Out>(earlier, replay, someone.personId);
      if (before) return before;
      const state = readAnswers<A>(Object.keys(asked), sent, results);

      const facts = factsOf(someone, database, nowMs, ports);
      const computing: Computing = {
        ...facts,
        secretFor: (purpose) => ports.secretFor(database, purpose),
        blobs: ports.blobs,
        keys: ports.keys,
      };
      const computed = (await spec.compute?.(state, input, computing)) as C;
      const decision = spec.decide(state, input, facts, computed);
      if (isRefusal(decision)) throw refused(decision);

      const failure = spec.failAfterSave?.(decision);
      const answer = failure ? savedFailure(failure) : spec.answer(decision, state, input);
      const saved = await saveOnce<Out | SavedFailure>({
        ports,
        database,
        replay,
        entry: spec.audit(decision, state, input),
        actor: { kind: actor ? 'person' : 'visitor', id: someone.personId },
        nowMs,
        answer,
        changes: spec.save(writeHandle<H>(), decision, state, input, facts),
        reversal: spec.reversal?.(decision, state, input, facts),
        conflicts: spec.conflicts ?? {},
      });
      // Saved is saved: what fails here is finished by the round that `after` promises.
      await spec.after?.(decision, state, input, computing).catch(() => undefined);
      if (isSavedFailure(saved)) throw failureFrom(saved);
      return saved === answer && spec.reveal ? { ...saved, ...spec.reveal(decision) } : saved;
    };
    return {
      kind: 'command',
      home,
      name: spec.name,
      permission: spec.permission,
      isOpen,
      input: spec.input,
      output: spec.output,
      run: async (context, raw, givenId) => {
        // Whatever roles a guest holds, and whatever is sent: who looks in changes nothing.
        if (innerOf(context).isGuest && !isOpen) throw new Failure('not_permitted', 'guest_reads_only');
        const input = parseInput(spec.input, raw);
        const commandId = givenId ?? innerOf(context).ports.newId();
        for (let left = spec.again ? ATTEMPTS : 1; ; left--)
          try {
            return await once(context, input, commandId);
          } catch (cause) {
            if (left === 1 || !isOvertaken(cause)) throw cause;
          }
      },
    };
  };

/** Declares a change of a province. */
export const defineCommand = buildCommand<'province'>('province', false);
/** Declares a change of the nation. */
export const defineNationCommand = buildCommand<'national'>('national', false);
/** Declares a change that every workspace knows (its accounts, sessions, roles). */
export const defineWorkspaceCommand = buildCommand<Home>('workspace', false);
/** Declares a change that needs no session: sign-in, a one-time link. Listed in the tests by name. */
export const defineOpenCommand = buildCommand<Home>('workspace', true);
