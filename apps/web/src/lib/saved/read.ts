import { readIfAllowed, type CallEvent } from '$lib/api';
import { workspaceOf } from '$lib/workspace/address';
import { viewQuery, type SavedView, type ViewList } from '@mahalleh/finding/model';

/** The saved views of a list, and the part of this address that a view would save. */
export type Views = { readonly list: ViewList; readonly rows: readonly SavedView[]; readonly query: string };

/** Reads the saved views of a list: mine and my team's. */
export const readViews = async (
  event: CallEvent & { params: Readonly<Record<string, string | undefined>> },
  list: ViewList,
): Promise<Views> => {
  const { api } = workspaceOf(event.params['province']);
  const found = await readIfAllowed<{ rows: SavedView[] }>(event, `${api}/views?list=${list}`);
  return { list, rows: found?.rows ?? [], query: viewQuery(event.url.search) };
};
