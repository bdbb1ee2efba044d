/** When a promised change is looked for that names no time. Unit: months. */
export const MONTHS_UNLESS_SAID = 12;
