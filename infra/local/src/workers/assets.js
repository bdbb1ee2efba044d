/** Serves the web build's files from a disk service, as Cloudflare's assets binding does. */
const TYPES = {
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  ico: 'image/x-icon',
  jpg: 'image/jpeg',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  map: 'application/json; charset=utf-8',
  pbf: 'application/x-protobuf',
  png: 'image/png',
  svg: 'image/svg+xml; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  wasm: 'application/wasm',
  webmanifest: 'application/manifest+json; charset=utf-8',
  webp: 'image/webp',
  woff2: 'font/woff2',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};
const PACKED = new Set(['css', 'html', 'js', 'json', 'svg', 'txt', 'webmanifest']);
const FOREVER = 'public, max-age=31536000, immutable';

export default {
  async fetch(request, env) {
    const { pathname } = new URL(request.url);
    if (request.method !== 'GET' && request.method !== 'HEAD') return new Response(null, { status: 405 });
    // Names with an underscore at the top (_worker.js, _headers, _routes.json) are the adapter's, not the public's.
    if (/^\/_(?!app\/)/.test(pathname)) return new Response('Not found', { status: 404 });
    const file = await env.DISK.fetch(`http://disk${pathname}`);
    const ending = pathname.split('.').pop() ?? '';
    const isFile = file.ok && file.headers.get('content-type') !== 'application/json';
    if (!isFile) return new Response('Not found', { status: 404 });
    const headers = new Headers({
      'content-type': TYPES[ending] ?? 'application/octet-stream',
      'cache-control': pathname.startsWith('/_app/immutable/') ? FOREVER : 'public, max-age=0, must-revalidate',
      'x-content-type-options': 'nosniff',
    });
    const modified = file.headers.get('last-modified');
    if (modified) headers.set('last-modified', modified);
    if (modified && request.headers.get('if-modified-since') === modified)
      return new Response(null, { status: 304, headers });
    if (PACKED.has(ending)) {
      headers.set('vary', 'accept-encoding');
      if (/\bgzip\b/.test(request.headers.get('accept-encoding') ?? '')) headers.set('content-encoding', 'gzip');
    }
    return new Response(request.method === 'HEAD' ? null : file.body, { headers });
  },
};
