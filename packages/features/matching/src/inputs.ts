import { zCount, zFlag, zId, zInput, zOptional, zRevision } from '@mahalleh/kernel';
import * as z from 'zod';

const size = zOptional(zCount({ min: 1, max: 50 }));

/** Input of what fits a problem. */
export const MatchProblem = zInput({ problemId: zId('problem'), size });

/** Input of what a capacity could help. */
export const MatchCapacity = zInput({ capacityId: zId('capacity'), size });

/** Input of what fits the problems of a neighbourhood. */
export const MatchPlace = zInput({ unitId: zId('unit'), size });

/** Input of the rules. `problemId`: whose matches are shown with them. */
export const ListRules = zInput({ problemId: zOptional(zId('problem')) });

/** Input of `match.tune`: what is left out stays. `params` are checked by the rule's own schema. */
export const TuneRule = zInput({
  key: z.string().max(40, { error: 'text_too_long' }),
  revision: zRevision,
  weight: zOptional(zCount({ min: 0, max: 100 })),
  isActive: zOptional(zFlag),
  params: z.record(z.string(), z.unknown()).optional(),
});
