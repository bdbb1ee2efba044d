/** Where improvement is reached, below a province. */
export const improvementRoutes = [] as const;
