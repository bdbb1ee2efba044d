import { get } from '@mahalleh/http';
import { getGround } from './queries/ground.ts';
import { getHome } from './queries/home.ts';
import { getNeighbourhood } from './queries/neighbourhood.ts';
import { getSteps } from './queries/neighbourhood-steps.ts';
import { listNeighbourhoods } from './queries/neighbourhoods.ts';

const unitId = '0199a7c0-0000-7000-8000-00000000ffff';

/** The addresses of neighbourhoods, their steps, and the home. */
export const stepsRoutes = [
  get('/home', getHome, { example: {} }),
  get('/ground', getGround, { example: { unitId } }),
  get('/neighbourhoods', listNeighbourhoods, { example: { step: 1 } }),
  get('/neighbourhoods/{unitId}', getNeighbourhood, { example: { unitId } }),
  get('/neighbourhoods/{unitId}/steps', getSteps, { example: { unitId } }),
] as const;
