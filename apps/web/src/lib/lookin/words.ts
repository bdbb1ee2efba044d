import { m } from '$lib/paraglide/messages';
import { nameOf } from '$lib/units/names';
import { formatNumber } from '@mahalleh/kernel/digits';
import type { CurrentLookin, LookinView } from '@mahalleh/lookin/model';
import type { Locale } from '@mahalleh/ui';

/** The areas in the order of the form, and what each is called. */
const AREAS: Readonly<Record<CurrentLookin['areas'][number], () => string>> = {
  councils: m.lookin_area_councils,
  problems: m.lookin_area_problems,
  operations: m.lookin_area_operations,
  targets: m.lookin_area_targets,
};

/** The areas that can be opened, for a form. */
export const areaChoices = () => Object.entries(AREAS).map(([value, label]) => ({ value, label: label() }));

/** What somebody may look at, in one line: the places always, then the areas. */
export const areasWord = (areas: readonly CurrentLookin['areas'][number][], locale: Locale): string =>
  [m.lookin_area_places(), ...areas.map((area) => AREAS[area]())].join(locale === 'fa' ? '، ' : ', ');

const HOURS = [2, 4, 8, 24, 72, 168, 336] as const;

/** For how long somebody may be let look in. Unit of the values: hours. */
export const durations = (locale: Locale) =>
  HOURS.map((hours) => ({
    value: String(hours),
    label:
      hours === 24
        ? m.lookin_for_day()
        : hours < 24
          ? m.lookin_for_hours({ n: formatNumber(hours, locale) })
          : m.lookin_for_days({ n: formatNumber(hours / 24, locale) }),
  }));

/** The mark of where a grant stands. */
export const standingMark = (standing: CurrentLookin['standing']) =>
  ({
    waiting: { status: 'todo', label: m.lookin_standing_waiting() },
    open: { status: 'doing', label: m.lookin_standing_open() },
    ended: { status: 'blocked', label: m.lookin_standing_ended() },
    over: { status: 'done', label: m.lookin_standing_over() },
  })[standing] as { status: 'todo' | 'doing' | 'blocked' | 'done'; label: string };

/** The part that is looked at, by name. */
export const partOf = (row: { unitNameFa: string; unitNameEn: string | null }, locale: Locale): string =>
  nameOf({ nameFa: row.unitNameFa, nameEn: row.unitNameEn }, locale);

const ASKED: Readonly<Record<string, () => string>> = {
  home: m.lookin_asked_home,
  units: m.lookin_asked_units,
  unit: m.lookin_asked_unit,
  ground: m.lookin_asked_ground,
  neighbourhoods: m.lookin_asked_neighbourhoods,
  neighbourhood: m.lookin_asked_neighbourhood,
  neighbourhood_steps: m.lookin_asked_steps,
  councils: m.lookin_asked_councils,
  council: m.lookin_asked_council,
  charters: m.lookin_asked_charters,
  charter: m.lookin_asked_charters,
  problem_list: m.lookin_asked_problems,
  problem_counts: m.lookin_asked_problems,
  problem_board: m.lookin_asked_problems,
  problem_map: m.lookin_asked_problems,
  problem_ids: m.lookin_asked_problems,
  problem_page: m.lookin_asked_problem,
  domain_list: m.lookin_asked_domains,
  clock_list: m.lookin_asked_domains,
  operations: m.lookin_asked_operations,
  operation: m.lookin_asked_operation,
  operation_effect: m.lookin_asked_operation,
  operation_plan: m.lookin_asked_operation,
  overlaps: m.lookin_asked_operation,
  work_settings: m.lookin_asked_operations,
  tasks: m.lookin_asked_tasks,
  plan: m.lookin_asked_plan,
  targets: m.lookin_asked_targets,
  target: m.lookin_asked_target,
  indicators: m.lookin_asked_indicators,
  indicator_choices: m.lookin_asked_indicators,
  unit_indicators: m.lookin_asked_indicators,
  indicator: m.lookin_asked_indicator,
  indicator_units: m.lookin_asked_indicator,
  indicator_series: m.lookin_asked_indicator,
};

/** The names of questions that have a word of their own. */
export const ASKED_NAMES: readonly string[] = Object.keys(ASKED);

/** What was looked at, in words. */
export const askedWord = ({ asked }: Pick<LookinView, 'asked'>): string => (ASKED[asked] ?? m.lookin_asked_other)();

/** The page of what was looked at, below the workspace; undefined where there is none of its own. */
export const askedHref = ({ asked, about }: Pick<LookinView, 'asked' | 'about'>): string | undefined => {
  const to = (place: string, id: string | number | undefined) => (id === undefined ? undefined : `${place}/${id}`);
  if (asked.startsWith('neighbourhood')) return to('neighbourhoods', about['unitId']);
  return (
    to('problems', about['problemId']) ??
    to('operations', about['operationId']) ??
    to('councils', about['councilId']) ??
    to('targets', about['targetId']) ??
    to('indicators', about['indicatorId']) ??
    (asked === 'unit' ? to('units', about['unitId']) : undefined)
  );
};
