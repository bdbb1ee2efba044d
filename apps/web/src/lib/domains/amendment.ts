/** The body of a form about a domain: what was not ticked is not said, for sensitivity is only ever raised. */
export const domainBody = (body: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(body).filter(([, value]) => value !== false));
