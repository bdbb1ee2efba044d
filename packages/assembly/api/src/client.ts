import type * as z from 'zod';
import type { NationRoutes, ProvinceRoutes } from './routes.ts';

type AnyRoute = {
  readonly method: string;
  readonly path: string;
  readonly act: { readonly input: z.ZodType; readonly output: z.ZodType };
};
type Keyed<R extends AnyRoute> = {
  [K in R as `${K['method']} ${K['path']}`]: {
    input: z.input<K['act']['input']>;
    output: z.output<K['act']['output']>;
  };
};

/** Every route of a province by `METHOD /path`: what it takes and what it gives. */
export type ProvinceApi = Keyed<ProvinceRoutes[number]>;
/** Every route of the ministry by `METHOD /path`. */
export type NationApi = Keyed<NationRoutes[number]>;
