import { workspaceOf } from '$lib/workspace/address';
import { readMe } from '$lib/workspace/read-me';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async (event) => {
  const workspace = workspaceOf(event.params.province);
  return { workspace, me: await readMe(event, workspace) };
};
