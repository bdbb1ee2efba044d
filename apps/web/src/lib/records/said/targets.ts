import { m } from '$lib/paraglide/messages';
import type { Said } from '../actions';

/** What was done, for the lines of the history of targets and indicators. */
export const TARGETS_SAID: Said = {
  'act.undo': m.records_act_undo,
  'target.set': m.records_target_set,
  'target.amend': m.records_target_amend,
  'target.report': m.records_target_report,
  'target.drop': m.records_target_drop,
  'target.cascade': m.records_target_cascade,
  'indicator.define': m.records_indicator_define,
  'indicator.amend': m.records_indicator_amend,
  'indicator.retire': m.records_indicator_retire,
  'indicator.aim': m.records_indicator_aim,
  'indicator.measure': m.records_indicator_measure,
  'indicator.correct': m.records_indicator_correct,
  'indicator.strike': m.records_indicator_strike,
  'template.adopt': m.adoptions_said_adopt,
  'adoption.finish': m.adoptions_said_upgrade,
};
