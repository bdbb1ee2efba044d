/** Answers the runtime's cache protocol with "nothing kept": bare workerd has no cache, and pages here are personal. */
export default {
  async fetch(request) {
    if (request.method === 'PUT') {
      await request.body?.pipeTo(new WritableStream());
      return new Response(null, { status: 204 });
    }
    if (request.method === 'PURGE') return new Response(null, { status: 404 });
    return new Response(null, { status: 504, headers: { 'cf-cache-status': 'MISS' } });
  },
};
