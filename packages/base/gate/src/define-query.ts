import { rolesGranting, type Permission } from '@mahalleh/access';
import type * as z from 'zod';
import { sessionCheck, VISITOR_CHECK, withActor } from './actor-sql.ts';
import { readAnswers, sendable, type Answers, type Asked } from './asks.ts';
import { actorArgs, innerOf, readSomeone, type PersonKeys, type Someone, type WorkspaceContext } from './context.ts';
import { readHandle, type ReadDb } from './handles.ts';
import { parseInput } from './parse-input.ts';
import type { ResultSet, Statement } from './statement.ts';
import { recordViews, type View } from './views.ts';
import type { Home } from './tables.ts';

/** What `shape` may see besides the answers. */
export type QueryFacts = Someone & { readonly workspace: string; readonly nowMs: number };

/** What is known to `compute`: the facts and the keys of people. */
export type Opening = QueryFacts & { readonly keys: PersonKeys };

/** One question: its statements, and the shape of its answer. All statements travel in one request with the session check. */
export type QuerySpec<H extends Home, In, A extends Record<string, Asked<unknown>>, C, Out> = {
  readonly name: string;
  /** `null`: any signed-in person of the workspace (their own sessions, who am I). */
  readonly permission: Permission | null;
  readonly input: z.ZodType<In>;
  readonly output: z.ZodType<Out>;
  readonly ask: (db: ReadDb<H>, input: In, facts: { workspace: string; nowMs: number }) => A;
  /** For what the database cannot read itself: ciphertext under the keys of people. */
  readonly compute?: (got: Answers<A>, input: In, facts: Opening) => Promise<C>;
  readonly shape: (got: Answers<A>, input: In, facts: QueryFacts, computed: C) => NoInfer<Out>;
};

/** A question that can be put through a context, and its declaration for the router and the documents. */
export type Query<H extends Home, In, Out> = {
  readonly kind: 'query';
  /** Which kind of workspace it may be mounted in. */
  readonly home: Home | 'workspace';
  readonly name: string;
  readonly permission: Permission | null;
  readonly isOpen: boolean;
  readonly input: z.ZodType<In>;
  readonly output: z.ZodType<Out>;
  run(context: WorkspaceContext<H>, raw: unknown): Promise<Out>;
  /** The question made ready to travel with others. Fails: invalid. */
  prepare(context: WorkspaceContext<H>, raw: unknown): Prepared<Out>;
};

/** A question's statements, and the reading of what came back: `check` is the session check that began the batch. */
export type Prepared<Out> = {
  /** What is written down of it before a guest is answered; null for what a guest asks about themselves. */
  readonly view: View | null;
  readonly statements: readonly Statement[];
  readonly read: (check: ResultSet | undefined, results: readonly ResultSet[]) => Promise<Out>;
};

const buildQuery =
  <H extends Home>(home: Home | 'workspace', isOpen: boolean) =>
  <In, A extends Record<string, Asked<unknown>>, Out, C = undefined>(
    spec: QuerySpec<H, In, A, C, Out>,
  ): Query<H, In, Out> => {
    const { name, permission, input, output } = spec;
    const prepare = (context: WorkspaceContext<H>, raw: unknown): Prepared<Out> => {
      const { ports, database } = innerOf(context);
      const actor = isOpen ? null : actorArgs(context, permission ? rolesGranting(permission) : []);
      const given = parseInput(input, raw);
      const facts = { workspace: database, nowMs: actor?.nowMs ?? ports.nowMs() };
      const asked = spec.ask(readHandle<H>(), given, facts);
      const names = Object.keys(asked);
      const sent = Object.values(asked).map(sendable);
      return {
        view: permission && { asked: name, permission, input: given },
        statements: sent.map((s) => (actor ? withActor(s, actor) : s)),
        read: async (check, results) => {
          const someone = { ...readSomeone(check, permission, context.home), ...facts };
          const got = readAnswers<A>(names, sent, results);
          const computed = (await spec.compute?.(got, given, { ...someone, keys: ports.keys })) as C;
          return spec.shape(got, given, someone, computed);
        },
      };
    };
    const run = async (context: WorkspaceContext<H>, raw: unknown): Promise<Out> => {
      const { ports, database } = innerOf(context);
      const { statements, read, view } = prepare(context, raw);
      if (!isOpen) await recordViews(context, [view]);
      const first = isOpen ? VISITOR_CHECK : sessionCheck(actorArgs(context, []));
      const [check, ...results] = await ports.databases.reader(database).batch([first, ...statements]);
      return read(check, results);
    };
    return { kind: 'query', home, name, permission, isOpen, input, output, prepare, run };
  };

/** Declares a question about a province. */
export const defineQuery = buildQuery<'province'>('province', false);
/** Declares a question about the nation. */
export const defineNationQuery = buildQuery<'national'>('national', false);
/** Declares a question that every workspace answers alike (its people, sessions, audit). */
export const defineWorkspaceQuery = buildQuery<Home>('workspace', false);
/** Declares a question that needs no session: whom a one-time link is for. Listed in the tests by name. */
export const defineOpenQuery = buildQuery<Home>('workspace', true);
