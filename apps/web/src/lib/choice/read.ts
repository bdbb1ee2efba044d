import { read, readIfAllowed, type CallEvent } from '$lib/api';
import { workspaceOf } from '$lib/workspace/address';
import type { DomainList } from '@mahalleh/problems/model';
import type { AgencyList } from '@mahalleh/agencies/model';
import type { zPeoplePage } from '@mahalleh/people/model';
import type { UnitDetail, UnitList } from '@mahalleh/units/model';

type Event = CallEvent & { params: { province?: string } };
type Page<Row> = { readonly rows: readonly Row[] };

/** One domain of the province. */
export type Domain = (typeof DomainList)['_output']['rows'][number];
/** One unit in a list. */
export type Unit = (typeof UnitList)['_output']['rows'][number];
/** A unit by name. */
export type Place = Pick<Unit, 'id' | 'kind' | 'nameFa' | 'nameEn' | 'countyNameFa' | 'countyNameEn'>;
/** Something that can be chosen by its id. */
export type Choice = {
  readonly value: string;
  readonly label: string;
  readonly group?: string | undefined;
  /** What tells it from its namesakes. */
  readonly detail?: string | undefined;
};

/** So many are offered before anybody types. */
const OFFERED = 50;

/** The domains of the province in their order. None for who may not read problems. */
export const readDomains = async (event: Event): Promise<readonly Domain[]> =>
  (await readIfAllowed<(typeof DomainList)['_output']>(event, `${workspaceOf(event.params.province).api}/domains`))
    ?.rows ?? [];

/** The places that a list can be kept to, before anybody types: the counties, and the unit it is kept to now. */
export const readPlaces = async (event: Event, chosen: string | null): Promise<readonly Place[]> => {
  const { api } = workspaceOf(event.params.province);
  const [counties, unit] = await Promise.all([
    read<Page<Unit>>(event, `${api}/units?kind=county&size=100`),
    chosen === null || chosen === '' ? undefined : readUnit(event, chosen),
  ]);
  return [...counties.rows, ...(unit ? [unit] : [])];
};

/** The province itself. */
export const readProvince = async (event: Event): Promise<readonly Unit[]> =>
  (await read<Page<Unit>>(event, `${workspaceOf(event.params.province).api}/units?kind=province`)).rows;

/** The unit of that id with its place. */
export const readUnit = async (event: Event, unitId: string): Promise<(typeof UnitDetail)['_output']['unit']> =>
  (await read<(typeof UnitDetail)['_output']>(event, `${workspaceOf(event.params.province).api}/units/${unitId}`)).unit;

/** The first of those who can answer for something: what is offered before anybody types. Nobody for who may not read people. */
export const readPeople = async (event: Event): Promise<readonly Choice[]> => {
  const { api } = workspaceOf(event.params.province);
  const first = await readIfAllowed<(typeof zPeoplePage)['_output']>(event, `${api}/people?size=${OFFERED}`);
  return (first?.rows ?? []).map(({ id, fullName, jobTitle }) => ({
    value: id,
    label: fullName,
    ...(jobTitle === null ? {} : { detail: jobTitle }),
  }));
};

/** The first of the agencies. */
export const readAgencies = async (event: Event): Promise<readonly Choice[]> => {
  const { api } = workspaceOf(event.params.province);
  const first = await readIfAllowed<(typeof AgencyList)['_output']>(event, `${api}/agencies?size=${OFFERED}`);
  return first?.rows.map(({ id, name }) => ({ value: id, label: name })) ?? [];
};

/** The neighbourhoods and villages whose name holds the words, the first of them. */
export const findUnits = async (event: Event, q: string): Promise<readonly Unit[]> => {
  const { api } = workspaceOf(event.params.province);
  const words = q.trim() === '' ? '' : `&q=${encodeURIComponent(q.trim())}`;
  const found = await Promise.all(
    ['neighbourhood', 'village'].map((kind) => read<Page<Unit>>(event, `${api}/units?kind=${kind}&size=25${words}`)),
  );
  return found.flatMap(({ rows }) => rows);
};
