/** Evidence on R2 behind the same small protocol as the local disk service: GET, PUT and DELETE by key. Bound as BLOBS. */
export default {
  async fetch(request, env) {
    const key = decodeURIComponent(new URL(request.url).pathname.slice(1));
    if (key === '') return new Response(null, { status: 404 });
    switch (request.method) {
      case 'PUT': {
        const contentType = request.headers.get('content-type') ?? 'application/octet-stream';
        await env.BUCKET.put(key, request.body, { httpMetadata: { contentType } });
        return new Response(null, { status: 204 });
      }
      case 'DELETE':
        await env.BUCKET.delete(key);
        return new Response(null, { status: 204 });
      case 'GET': {
        const found = await env.BUCKET.get(key);
        if (!found) return new Response(null, { status: 404 });
        const contentType = found.httpMetadata?.contentType ?? 'application/octet-stream';
        return new Response(found.body, { headers: { 'content-type': contentType, etag: found.httpEtag } });
      }
      default:
        return new Response(null, { status: 405, headers: { allow: 'GET, PUT, DELETE' } });
    }
  },
};
