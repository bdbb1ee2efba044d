import { createHash, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { KeyStore } from './key-store.ts';

/** Where the store of people's keys listens, what it lies in, and who may speak to it. */
export type KeyServerOptions = {
  folder: string;
  port: number;
  /** The API's: make, read, destroy. */
  token: string;
  /** The operator's: also list and put back. */
  operatorToken: string;
};

const PATH = /^\/([a-z][a-z-]{1,40})(?:\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}))?$/;
const MOST_BYTES = 256 * 1024;

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
const isSame = (given: string, token: string): boolean => timingSafeEqual(digest(given), digest(`Bearer ${token}`));

const bodyOf = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MOST_BYTES) throw new Error('too much');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
};

type Answer = { status: number; body?: Uint8Array | string };
const text64 = (key: Uint8Array): string => Buffer.from(key).toString('base64url');
const json = (value: object): Answer => ({ status: 200, body: JSON.stringify(value) });

const answerTo = (store: KeyStore, method: string, workspace: string, id: string | undefined, body: Buffer): Answer => {
  if (id === undefined && method === 'POST') {
    const { ids } = JSON.parse(body.toString('utf8')) as { ids: string[] };
    const found = ids
      .filter((one) => PATH.test(`/${workspace}/${one}`))
      .map((one) => [one, store.read(workspace, one)]);
    return json(
      Object.fromEntries(found.flatMap(([one, key]) => (key instanceof Uint8Array ? [[one, text64(key)]] : []))),
    );
  }
  if (id === undefined && method === 'GET') {
    const { keys, gone } = store.all(workspace);
    return json({ keys: Object.fromEntries([...keys].map(([one, key]) => [one, text64(key)])), gone });
  }
  if (id !== undefined && method === 'POST') {
    const key = store.create(workspace, id);
    return key ? { status: 201, body: key } : { status: 409 };
  }
  if (id !== undefined && method === 'PUT') return { status: store.putBack(workspace, id, body) ? 204 : 409 };
  if (id !== undefined && method === 'DELETE') {
    store.destroy(workspace, id);
    return { status: 204 };
  }
  return { status: 405 };
};

/** Serves the store of people's keys on loopback. Says nothing into any log. Returns its end. */
export async function startKeyServer({ folder, port, token, operatorToken }: KeyServerOptions): Promise<() => void> {
  const store = new KeyStore(folder);
  const server = createServer((request, response) => {
    const given = request.headers.authorization ?? '';
    const [, workspace, id] = PATH.exec(request.url ?? '') ?? [];
    const method = request.method ?? '';
    const isOperators = method === 'GET' || method === 'PUT';
    const isAllowed = isSame(given, operatorToken) || (!isOperators && isSame(given, token));
    const end = ({ status, body }: Answer): void => {
      response.writeHead(status, { 'cache-control': 'no-store' }).end(body);
    };
    if (!isAllowed || workspace === undefined) return end({ status: isAllowed ? 404 : 401 });
    bodyOf(request)
      .then((body) => end(answerTo(store, method, workspace, id, body)))
      .catch(() => end({ status: 500 }));
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return () => {
    server.close();
    server.closeAllConnections();
  };
}
