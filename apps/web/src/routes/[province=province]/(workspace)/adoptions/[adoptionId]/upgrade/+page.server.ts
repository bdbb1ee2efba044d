import { command, type CommandEvent } from '$lib/action';
import { read } from '$lib/api';
import { m } from '$lib/paraglide/messages';
import type { Upgrade } from '$lib/upgrades/model';
import { workspaceOf } from '$lib/workspace/address';
import { formatNumber } from '@mahalleh/kernel/digits';
import type { ProvinceApi } from '@mahalleh/api/client';
import type { Actions, PageServerLoad } from './$types';

type Finished = ProvinceApi['POST /upgrades/{upgradeId}/finish']['output'];

export const load: PageServerLoad = async (event) => ({
  read: await read<Upgrade>(
    event,
    `${workspaceOf(event.params.province).api}/adoptions/${event.params.adoptionId}/upgrade`,
  ),
});

const of =
  (verb: string) =>
  ({ params }: CommandEvent, form: FormData): string => {
    const id = form.get('_upgrade');
    return `${workspaceOf(params['province']).api}/upgrades/${typeof id === 'string' ? encodeURIComponent(id) : ''}/${verb}`;
  };
const page = (_data: unknown, { params }: CommandEvent): string =>
  `${workspaceOf(params['province']).path}/adoptions/${params['adoptionId'] ?? ''}`;

export const actions: Actions = {
  begin: command({
    to: ({ params }) => `${workspaceOf(params['province']).api}/adoptions/${params['adoptionId'] ?? ''}/upgrade`,
    numbers: ['version'],
    says: () => m.upgrades_begun(),
  }),
  decide: command({ to: of('decide'), says: () => m.upgrades_decided() }),
  map: command({
    to: of('decide'),
    says: () => m.upgrades_decided(),
    // An empty target says: nothing. A form without one says nothing at all.
    body: (read, form) => {
      const target = form.get('_target');
      return typeof target === 'string' && target !== '' ? { ...read, target: target === 'none' ? '' : target } : read;
    },
  }),
  arrive: command({
    to: of('decide'),
    says: () => m.upgrades_decided(),
    body: (read, form) => {
      const target = form.get('_target');
      if (target === 'mine' || target === 'theirs') return { ...read, choice: target };
      return typeof target === 'string' && target !== '' ? { ...read, target } : read;
    },
  }),
  finish: command<Finished>({
    to: of('finish'),
    then: page,
    says: ({ version, followed, came, went, stayed }, { locals }) => {
      const n = (value: number): string => formatNumber(value, locals.locale);
      return m.upgrades_finished({
        ...{ version: n(version), followed: n(followed), came: n(came), went: n(went), stayed: n(stayed) },
      });
    },
    undoes: true,
  }),
  leave: command({ to: of('leave'), then: page, says: () => m.upgrades_left(), undoes: true }),
};
