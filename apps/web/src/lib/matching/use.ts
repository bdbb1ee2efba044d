import { command, refused, type CommandEvent } from '$lib/action';
import { api } from '$lib/api';
import type { Operation } from '$lib/operations/model';
import { m } from '$lib/paraglide/messages';
import { workspaceOf } from '$lib/workspace/address';
import { fail } from '@sveltejs/kit';

/** The action that adds a capacity to an operation: what the operation uses is said whole, at the revision it was read at. */
export const useCapacity = async (event: CommandEvent) => {
  const form = await event.request.clone().formData();
  const [operationId, capacityId] = ['_operationId', '_capacityId'].map((name) => String(form.get(name) ?? ''));
  const address = `${workspaceOf(event.params['province']).api}/operations/${encodeURIComponent(operationId ?? '')}`;
  const found = await api(event).call<Operation>('GET', address);
  if (!found.ok) return fail(found.problem.status, refused(event, form, found.problem));
  const { revision, capacities } = found.data;
  return command({
    to: `${address}/amend`,
    body: () => ({ revision, capacityIds: [...new Set([...capacities.map(({ id }) => id), capacityId])] }),
    says: () => m.matching_use_done(),
    undoes: true,
  })(event);
};
