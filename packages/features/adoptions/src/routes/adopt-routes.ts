/** Where adopt is reached, below a province. */
export const adoptRoutes = [] as const;
