/** The public door in development, where vite serves the pages: everything goes to the API. */
export default { fetch: (request, env) => env.API.fetch(request) };
