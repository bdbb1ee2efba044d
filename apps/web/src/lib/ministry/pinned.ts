/** The address of another page or file of figures as this page leads to it: at the moment that this page is pinned to, if it is. */
export const stayAt = (href: string, url: URL): string => {
  const at = url.searchParams.get('at');
  if (at === null || at === '') return href;
  const [path = '', query = ''] = href.split('?');
  const params = new URLSearchParams(query);
  params.set('at', at);
  return `${path}?${params.toString()}`;
};
