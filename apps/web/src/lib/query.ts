/** Whether a parameter is the name of a form action (`?/triage`) and says nothing about what is shown. */
const isAction = (name: string): boolean => name.startsWith('/');

/** The part of an address that asks the API: the parameters named, or all when none is; empty ones are left out. */
export const queryOf = (url: URL, ...names: readonly string[]): string => {
  const kept = [...url.searchParams].filter(
    ([name, value]) => value !== '' && !isAction(name) && (names.length === 0 || names.includes(name)),
  );
  return kept.length === 0 ? '' : `?${new URLSearchParams(kept).toString()}`;
};

/** The address of a named action that keeps what the page shows. */
export const actionHref = (url: URL, action: string): string => {
  const kept = queryOf(url).slice(1);
  return kept === '' ? `?/${action}` : `?/${action}&${kept}`;
};
