import type { NavItem } from '@mahalleh/ui';
import type { Workspace } from './address';

/** The places of a workspace in their groups, for somebody who may do this; the first four are at hand on a phone. Each kind of workspace brings its own, and no page loads the signs of the other's. */
export type Places = (workspace: Workspace, permissions: readonly string[]) => readonly (readonly NavItem[])[];

/** Pages that are not in the rail, and the place they belong to. */
const BELONGS: Readonly<Record<string, string>> = {
  charters: 'councils',
  'match-rules': 'capacities',
  tasks: 'operations',
  indicators: 'targets',
  domains: 'problems',
  'look-ins': 'people',
  adoptions: 'templates',
  improvements: 'templates',
};

/** The address by which the rail finds its current place. */
export const railAddress = ({ path }: Workspace, address: string): string => {
  const [place, ...rest] = address.slice(path.length + 1).split('/');
  // A search is of no place.
  if (place === 'search') return '';
  const belongs = BELONGS[place ?? ''];
  return belongs === undefined ? address : [path, belongs, ...rest].join('/');
};
