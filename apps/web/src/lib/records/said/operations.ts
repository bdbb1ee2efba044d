import { m } from '$lib/paraglide/messages';
import type { Said } from '../actions';

/** What was done, for the lines of the history of an operation and its tasks. */
export const OPERATIONS_SAID: Said = {
  'act.undo': m.records_act_undo,
  'evidence.attach': m.records_evidence_attach,
  'evidence.remove': m.records_evidence_remove,
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
  'responsibility.assign': m.records_responsibility_assign,
  'responsibility.release': m.records_responsibility_release,
  'match.tune': m.records_match_tune,
  'template.adopt': m.adoptions_said_adopt,
  'adoption.finish': m.adoptions_said_upgrade,
};
