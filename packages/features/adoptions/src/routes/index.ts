import { adoptRoutes } from './adopt-routes.ts';
import { improvementRoutes } from './improvement-routes.ts';
import { upgradeRoutes } from './upgrade-routes.ts';

/** Where adoptions and improvements are reached, below a province. */
export const adoptionsRoutes = [...adoptRoutes, ...upgradeRoutes, ...improvementRoutes] as const;
