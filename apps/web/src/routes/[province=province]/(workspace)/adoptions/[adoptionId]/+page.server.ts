import { command, type CommandEvent } from '$lib/action';
import type { Adoption } from '$lib/adoptions/model';
import { read, readIfAllowed } from '$lib/api';
import { m } from '$lib/paraglide/messages';
import type { Overlay } from '$lib/upgrades/model';
import { workspaceOf } from '$lib/workspace/address';
import type { CapacityList } from '@mahalleh/capacity/model';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { api } = workspaceOf(event.params.province);
  const [adoption, overlay, capacities] = await Promise.all([
    read<Adoption>(event, `${api}/adoptions/${event.params.adoptionId}`),
    read<Overlay>(event, `${api}/adoptions/${event.params.adoptionId}/overlay`),
    readIfAllowed<(typeof CapacityList)['_output']>(event, `${api}/capacities?size=100`),
  ]);
  return {
    adoption,
    overlay,
    capacities: (capacities?.rows ?? []).map(({ id, name }) => ({ value: id, label: name })),
  };
};

const to =
  (verb: string) =>
  ({ params }: CommandEvent): string =>
    `${workspaceOf(params['province']).api}/adoptions/${params['adoptionId'] ?? ''}/${verb}`;

/** A blank field goes back to the words of the template. */
const wordsBody = (read: Record<string, unknown>, form: FormData): Record<string, unknown> => {
  const words = Object.fromEntries(
    [...form].flatMap(([name, value]): [string, string | null][] =>
      name.startsWith('words.') && typeof value === 'string'
        ? [[name.slice('words.'.length), value.trim() === '' ? null : value]]
        : [],
    ),
  );
  return { ...read, words };
};

export const actions: Actions = {
  reword: command({ to: to('reword'), clearable: ['capacityId'], body: wordsBody, says: () => m.adoptions_reworded() }),
  end: command({ to: to('end'), says: () => m.adoptions_end_done(), undoes: true }),
};
