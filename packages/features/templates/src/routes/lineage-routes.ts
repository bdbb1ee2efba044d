import { get } from '@mahalleh/http';
import { readLineage } from '../queries/lineage.ts';
import { readResults } from '../queries/results.ts';

const ONE = { templateId: '019aa5c2-7d10-7c3e-9a51-3f2b8c6d4e20' };

/** Where lineage and results are reached, below a province and at the ministry. */
export const lineageRoutes = [
  get('/templates/{templateId}/lineage', readLineage, { example: ONE }),
  get('/templates/{templateId}/results', readResults, { example: { ...ONE, version: 2 } }),
] as const;
