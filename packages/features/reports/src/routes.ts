/** Where reports are reached, below a province. */
export const reportsRoutes = [] as const;
