import { catalogueRoutes } from './catalogue-routes.ts';
import { lineageRoutes } from './lineage-routes.ts';
import { reviewRoutes } from './nation-routes.ts';
import { publishRoutes } from './publish-routes.ts';

/** Where templates are reached, below a province. */
export const templatesRoutes = [...publishRoutes, ...catalogueRoutes, ...lineageRoutes] as const;
/** Where templates are reached at the ministry. */
export const templatesNationRoutes = [...reviewRoutes, ...lineageRoutes] as const;
