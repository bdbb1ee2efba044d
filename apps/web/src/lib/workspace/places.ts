import BookOpen from '@lucide/svelte/icons/book-open';
import ChartLine from '@lucide/svelte/icons/chart-line';
import Building from '@lucide/svelte/icons/building-2';
import CalendarDays from '@lucide/svelte/icons/calendar-days';
import Grid from '@lucide/svelte/icons/grid-3x3';
import HandHelping from '@lucide/svelte/icons/hand-helping';
import HandHeart from '@lucide/svelte/icons/hand-heart';
import Hexagon from '@lucide/svelte/icons/hexagon';
import House from '@lucide/svelte/icons/landmark';
import Inbox from '@lucide/svelte/icons/inbox';
import List from '@lucide/svelte/icons/list';
import ListOrdered from '@lucide/svelte/icons/list-ordered';
import MapIcon from '@lucide/svelte/icons/map';
import MapPin from '@lucide/svelte/icons/map-pin';
import Network from '@lucide/svelte/icons/network';
import Radio from '@lucide/svelte/icons/radio-tower';
import Sheet from '@lucide/svelte/icons/sheet';
import Trash from '@lucide/svelte/icons/archive-restore';
import Target from '@lucide/svelte/icons/target';
import User from '@lucide/svelte/icons/circle-user';
import Users from '@lucide/svelte/icons/users';
import { m } from '$lib/paraglide/messages';
import type { NavItem } from '@mahalleh/ui';
import type { Workspace } from './address';

/** The places of a workspace in their groups, for somebody who may do this; the first four are at hand on a phone. */
export const placesOf = ({ kind, path }: Workspace, permissions: readonly string[]): readonly (readonly NavItem[])[] =>
  kind === 'province' ? provincePlaces(path, permissions) : ministryPlaces(path);

const provincePlaces = (path: string, permissions: readonly string[]): readonly (readonly NavItem[])[] => [
  [
    { href: path, label: m.shell_nav_inbox(), icon: Inbox },
    {
      href: `${path}/neighbourhoods`,
      label: m.shell_nav_neighbourhoods(),
      short: m.shell_nav_neighbourhoods_short(),
      icon: MapPin,
    },
    { href: `${path}/councils`, label: m.shell_nav_councils(), icon: Hexagon },
    { href: `${path}/problems`, label: m.shell_nav_problems(), short: m.shell_nav_problems_short(), icon: ListOrdered },
    { href: `${path}/capacities`, label: m.shell_nav_capacities(), icon: HandHelping },
    ...(permissions.includes('volunteer.read')
      ? [{ href: `${path}/volunteers`, label: m.shell_nav_volunteers(), icon: HandHeart }]
      : []),
    { href: `${path}/operations`, label: m.shell_nav_operations(), icon: CalendarDays },
  ],
  [
    { href: `${path}/targets`, label: m.shell_nav_targets(), icon: Target },
    ...(permissions.includes('report.read')
      ? [{ href: `${path}/reports`, label: m.reports_nav(), icon: ChartLine }]
      : []),
    { href: `${path}/bases`, label: m.shell_nav_bases(), icon: House },
    { href: `${path}/agencies`, label: m.shell_nav_agencies(), icon: Building },
    ...(permissions.includes('responsibility.read')
      ? [{ href: `${path}/responsibilities`, label: m.responsibilities_nav(), icon: Grid }]
      : []),
  ],
  [
    { href: `${path}/people`, label: m.shell_nav_people(), icon: Users },
    { href: `${path}/units`, label: m.shell_nav_units(), icon: Network },
    { href: `${path}/import`, label: m.shell_nav_import(), icon: Sheet },
    { href: `${path}/trash`, label: m.shell_nav_trash(), icon: Trash },
    { href: `${path}/account`, label: m.shell_nav_account(), icon: User },
  ],
];

const ministryPlaces = (path: string): readonly (readonly NavItem[])[] => [
  [
    { href: path, label: m.shell_nav_national(), icon: MapIcon },
    { href: `${path}/provinces`, label: m.shell_nav_provinces(), icon: List },
    { href: `${path}/counties`, label: m.nation_counties(), icon: ListOrdered },
    { href: `${path}/compare`, label: m.nation_compare(), icon: ChartLine },
    { href: `${path}/metrics`, label: m.shell_nav_metrics(), short: m.shell_nav_metrics_short(), icon: BookOpen },
    { href: `${path}/boards`, label: m.boards_nav(), icon: Grid },
    { href: `${path}/people-figures`, label: m.peoplefigures_nav(), icon: HandHeart },
    { href: `${path}/reports`, label: m.reports_nav(), icon: Sheet },
    { href: `${path}/borders`, label: m.shell_nav_borders(), icon: Radio },
  ],
  [
    { href: `${path}/people`, label: m.shell_nav_people(), icon: Users },
    { href: `${path}/account`, label: m.shell_nav_account(), icon: User },
  ],
];

/** Pages that are not in the rail, and the place they belong to. */
const BELONGS: Readonly<Record<string, string>> = {
  charters: 'councils',
  'match-rules': 'capacities',
  tasks: 'operations',
  indicators: 'targets',
  domains: 'problems',
};

/** The address by which the rail finds its current place. */
export const railAddress = ({ path }: Workspace, address: string): string => {
  const [place, ...rest] = address.slice(path.length + 1).split('/');
  // A search is of no place.
  if (place === 'search') return '';
  const belongs = BELONGS[place ?? ''];
  return belongs === undefined ? address : [path, belongs, ...rest].join('/');
};
