/** Where publish is reached, below a province. */
export const publishRoutes = [] as const;
