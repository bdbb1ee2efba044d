/** The address of a page at a pinned moment. */
export const pinnedPath = (path: string, pin: string): string => {
  const [page = '', query = ''] = path.split('?');
  const params = new URLSearchParams(query);
  params.set('at', pin);
  return `${page}?${params.toString()}`;
};
