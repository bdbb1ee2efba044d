/** Where catalogue is reached, below a province. */
export const catalogueRoutes = [] as const;
