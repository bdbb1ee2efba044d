import BookOpen from '@lucide/svelte/icons/book-open';
import ChartLine from '@lucide/svelte/icons/chart-line';
import Eye from '@lucide/svelte/icons/eye';
import Grid from '@lucide/svelte/icons/grid-3x3';
import HandHeart from '@lucide/svelte/icons/hand-heart';
import LayoutTemplate from '@lucide/svelte/icons/layout-template';
import Lightbulb from '@lucide/svelte/icons/lightbulb';
import List from '@lucide/svelte/icons/list';
import ListOrdered from '@lucide/svelte/icons/list-ordered';
import MapIcon from '@lucide/svelte/icons/map';
import Radio from '@lucide/svelte/icons/radio-tower';
import Sheet from '@lucide/svelte/icons/sheet';
import User from '@lucide/svelte/icons/circle-user';
import Users from '@lucide/svelte/icons/users';
import { m } from '$lib/paraglide/messages';
import type { Places } from './places';

/** The places of the ministry. */
export const ministryPlaces: Places = ({ path }) => [
  [
    { href: path, label: m.shell_nav_national(), icon: MapIcon },
    { href: `${path}/provinces`, label: m.shell_nav_provinces(), icon: List },
    { href: `${path}/counties`, label: m.nation_counties(), icon: ListOrdered },
    { href: `${path}/compare`, label: m.nation_compare(), icon: ChartLine },
    { href: `${path}/metrics`, label: m.shell_nav_metrics(), short: m.shell_nav_metrics_short(), icon: BookOpen },
    { href: `${path}/boards`, label: m.boards_nav(), icon: Grid },
    { href: `${path}/people-figures`, label: m.peoplefigures_nav(), icon: HandHeart },
    { href: `${path}/reports`, label: m.reports_nav(), icon: Sheet },
    { href: `${path}/experiences`, label: m.experiences_nav(), icon: Lightbulb },
    { href: `${path}/templates`, label: m.templates_nav(), icon: LayoutTemplate },
    { href: `${path}/borders`, label: m.shell_nav_borders(), icon: Radio },
    { href: `${path}/look-ins`, label: m.lookin_inv_nav(), icon: Eye },
  ],
  [
    { href: `${path}/people`, label: m.shell_nav_people(), icon: Users },
    { href: `${path}/account`, label: m.shell_nav_account(), icon: User },
  ],
];
