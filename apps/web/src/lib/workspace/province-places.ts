import Building from '@lucide/svelte/icons/building-2';
import CalendarDays from '@lucide/svelte/icons/calendar-days';
import ChartLine from '@lucide/svelte/icons/chart-line';
import Grid from '@lucide/svelte/icons/grid-3x3';
import HandHeart from '@lucide/svelte/icons/hand-heart';
import HandHelping from '@lucide/svelte/icons/hand-helping';
import Hexagon from '@lucide/svelte/icons/hexagon';
import House from '@lucide/svelte/icons/landmark';
import Inbox from '@lucide/svelte/icons/inbox';
import Lightbulb from '@lucide/svelte/icons/lightbulb';
import ListOrdered from '@lucide/svelte/icons/list-ordered';
import MapPin from '@lucide/svelte/icons/map-pin';
import Network from '@lucide/svelte/icons/network';
import Sheet from '@lucide/svelte/icons/sheet';
import Target from '@lucide/svelte/icons/target';
import Trash from '@lucide/svelte/icons/archive-restore';
import User from '@lucide/svelte/icons/circle-user';
import Users from '@lucide/svelte/icons/users';
import { m } from '$lib/paraglide/messages';
import type { Places } from './places';

/** The places of a province, for somebody who may do this. */
export const provincePlaces: Places = ({ path }, permissions) => [
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
    { href: `${path}/experiences`, label: m.experiences_nav(), icon: Lightbulb },
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
