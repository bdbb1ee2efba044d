import { command } from '$lib/action';
import { m } from '$lib/paraglide/messages';
import { workspaceOf } from '$lib/workspace/address';
import type { TemplateDraftRow } from './model';

/** Begins a draft and goes to it. */
export const beginDraft = command<{ id: string }>({
  to: ({ params }) => `${workspaceOf(params['province']).api}/template-drafts`,
  then: ({ id }, { params }) => `${workspaceOf(params['province']).path}/templates/drafts/${id}`,
  says: () => m.publishing_drafted(),
});

/** Of each template the newest version: signed, it can have a next one; anything else is under way. */
export const newestOf = (rows: readonly TemplateDraftRow[]): TemplateDraftRow[] =>
  [...Map.groupBy(rows, ({ templateId }) => templateId).values()].flatMap(
    (versions) => versions.toSorted((a, b) => b.version - a.version)[0] ?? [],
  );
