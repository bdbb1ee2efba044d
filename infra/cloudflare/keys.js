/**
 * The keys of volunteers on R2, behind the same small protocol as the local store. Bound as KEYS, reachable from nowhere else.
 * R2 and not KV: what is deleted must be gone for every reader at once. A destroyed key leaves an empty `<id>.gone`.
 */
const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const WORKSPACE = /^[a-z][a-z-]{1,40}$/;
const KEY_BYTES = 32;

const base64url = (bytes) =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');

const isSame = async (given, token) => {
  const digest = (text) => crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return crypto.subtle.timingSafeEqual(await digest(given), await digest(`Bearer ${token}`));
};

const read = async (bucket, name) => {
  if (await bucket.head(`${name}.gone`)) return undefined;
  return (await bucket.get(name))?.arrayBuffer();
};

const create = async (bucket, name) => {
  if (await bucket.head(`${name}.gone`)) return new Response(null, { status: 409 });
  const key = crypto.getRandomValues(new Uint8Array(KEY_BYTES));
  const made = await bucket.put(name, key, { onlyIf: { etagDoesNotMatch: '*' } });
  return made ? new Response(key, { status: 201 }) : new Response(null, { status: 409 });
};

export default {
  async fetch(request, env) {
    const given = request.headers.get('authorization') ?? '';
    if (!(await isSame(given, env.KEYS_TOKEN))) return new Response(null, { status: 401 });
    const [, workspace = '', id, ...more] = new URL(request.url).pathname.split('/');
    if (!WORKSPACE.test(workspace) || more.length > 0 || (id !== undefined && !ID.test(id)))
      return new Response(null, { status: 404 });
    const name = `${workspace}/${id}`;
    if (id === undefined && request.method === 'POST') {
      const { ids } = await request.json();
      const found = await Promise.all(
        ids.filter((one) => ID.test(one)).map(async (one) => [one, await read(env.BUCKET, `${workspace}/${one}`)]),
      );
      return Response.json(Object.fromEntries(found.flatMap(([one, key]) => (key ? [[one, base64url(key)]] : []))));
    }
    if (id !== undefined && request.method === 'POST') return create(env.BUCKET, name);
    if (id !== undefined && request.method === 'DELETE') {
      await env.BUCKET.put(`${name}.gone`, '');
      await env.BUCKET.delete(name);
      return new Response(null, { status: 204 });
    }
    return new Response(null, { status: 405 });
  },
};
