/** Where lineage is reached, below a province. */
export const lineageRoutes = [] as const;
