import type { Command, Home, Prepared, Query, WorkspaceContext } from '@mahalleh/gate';
import type * as z from 'zod';

/** What stands behind a route: a command or a query, as the router and the documents see it. */
export type Act<H extends Home> = {
  readonly kind: 'command' | 'query';
  readonly home: Home | 'workspace';
  readonly name: string;
  readonly permission: string | null;
  readonly isOpen?: boolean;
  readonly input: z.ZodType;
  readonly output: z.ZodType;
  run(context: WorkspaceContext<H>, raw: unknown, commandId?: string): Promise<unknown>;
  /** A question made ready to travel with others. */
  prepare?(context: WorkspaceContext<H>, raw: unknown): Prepared<unknown>;
};

/** One mounted route: a method, a path below the workspace, and the command or query behind it. Nothing else may be mounted. */
export type Route<H extends Home = Home> = {
  readonly method: 'GET' | 'POST';
  /** Path parameters in braces: `/problems/{problemId}/triage`. */
  readonly path: string;
  readonly act: Act<H>;
  /** `json` (1 MB), or `bytes` for files (10 MB): the body arrives as `bytes: Uint8Array` and `contentType`, the query string beside it. */
  readonly body: 'none' | 'json' | 'bytes';
  readonly status: 200 | 201;
  /**
   * Where an answer is more than its JSON. `session`: input gets `presented: { tokenHash, userAgent }`, and the answer's
   * `cookie` becomes the session cookie (empty ends it). `file`: the answer names a stored file, which is sent.
   * `together`: many answers, each with the status it would have had alone.
   */
  readonly effect: 'none' | 'session' | 'file' | 'together';
  /** One right input for the documents and the generated refusal tests, path parameters included. */
  readonly example: unknown;
};

type Options = { status?: 200 | 201; body?: 'json' | 'bytes'; effect?: 'session' | 'file'; example?: unknown };

/** Mounts a question: `GET`. Path parameters and the query string together are its input. */
export const get = <const Path extends string, H extends Home, In, Out>(
  path: Path,
  query: Query<H, In, Out>,
  options: Options = {},
) => ({
  method: 'GET' as const,
  path,
  act: query,
  body: 'none' as const,
  status: 200 as const,
  effect: options.effect ?? ('none' as const),
  example: options.example ?? null,
});

/** Mounts a change: `POST`. Path parameters and the body together are its input. */
export const post = <const Path extends string, H extends Home, In, Out>(
  path: Path,
  command: Command<H, In, Out>,
  options: Options = {},
) => ({
  method: 'POST' as const,
  path,
  act: command,
  body: options.body ?? ('json' as const),
  status: options.status ?? (200 as const),
  effect: options.effect ?? ('none' as const),
  example: options.example ?? null,
});

/** Mounts a question whose input does not fit an address (a file to be looked through): `POST`, nothing is written. */
export const ask = <const Path extends string, H extends Home, In, Out>(
  path: Path,
  query: Query<H, In, Out>,
  options: Options = {},
) => ({
  method: 'POST' as const,
  path,
  act: query,
  body: options.body ?? ('json' as const),
  status: 200 as const,
  effect: 'none' as const,
  example: options.example ?? null,
});
