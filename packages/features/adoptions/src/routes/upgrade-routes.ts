/** Where upgrade is reached, below a province. */
export const upgradeRoutes = [] as const;
