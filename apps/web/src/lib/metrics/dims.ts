import { m } from '$lib/paraglide/messages';
import type { MetricPage } from './words';

const DIMS: Readonly<Record<string, () => string>> = {
  domain: m.metrics_dim_domain,
  state: m.metrics_dim_state,
  status: m.metrics_dim_status,
  kind: m.metrics_dim_kind,
  activation: m.metrics_dim_activation,
  step: m.metrics_dim_step,
  lack: m.metrics_dim_lack,
  setting: m.metrics_dim_setting,
  level: m.metrics_dim_level,
};

const STEPS = [m.metrics_value_step_0, m.metrics_value_step_1, m.metrics_value_step_2, m.metrics_value_step_3];

const VALUES: Readonly<Record<string, () => string>> = {
  education: m.metrics_value_education,
  sport: m.metrics_value_sport,
  health: m.metrics_value_health,
  culture: m.metrics_value_culture,
  employment: m.metrics_value_employment,
  women_heads_support: m.metrics_value_women_heads_support,
  social_harms: m.metrics_value_social_harms,
  livelihood: m.metrics_value_livelihood,
  civil_works: m.metrics_value_civil_works,
  environment: m.metrics_value_environment,
  public_security: m.metrics_value_public_security,
  health_monitoring: m.metrics_value_health_monitoring,
  crisis_management: m.metrics_value_crisis_management,
  registered: m.metrics_value_registered,
  triaged: m.metrics_value_triaged,
  started: m.metrics_value_started,
  formed: m.metrics_value_formed,
  not_formed: m.metrics_value_not_formed,
  absent: m.metrics_value_absent,
  planned: m.metrics_value_planned,
  running: m.metrics_value_running,
  done: m.metrics_value_done,
  cancelled: m.metrics_value_cancelled,
  money: m.metrics_value_money,
  work: m.metrics_value_work,
  goods: m.metrics_value_goods,
  place: m.metrics_value_place,
  institution: m.metrics_value_institution,
  equipment: m.metrics_value_equipment,
  skill: m.metrics_value_skill,
  fund: m.metrics_value_fund,
  mosque: m.metrics_value_mosque,
  basij: m.metrics_value_basij,
  school: m.metrics_value_school,
  health_centre: m.metrics_value_health_centre,
  ngo_office: m.metrics_value_ngo_office,
  neighbourhood_house: m.metrics_value_neighbourhood_house,
  other: m.metrics_value_other,
  inactive: m.metrics_value_inactive,
  preparing: m.metrics_value_preparing,
  active: m.metrics_value_active,
  urban: m.metrics_value_urban,
  rural: m.metrics_value_rural,
  council_absent: m.metrics_value_council_absent,
  seat_vacant: m.metrics_value_seat_vacant,
  not_sworn: m.metrics_value_not_sworn,
  first_meeting_missing: m.metrics_value_first_meeting_missing,
  problems_missing: m.metrics_value_problems_missing,
  problems_untriaged: m.metrics_value_problems_untriaged,
  capacities_missing: m.metrics_value_capacities_missing,
  operation_missing: m.metrics_value_operation_missing,
  operation_not_done: m.metrics_value_operation_not_done,
  evidence_missing: m.metrics_value_evidence_missing,
  result_missing: m.metrics_value_result_missing,
  none: m.metrics_value_none,
  on_pace: m.metrics_value_on_pace,
  behind: m.metrics_value_behind,
  late: m.metrics_value_late,
  unreported: m.metrics_value_unreported,
  current: m.metrics_value_current,
  overdue: m.metrics_value_overdue,
  latest: m.metrics_value_latest,
  earlier: m.metrics_value_earlier,
  untouched: m.metrics_value_untouched,
  changed: m.metrics_value_changed,
  given_up: m.metrics_value_given_up,
  reached: m.metrics_value_reached,
  missed: m.metrics_value_missed,
  unmeasured: m.metrics_value_unmeasured,
  early: m.metrics_value_early,
  county: m.metrics_value_county,
  province: m.metrics_value_province,
};

/** What a dimension is called. */
export const dimWord = (dim: string): string => (DIMS[dim] ?? (() => dim))();

/** What a value of a dimension is called. */
export const valueWord = (dim: string, value: string): string =>
  ((dim === 'step' ? STEPS[Number(value)] : VALUES[value]) ?? (() => value))();

/** One list of bars for each dimension: the sum over all others, the largest first. */
export const breakdowns = (dims: MetricPage['dims'], by: readonly string[]) =>
  by.map((dim) => {
    const sums = new Map<string, number>();
    for (const { values, value } of dims) {
      const key = values[dim];
      if (key !== undefined) sums.set(key, (sums.get(key) ?? 0) + value);
    }
    const bars = [...sums]
      .toSorted(([a, x], [b, y]) => (dim === 'step' ? Number(a) - Number(b) : y - x))
      .map(([key, value]) => ({ id: key, label: valueWord(dim, key), value }));
    return { dim, title: dimWord(dim), bars };
  });
