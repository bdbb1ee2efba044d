import { Failure } from '@mahalleh/kernel';
import type { PersonKeys } from './context.ts';
import { fromBase64url } from './crypto.ts';

const DEADLINE_MS = 5_000;

/** Sends one request to the store: a path, and what is sent. */
export type SendToKeys = (path: string, init: RequestInit) => Promise<Response>;

/**
 * The keys of people over the store's small protocol, the same on one's own machine and on Cloudflare:
 * `POST /{workspace}/{id}` makes one (409: there is or was one), `POST /{workspace}` with `{ ids }` gives those that are there,
 * `DELETE /{workspace}/{id}` destroys one.
 */
export const keysOver = (send: SendToKeys, token: string): PersonKeys => {
  const ask = async (method: string, path: string, body?: string): Promise<Response> => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    let answer: Response;
    try {
      answer = await send(path, { method, headers, body: body ?? null, signal: AbortSignal.timeout(DEADLINE_MS) });
    } catch {
      throw new Failure('unavailable', 'keys_unavailable');
    }
    if (answer.status === 409) throw new Failure('conflict', 'key_exists');
    if (!answer.ok) throw new Failure('unavailable', 'keys_unavailable');
    return answer;
  };
  return {
    create: async (workspace, id) => new Uint8Array(await (await ask('POST', `/${workspace}/${id}`)).arrayBuffer()),
    read: async (workspace, ids) => {
      if (ids.length === 0) return new Map();
      const answer = await ask('POST', `/${workspace}`, JSON.stringify({ ids }));
      const found = (await answer.json()) as Record<string, string>;
      return new Map(Object.entries(found).map(([id, text]) => [id, fromBase64url(text)]));
    },
    destroy: async (workspace, id) => {
      await (await ask('DELETE', `/${workspace}/${id}`)).body?.cancel();
    },
  };
};
