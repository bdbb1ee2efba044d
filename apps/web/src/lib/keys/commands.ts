import { m } from '$lib/paraglide/messages';
import type { Workspace } from '$lib/workspace/address';
import { foldText } from '@mahalleh/kernel/text';
import type { Find, FindAnswer, NavItem } from '@mahalleh/ui';

/** Pages of a province that have no line in the rail, and the right one needs for them. */
const FURTHER: readonly (readonly [path: string, title: () => string, permission?: string])[] = [
  ['problems/board', m.board_title_short],
  ['problems/map', m.maps_title],
  ['tasks', m.operations_tasks],
  ['indicators', m.indicators_title],
  ['responsibilities/gaps', m.responsibilities_gaps, 'responsibility.read'],
  ['match-rules', m.matching_rules_title],
  ['domains', m.domains_title],
  ['charters', m.councils_charters_title],
  ['look-ins', m.lookin_nav, 'audit.read'],
  ['experiences/drafts', m.experiences_drafts_title, 'experience.draft'],
  ['templates/compare', m.templates_compare_title, 'template.read'],
  ['templates/drafts', m.publishing_drafts_title, 'template.draft'],
];

const ACTS: readonly (readonly [path: string, title: () => string, permission: string])[] = [
  ['problems/new', m.problems_register, 'problem.register'],
  ['operations/new', m.operations_plan, 'operation.plan'],
  ['capacities/new', m.capacities_register, 'capacity.register'],
  ['volunteers/new', m.volunteers_enrol, 'volunteer.enrol'],
  ['councils/new', m.councils_new, 'council.establish'],
  ['targets/new', m.targets_set, 'target.set'],
  ['indicators/new', m.indicators_define, 'indicator.define'],
  ['agencies/new', m.agencies_register, 'agency.register'],
  ['bases/new', m.bases_register, 'base.register'],
  ['experiences/new', m.experiences_write, 'experience.draft'],
  ['templates/import', m.templates_import_title, 'template.import'],
  ['templates/drafts/new', m.publishing_new, 'template.draft'],
];

/** Every word that is typed is in the title, in any order and spelling. */
const holds = (title: string, q: string): boolean => {
  const folded = foldText(title);
  return foldText(q)
    .split(' ')
    .every((word) => folded.includes(word));
};

/** What can be gone to and begun in a workspace without asking anybody, narrowed by what is typed. */
export const commandsOf = (
  workspace: Workspace,
  permissions: readonly string[],
  rail: readonly NavItem[],
): ((q: string) => FindAnswer) => {
  const { path, kind } = workspace;
  const may = (permission: string | undefined): boolean => permission === undefined || permissions.includes(permission);
  const linesOf = (lines: typeof FURTHER): Find[] =>
    kind === 'province'
      ? lines
          .filter(([, , permission]) => may(permission))
          .map(([to, title]) => ({ id: to, title: title(), href: `${path}/${to}` }))
      : [];
  const places = [...rail.map(({ href, label }) => ({ id: href, title: label, href })), ...linesOf(FURTHER)];
  const acts = linesOf(ACTS);
  return (q) => ({
    groups: [
      { label: m.keys_acts(), finds: acts.filter(({ title }) => holds(title, q)) },
      { label: m.keys_places(), finds: places.filter(({ title }) => holds(title, q)) },
    ].filter(({ finds }) => finds.length > 0),
  });
};
