import { m } from '$lib/paraglide/messages';

/** The sections of a report with what they are called, in order. */
export const SECTION_TITLES = [
  { section: 'summary', title: m.reports_section_summary },
  { section: 'achievements', title: m.reports_section_achievements },
  { section: 'obstacles', title: m.reports_section_obstacles },
  { section: 'requests', title: m.reports_section_requests },
] as const;
