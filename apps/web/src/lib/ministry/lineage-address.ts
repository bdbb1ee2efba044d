/** The address of the lineage of a figure (`progress_councils`) or a metric (`problem.open`) at a place. */
export const lineageHref = (
  metric: string,
  place: string,
  more: Readonly<Record<string, string | undefined>> = {},
): string => {
  const given = Object.entries(more).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  return `/ministry/lineage?${new URLSearchParams([['metric', metric], ['place', place], ...given]).toString()}`;
};
