import { read, type CallEvent } from '$lib/api';
import { readDomains } from '$lib/choice/read';
import { mustBeAllowed } from '$lib/records/allowed';
import { workspaceOf } from '$lib/workspace/address';
import type { Me } from '$lib/workspace/me';
import type { Problem } from './model';

type ActEvent = CallEvent & {
  readonly params: { readonly province: string; readonly problemId: string };
  readonly parent: () => Promise<{ readonly me: Me }>;
};

/** What a page for one act of a problem shows; it stops who may not do it. */
export const loadAct = async (event: ActEvent, permission: string) => {
  const [problem, domains, { me }] = await Promise.all([
    read<Problem>(event, `${workspaceOf(event.params.province).api}/problems/${event.params.problemId}`),
    readDomains(event),
    event.parent(),
  ]);
  mustBeAllowed(me, permission, event);
  return { problem, domains };
};
