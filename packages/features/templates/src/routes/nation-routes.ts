/** Where review and catalogue are reached at the ministry. */
export const reviewRoutes = [] as const;
