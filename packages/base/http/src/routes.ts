import type { Command, Home, Query } from '@mahalleh/gate';
import type * as z from 'zod';

/** One mounted route: a method, a path below the workspace, and the command or query behind it. Nothing else may be mounted. */
export type Route<Path extends string = string, In = unknown, Out = unknown> = {
  readonly method: 'GET' | 'POST';
  readonly path: Path;
  readonly act: { readonly kind: 'command' | 'query'; readonly name: string; readonly permission: string | null; readonly input: z.ZodType<In>; readonly output: z.ZodType<Out>; readonly isOpen?: boolean };
  /** `json` (1 MB), or `bytes` for files (10 MB): the body arrives as `bytes: Uint8Array` and `contentType`. */
  readonly body: 'none' | 'json' | 'bytes';
  readonly status: 200 | 201;
  /** Where an answer is more than its JSON: sets or ends the session cookie, or streams a stored file. */
  readonly effect: 'none' | 'session' | 'file';
  /** One example of a right input, for the documents and the generated refusal tests. Path parameters included. */
  readonly example?: unknown;
};

type Options = { status?: 200 | 201; body?: 'json' | 'bytes'; effect?: 'session' | 'file'; example?: unknown };

/** Mounts a question: `GET`. Path parameters and the query string together are its input. */
export const get = <const Path extends string, H extends Home, In, Out>(path: Path, query: Query<H, In, Out>, options: Options = {}) =>
  ({ method: 'GET', path, act: query, body: 'none', status: 200, effect: options.effect ?? 'none', ...(options.example === undefined ? {} : { example: options.example }) }) as const;

/** Mounts a change: `POST`. Path parameters and the body together are its input. */
export const post = <const Path extends string, H extends Home, In, Out>(path: Path, command: Command<H, In, Out>, options: Options = {}) =>
  ({ method: 'POST', path, act: command, body: options.body ?? 'json', status: options.status ?? 200, effect: options.effect ?? 'none', ...(options.example === undefined ? {} : { example: options.example }) }) as const;
