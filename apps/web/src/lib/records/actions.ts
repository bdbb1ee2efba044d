import { m } from '$lib/paraglide/messages';

const SAID: Readonly<Record<string, () => string>> = {
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
  'evidence.attach': m.records_evidence_attach,
  'evidence.remove': m.records_evidence_remove,
  'capacity.register': m.records_capacity_register,
  'capacity.amend': m.records_capacity_amend,
  'capacity.withdraw': m.records_capacity_withdraw,
  'operation.plan': m.records_operation_plan,
  'operation.amend': m.records_operation_amend,
  'operation.approve': m.records_operation_approve,
  'operation.start': m.records_operation_start,
  'operation.finish': m.records_operation_finish,
  'operation.cancel': m.records_operation_cancel,
  'task.assign': m.records_task_assign,
  'task.amend': m.records_task_amend,
  'task.finish': m.records_task_finish,
  'task.reopen': m.records_task_reopen,
  'task.postpone': m.records_task_postpone,
  'task.reschedule': m.records_task_reschedule,
  'task.link': m.records_task_link,
  'task.unlink': m.records_task_unlink,
  'task.block': m.records_task_block,
  'task.unblock': m.records_task_unblock,
  'task.cancel': m.records_task_cancel,
  'contribution.record': m.records_contribution_record,
  'contribution.remove': m.records_contribution_remove,
  'work.value': m.records_work_value,
  'target.set': m.records_target_set,
  'target.amend': m.records_target_amend,
  'target.report': m.records_target_report,
  'target.drop': m.records_target_drop,
};

const DISCARDED: Readonly<Record<string, () => string>> = {
  problem: m.trash_kind_problem,
  capacity: m.trash_kind_capacity,
  operation: m.trash_kind_operation,
  task: m.trash_kind_task,
  contribution: m.trash_kind_contribution,
  evidence: m.trash_kind_evidence,
  booking: m.trash_kind_booking,
  target: m.trash_kind_target,
  indicator: m.trash_kind_indicator,
  responsibility: m.trash_kind_responsibility,
  view: m.trash_kind_view,
  domain: m.trash_kind_domain,
};

/** The kind of thing that an act discarded. */
export const discardedOf = (act: string): string => DISCARDED[act.split('.')[0] ?? '']?.() ?? act;

/** What was done, for a line of a record's history. */
export const saidOf = (action: string): string => SAID[action]?.() ?? action;
