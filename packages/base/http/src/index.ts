export { nationRouter, provinceRouter, type MountPorts, type StoredFile } from './mount.ts';
export { onError, onUnknownPath } from './on-error.ts';
export { openApiDocument } from './openapi.ts';
export { localeOf, problemOf, type Locale, type Problem } from './problem.ts';
export { ask, get, post, type Act, type Route } from './routes.ts';
export { together } from './together.ts';
