import { command, type CommandEvent } from '$lib/action';
import { m } from '$lib/paraglide/messages';
import { workspaceOf } from '$lib/workspace/address';

type Body = Record<string, unknown>;
type Changed = { readonly id: string };

const apiOf = ({ params }: Pick<CommandEvent, 'params'>): string => `${workspaceOf(params['province']).api}/units`;
const here = (event: CommandEvent): string => `${apiOf(event)}/${event.params['unitId'] ?? ''}`;
const pageOf = (id: string, { params }: Pick<CommandEvent, 'params'>): string =>
  `${workspaceOf(params['province']).path}/units/${id}`;
const back = (_data: unknown, event: CommandEvent): string => pageOf(event.params['unitId'] ?? '', event);

/** The parts of a split as a list, each with the units below that go to it. */
const splitBody = (body: Body, form: FormData): Body => {
  const { into, ...rest } = body;
  const parts = typeof into === 'object' && into !== null ? Object.entries(into) : [];
  const childrenOf = (part: string): string[] =>
    [...form].flatMap(([name, value]) => (name.startsWith('_child.') && value === part ? [name.slice(7)] : []));
  return { ...rest, into: parts.map(([part, names]: [string, object]) => ({ ...names, childIds: childrenOf(part) })) };
};

const mergeBody = (body: Body, form: FormData): Body => ({
  ...body,
  others: form.getAll('_other').flatMap((value) => {
    const [unitId, revision] = typeof value === 'string' ? value.split(':') : [];
    return unitId === undefined ? [] : [{ unitId, revision: Number(revision) }];
  }),
});

/** Everything that can be done with one unit by form. */
export const unitActions = {
  register: command<Changed>({
    to: apiOf,
    body: (body, _form, { params }) => ({ ...body, parentId: params['unitId'] }),
    then: ({ id }, event) => pageOf(id, event),
    says: () => m.units_registered(),
  }),
  amend: command({
    undoes: true,
    to: (event) => `${here(event)}/amend`,
    flags: ['isModel'],
    then: back,
    says: () => m.units_amended(),
  }),
  move: command({ to: (event) => `${here(event)}/move`, then: back, says: () => m.units_moved() }),
  split: command({
    to: (event) => `${here(event)}/split`,
    body: splitBody,
    then: back,
    says: () => m.units_split_done(),
  }),
  merge: command<Changed>({
    to: (event) => `${here(event)}/merge`,
    body: mergeBody,
    then: ({ id }, event) => pageOf(id, event),
    says: () => m.units_merged(),
  }),
  retire: command({ to: (event) => `${here(event)}/retire`, then: back, says: () => m.units_retired() }),
};
