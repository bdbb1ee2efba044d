import { by } from './asked-by.ts';
import type { RightRequests } from './right-identity.ts';
import { signed } from './right-templates.ts';
import type { Account } from './world.ts';

const reading = (as: Account): RightRequests => ({
  'GET /templates/{templateId}/lineage': by(as, async (_m, w) => ({ templateId: (await signed(w)).templateId })),
  'GET /templates/{templateId}/results': by(as, async (_m, w) => {
    const { templateId, version } = await signed(w);
    return { templateId, version };
  }),
});

/** The right requests of lineage and results in a province. */
export const rightInOutcomes: RightRequests = reading('observer');
/** The right requests of lineage and results at the ministry. */
export const rightInNationalOutcomes: RightRequests = reading('analyst');
