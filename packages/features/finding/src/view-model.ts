import { zId, zInput, zOptional, zRevision, zTitle } from '@mahalleh/kernel';
import * as z from 'zod';

/** The lists that can be looked at through saved views. */
export const VIEW_LISTS = ['problems', 'capacities', 'operations', 'tasks', 'neighbourhoods'] as const;
/** A list with saved views. */
export type ViewList = (typeof VIEW_LISTS)[number];

/** How dense a table is set. */
export const DENSITIES = ['comfortable', 'compact', 'field'] as const;
/** How dense a table is set. */
export type Density = (typeof DENSITIES)[number];

/** What an address holds besides the filters and the order: the page, the record beside the list, a form's action. */
const NOT_SAVED = (name: string): boolean => name === 'page' || name === 'open' || name.startsWith('/');

/** The part of an address that a view saves. Shape: without `?`, names in their order, nothing empty. */
export const viewQuery = (typed: string): string => {
  const kept = [...new URLSearchParams(typed)].filter(([name, value]) => value !== '' && !NOT_SAVED(name));
  return new URLSearchParams(kept.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))).toString();
};

const zQuery = z.string({ error: 'text_expected' }).overwrite(viewQuery).max(1500, { error: 'text_too_long' });
const zColumns = z
  .array(z.string().regex(/^[a-zA-Z]{1,30}$/, { error: 'choice_unknown' }))
  .min(1)
  .max(30);

const shown = { columns: zOptional(zColumns), density: zOptional(z.enum(DENSITIES)) };
const edit = { viewId: zId('view'), revision: zRevision };

/** Input of `view.save`. */
export const SaveView = zInput({ list: z.enum(VIEW_LISTS), name: zTitle(60), query: zQuery, ...shown });

/** Input of `view.amend`: what is left out stays. */
export const AmendView = zInput({ ...edit, name: zOptional(zTitle(60)), query: zQuery.optional(), ...shown });

/** Input of `view.share`: with whom, the people of a unit and of all below it. */
export const ShareView = zInput({ ...edit, unitId: zId('unit') });

/** Input of `view.unshare`. */
export const UnshareView = zInput(edit);

/** Input of `view.drop`. */
export const DropView = zInput(edit);

/** Input of the views of a list. */
export const ListViews = zInput({ list: z.enum(VIEW_LISTS) });

/** What a change of a view answers. */
export const ViewChanged = z.object({ id: z.string(), revision: z.number() });

/** A way to look at a list: mine, or shared with the people of a unit. */
export const SavedView = z.object({
  id: z.string(),
  list: z.enum(VIEW_LISTS),
  name: z.string(),
  query: z.string(),
  columns: z.array(z.string()).nullable(),
  density: z.enum(DENSITIES).nullable(),
  isMine: z.boolean(),
  unitId: z.string().nullable(),
  unitNameFa: z.string().nullable(),
  unitNameEn: z.string().nullable(),
  revision: z.number(),
});
/** A way to look at a list. */
export type SavedView = z.infer<typeof SavedView>;

/** The views of a list, mine before the team's, each by name. */
export const ViewRows = z.object({ rows: z.array(SavedView) });
