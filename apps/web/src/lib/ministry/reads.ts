import { read, type CallEvent } from '$lib/api';
import type { MetricPage } from '$lib/metrics/words';
import { queryOf } from '$lib/query';
import { workspaceOf } from '$lib/workspace/address';
import type { Compared, CountyLeague, Drill, Home } from './model';
import type { PeopleFigures } from './people-figures';

const { api } = workspaceOf(undefined);

/** The national home that an address asks for. */
export const readHome = (event: CallEvent): Promise<Home> =>
  read(event, `${api}/home${queryOf(event.url, 'figure', 'at')}`);

/** The province that an address asks for. */
export const readDrill = (event: CallEvent, slug: string): Promise<Drill> =>
  read(event, `${api}/provinces/${encodeURIComponent(slug)}${queryOf(event.url, 'figure', 'at')}`);

/** The league of counties that an address asks for. */
export const readLeague = (event: CallEvent): Promise<CountyLeague> =>
  read(event, `${api}/counties${queryOf(event.url, 'figure', 'province', 'at')}`);

/** Places beside each other, as an address asks for them. */
export const readCompared = (event: CallEvent, places: readonly string[]): Promise<Compared> => {
  const asked = new URLSearchParams({ places: places.length === 0 ? 'nation' : places.join(',') });
  for (const name of ['figure', 'step', 'at']) {
    const value = event.url.searchParams.get(name);
    if (value) asked.set(name, value);
  }
  return read(event, `${api}/compare?${asked.toString()}`);
};

/** The places that an address names, each once. */
export const placesOf = (url: URL): string[] => [
  ...new Set(url.searchParams.getAll('place').filter((place) => place !== '')),
];

/** The metric that an address asks for. */
export const readMetric = (event: CallEvent, key: string): Promise<MetricPage> =>
  read(event, `${api}/metrics/${encodeURIComponent(key)}${queryOf(event.url, 'period', 'at')}`);

/** The people figures that an address asks for. */
export const readPeople = (event: CallEvent): Promise<PeopleFigures> =>
  read(event, `${api}/people-figures${queryOf(event.url, 'metric', 'period', 'province', 'at')}`);
