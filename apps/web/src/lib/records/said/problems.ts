import { m } from '$lib/paraglide/messages';
import type { Said } from '../actions';

/** What was done, for the lines of the history of a problem. */
export const PROBLEMS_SAID: Said = {
  'act.undo': m.records_act_undo,
  'problem.register': m.records_problem_register,
  'problem.amend': m.records_problem_amend,
  'problem.triage': m.records_problem_triage,
  'problem.reprioritise': m.records_problem_reprioritise,
  'problem.merge': m.records_problem_merge,
  'problem.start': m.records_problem_start,
  'problem.solve': m.records_problem_solve,
  'problem.close': m.records_problem_close,
  'problem.reopen': m.records_problem_reopen,
  'problem.redact': m.records_problem_redact,
  'problem.split': m.records_problem_split,
  'problem.relate': m.records_problem_relate,
  'problem.unrelate': m.records_problem_unrelate,
  'problem.score': m.records_problem_score,
  'problem.escalate': m.records_problem_escalate,
  'problem.answer': m.records_problem_answer,
  'problem.confirm': m.records_problem_confirm,
  'problem.discard': m.records_problem_discard,
  'domain.register': m.records_domain_register,
  'domain.amend': m.records_domain_amend,
  'domain.retire': m.records_domain_retire,
  'clock.set': m.records_clock_set,
  'evidence.attach': m.records_evidence_attach,
  'evidence.remove': m.records_evidence_remove,
  'template.adopt': m.adoptions_said_adopt,
  'adoption.finish': m.adoptions_said_upgrade,
};
