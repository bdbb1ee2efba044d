import { read, readIfAllowed, type CallEvent } from '$lib/api';
import { queryOf } from '$lib/query';
import { workspaceOf } from '$lib/workspace/address';
import { mayDo, type Me } from '$lib/workspace/me';
import { ROLE_TITLES, type Role } from '@mahalleh/access';
import type { AgencyList } from '@mahalleh/agencies/model';
import { NATION_UNIT } from '@mahalleh/people/model';
import { givenBy } from '@mahalleh/people/rules';
import type { UnitList } from '@mahalleh/units/model';
import type { Account, People, Person } from './model';

type Units = (typeof UnitList)['_output'];
type Agencies = (typeof AgencyList)['_output'];

/** The people that the address asks for. */
export const loadPeople = async (event: CallEvent & { params: { province?: string } }) => ({
  people: await read<People>(
    event,
    `${workspaceOf(event.params.province).api}/people${queryOf(event.url, 'q', 'role', 'unitId', 'isRetired', 'page')}`,
  ),
});

const isRole = (name: string): name is Role => name in ROLE_TITLES;

type PersonEvent = CallEvent & { params: { province?: string; personId: string }; parent: () => Promise<{ me: Me }> };

/** One person, with the account and what the reader may give, as far as the reader may see them. */
export const loadPerson = async (event: PersonEvent) => {
  const { api, kind } = workspaceOf(event.params.province);
  const id = event.params.personId;
  const q = event.url.searchParams.get('unit')?.trim() ?? '';
  const units = (query: string) => readIfAllowed<Units>(event, `${api}/units?size=50&${query}`);
  const asked = q === '' ? ['kind=province', 'kind=county'] : [`q=${encodeURIComponent(q)}`];
  const [{ me }, person, account, found, agencies] = await Promise.all([
    event.parent(),
    read<Person>(event, `${api}/people/${id}`),
    readIfAllowed<Account>(event, `${api}/people/${id}/account`),
    kind === 'ministry' ? [] : Promise.all(asked.map(units)),
    kind === 'ministry' ? undefined : readIfAllowed<Agencies>(event, `${api}/agencies?size=100`),
  ]);
  const mayGrant = mayDo(me, 'role.grant');
  return {
    person,
    account,
    q,
    nationUnitId: kind === 'ministry' ? NATION_UNIT.id : undefined,
    units: mayGrant ? found.flatMap((list) => list?.rows ?? []) : [],
    agencies: agencies?.rows ?? [],
    givable: mayGrant ? [...new Set(me.roles.flatMap(({ role }) => (isRole(role) ? givenBy(role) : [])))] : [],
  };
};
