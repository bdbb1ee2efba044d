import { Failure, type Reasons } from '@mahalleh/kernel';
import type { ErrorHandler, NotFoundHandler } from 'hono';
import { asFailure, localeOf, problemOf } from './problem.ts';

/** Names of drivers' errors, never their texts: those hold the query's parameters, which are people's words. */
const causeOf = (error: Error): string => /^database refused: \S*/.exec(error.message)?.[0] ?? error.name;

/** The only place where an error becomes a response. */
export const onError =
  (reasons: Reasons): ErrorHandler =>
  (error, c) => {
    const failure = asFailure(error);
    const traceId = c.get('traceId') as string;
    if (!failure || failure.kind === 'unavailable')
      console.error(
        JSON.stringify({
          level: 'error',
          traceId,
          route: c.req.routePath,
          method: c.req.method,
          reason: failure?.reason ?? 'broken',
          cause: causeOf(error),
        }),
      );
    const problem = problemOf(failure, reasons, localeOf(c.req.header('accept-language')), traceId);
    if (problem.status === 503) c.header('retry-after', '5');
    return c.body(JSON.stringify(problem), problem.status as 500, {
      'content-type': 'application/problem+json; charset=utf-8',
      'cache-control': 'no-store',
    });
  };

/** An address that is not mounted: for who is not signed in it looks like every other refusal. */
export const onUnknownPath =
  (reasons: Reasons): NotFoundHandler =>
  (c) => {
    const problem = problemOf(
      new Failure('not_found', 'not_found'),
      reasons,
      localeOf(c.req.header('accept-language')),
      c.get('traceId') as string,
    );
    return c.body(JSON.stringify(problem), 404, { 'content-type': 'application/problem+json; charset=utf-8' });
  };
