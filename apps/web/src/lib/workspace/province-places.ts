import Building from '@lucide/svelte/icons/building-2';
import CalendarDays from '@lucide/svelte/icons/calendar-days';
import ChartLine from '@lucide/svelte/icons/chart-line';
import Grid from '@lucide/svelte/icons/grid-3x3';
import HandHeart from '@lucide/svelte/icons/hand-heart';
import HandHelping from '@lucide/svelte/icons/hand-helping';
import Hexagon from '@lucide/svelte/icons/hexagon';
import House from '@lucide/svelte/icons/landmark';
import Inbox from '@lucide/svelte/icons/inbox';
import LayoutTemplate from '@lucide/svelte/icons/layout-template';
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
import type { NavItem } from '@mahalleh/ui';
import type { Places } from './places';

/** The places of a province, for somebody who may do this: all of them for whoever works here, those of the grant for a guest. */
export const provincePlaces: Places = ({ path }, permissions) => {
  const may = (permission: string): boolean => permissions.includes(permission);
  const isStaff = may('lookin.read');
  const groups: readonly (readonly (NavItem | false)[])[] = [
    [
      { href: path, label: m.shell_nav_inbox(), icon: Inbox },
      {
        href: `${path}/neighbourhoods`,
        label: m.shell_nav_neighbourhoods(),
        short: m.shell_nav_neighbourhoods_short(),
        icon: MapPin,
      },
      may('council.read') && { href: `${path}/councils`, label: m.shell_nav_councils(), icon: Hexagon },
      may('problem.read') && {
        href: `${path}/problems`,
        label: m.shell_nav_problems(),
        short: m.shell_nav_problems_short(),
        icon: ListOrdered,
      },
      may('capacity.read') && { href: `${path}/capacities`, label: m.shell_nav_capacities(), icon: HandHelping },
      may('volunteer.read') && { href: `${path}/volunteers`, label: m.shell_nav_volunteers(), icon: HandHeart },
      may('operation.read') && { href: `${path}/operations`, label: m.shell_nav_operations(), icon: CalendarDays },
    ],
    [
      may('target.read') && { href: `${path}/targets`, label: m.shell_nav_targets(), icon: Target },
      may('report.read') && { href: `${path}/reports`, label: m.reports_nav(), icon: ChartLine },
      isStaff && { href: `${path}/experiences`, label: m.experiences_nav(), icon: Lightbulb },
      may('template.read') && { href: `${path}/templates`, label: m.templates_nav(), icon: LayoutTemplate },
      may('base.read') && { href: `${path}/bases`, label: m.shell_nav_bases(), icon: House },
      may('agency.read') && { href: `${path}/agencies`, label: m.shell_nav_agencies(), icon: Building },
      may('responsibility.read') && { href: `${path}/responsibilities`, label: m.responsibilities_nav(), icon: Grid },
    ],
    [
      isStaff && { href: `${path}/people`, label: m.shell_nav_people(), icon: Users },
      { href: `${path}/units`, label: m.shell_nav_units(), icon: Network },
      isStaff && { href: `${path}/import`, label: m.shell_nav_import(), icon: Sheet },
      may('trash.read') && { href: `${path}/trash`, label: m.shell_nav_trash(), icon: Trash },
      isStaff && { href: `${path}/account`, label: m.shell_nav_account(), icon: User },
    ],
  ];
  return groups.map((group) => group.filter((item) => item !== false)).filter((group) => group.length > 0);
};
