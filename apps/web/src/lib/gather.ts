type Waiting<T> = { readonly path: string; readonly answer: (given: T) => void };

/** Sends what was gathered for one workspace. Shape: one answer for each path, in order. */
type Send<T> = (prefix: string, paths: readonly string[]) => Promise<readonly T[]>;

/** As many as the API takes at once. */
const MOST = 24;
const WORKSPACE = /^\/api\/v1\/(?:provinces\/[a-z-]+|nation)(?=\/)/;

const waiting = new WeakMap<object, Map<string, Waiting<unknown>[]>>();

const chunksOf = <T>(all: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / MOST) }, (_, i) => all.slice(i * MOST, (i + 1) * MOST));

/**
 * Gathers what is asked on behalf of one page in one turn of the loop, and sends it together. `owner` is one object a page
 * request; an address asked twice is sent once. A path outside the workspaces travels alone.
 */
export const gather = <T>(owner: object, address: string, send: Send<T>): Promise<T> => {
  const prefix = WORKSPACE.exec(address)?.[0] ?? '';
  const path = address.slice(prefix.length);
  const alone = async (): Promise<T> => {
    const [only] = await send(prefix, [path]);
    if (only === undefined) throw new Error('no answer');
    return only;
  };
  if (prefix === '') return alone();
  return new Promise<T>((answer) => {
    const groups = waiting.get(owner) ?? new Map<string, Waiting<unknown>[]>();
    waiting.set(owner, groups);
    const group = groups.get(prefix);
    const mine = { path, answer: answer as (given: unknown) => void };
    if (group) return void group.push(mine);
    groups.set(prefix, [mine]);
    setTimeout(() => {
      const all = groups.get(prefix) ?? [];
      groups.delete(prefix);
      void flush(prefix, all, send);
    });
  });
};

const flush = async <T>(prefix: string, all: readonly Waiting<unknown>[], send: Send<T>): Promise<void> => {
  const paths = [...new Set(all.map(({ path }) => path))];
  await Promise.all(
    chunksOf(paths).map(async (chunk) => {
      const answers = await send(prefix, chunk);
      for (const { path, answer } of all) {
        const at = chunk.indexOf(path);
        if (at >= 0) answer(answers[at]);
      }
    }),
  );
};
