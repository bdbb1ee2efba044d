import { createApi } from '@mahalleh/api';
import { deploymentOf, type Env } from './env.ts';
import { sweepAll } from './operator.ts';
import { gatePorts } from './ports.ts';

export { Lane } from './lane.ts';
export { Operator, Tick } from './operator.ts';

const api = createApi<Env>({
  open: (env, tally) => gatePorts(env, tally),
  version: (env) => deploymentOf(env).version,
});

export default {
  fetch: (request, env, context) => api.fetch(request, env, context),
  scheduled: async (_controller, env) => {
    await sweepAll(env);
  },
} satisfies ExportedHandler<Env>;
