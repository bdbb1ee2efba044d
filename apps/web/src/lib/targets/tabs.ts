import { m } from '$lib/paraglide/messages';

/** The two ways to follow the programme: targets and indicators. */
export const followTabs = (path: string, current: 'targets' | 'indicators') => [
  { href: `${path}/targets`, label: m.targets_tab(), current: current === 'targets' },
  { href: `${path}/indicators`, label: m.indicators_title(), current: current === 'indicators' },
];
