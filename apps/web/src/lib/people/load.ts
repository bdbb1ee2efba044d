import { read, type CallEvent } from '$lib/api';
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

/** One person, with the account and what the reader may give, as far as the reader may see them. */
export const loadPerson = async (event: CallEvent & { params: { province?: string; personId: string } }, me: Me) => {
  const { api, kind } = workspaceOf(event.params.province);
  const id = event.params.personId;
  const mayGrant = mayDo(me, 'role.grant');
  const q = event.url.searchParams.get('unit')?.trim() ?? '';
  const units = (query: string) => read<Units>(event, `${api}/units?size=50&${query}`);
  const [person, account, found, agencies] = await Promise.all([
    read<Person>(event, `${api}/people/${id}`),
    mayDo(me, 'account.invite') ? read<Account>(event, `${api}/people/${id}/account`) : undefined,
    kind === 'ministry' || !mayGrant
      ? []
      : q === ''
        ? Promise.all([units('kind=province'), units('kind=county')])
        : units(`q=${encodeURIComponent(q)}`).then((found) => [found]),
    kind === 'ministry' || !mayGrant ? undefined : read<Agencies>(event, `${api}/agencies?size=100`),
  ]);
  return {
    person,
    account,
    q,
    nationUnitId: kind === 'ministry' ? NATION_UNIT.id : undefined,
    units: found.flatMap(({ rows }) => rows),
    agencies: agencies?.rows ?? [],
    givable: mayGrant ? [...new Set(me.roles.flatMap(({ role }) => (isRole(role) ? givenBy(role) : [])))] : [],
  };
};
