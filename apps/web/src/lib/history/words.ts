import { m } from '$lib/paraglide/messages';
import { civilDateOf, formatDate, formatTime } from '@mahalleh/kernel/time';
import type { Locale } from '@mahalleh/ui';

const ACTS: Readonly<Record<string, () => string>> = {
  'unit.register': m.acts_unit_register,
  'unit.amend': m.acts_unit_amend,
  'unit.move': m.acts_unit_move,
  'unit.split': m.acts_unit_split,
  'unit.merge': m.acts_unit_merge,
  'unit.retire': m.acts_unit_retire,
  'passport.amend': m.acts_passport_amend,
  'person.register': m.acts_person_register,
  'person.amend': m.acts_person_amend,
  'person.retire': m.acts_person_retire,
  'role.grant': m.acts_role_grant,
  'role.revoke': m.acts_role_revoke,
  'account.invite': m.acts_account_invite,
  'account.reset': m.acts_account_reset,
  'account.suspend': m.acts_account_suspend,
  'account.resume': m.acts_account_resume,
  'agency.register': m.acts_agency_register,
  'agency.amend': m.acts_agency_amend,
  'agency.retire': m.acts_agency_retire,
  'base.register': m.acts_base_register,
  'base.activate': m.acts_base_activate,
  'base.amend': m.acts_base_amend,
  'base.deactivate': m.acts_base_deactivate,
  'council.establish': m.acts_council_establish,
  'council.dissolve': m.acts_council_dissolve,
  'council.amend': m.acts_council_amend,
  'charter.adopt': m.acts_charter_adopt,
  'seat.appoint': m.acts_seat_appoint,
  'seat.swear': m.acts_seat_swear,
  'seat.vacate': m.acts_seat_vacate,
  'meeting.hold': m.acts_meeting_hold,
  'committee.form': m.acts_committee_form,
  'problem.register': m.acts_problem_register,
  'problem.amend': m.acts_problem_amend,
  'problem.triage': m.acts_problem_triage,
  'problem.reprioritise': m.acts_problem_reprioritise,
  'problem.merge': m.acts_problem_merge,
  'problem.start': m.acts_problem_start,
  'problem.solve': m.acts_problem_solve,
  'problem.close': m.acts_problem_close,
  'problem.reopen': m.acts_problem_reopen,
  'problem.redact': m.acts_problem_redact,
  'evidence.attach': m.acts_evidence_attach,
  'evidence.remove': m.acts_evidence_remove,
  'capacity.register': m.acts_capacity_register,
  'capacity.amend': m.acts_capacity_amend,
  'capacity.withdraw': m.acts_capacity_withdraw,
  'operation.plan': m.acts_operation_plan,
  'operation.amend': m.acts_operation_amend,
  'operation.start': m.acts_operation_start,
  'operation.finish': m.acts_operation_finish,
  'operation.cancel': m.acts_operation_cancel,
  'task.assign': m.acts_task_assign,
  'task.amend': m.acts_task_amend,
  'task.finish': m.acts_task_finish,
  'task.reopen': m.acts_task_reopen,
  'task.cancel': m.acts_task_cancel,
  'task.postpone': m.acts_task_postpone,
  'task.reschedule': m.acts_task_reschedule,
  'task.link': m.acts_task_link,
  'task.unlink': m.acts_task_unlink,
  'task.block': m.acts_task_block,
  'task.unblock': m.acts_task_unblock,
  'work.value': m.acts_work_value,
  'contribution.record': m.acts_contribution_record,
  'contribution.remove': m.acts_contribution_remove,
  'target.set': m.acts_target_set,
  'target.amend': m.acts_target_amend,
  'target.report': m.acts_target_report,
  'target.drop': m.acts_target_drop,
  'target.cascade': m.acts_target_cascade,
  'indicator.define': m.acts_indicator_define,
  'indicator.amend': m.acts_indicator_amend,
  'indicator.retire': m.acts_indicator_retire,
  'indicator.aim': m.acts_indicator_aim,
  'indicator.measure': m.acts_indicator_measure,
  'indicator.correct': m.acts_indicator_correct,
  'indicator.strike': m.acts_indicator_strike,
  'import.run': m.acts_import_run,
};

/** What was done, in words: `problem.triage` → «مسئله بررسی شد». */
export const actWord = (action: string): string => (ACTS[action] ?? m.acts_other)();

/** When something was done: the day and the time of day. */
export const whenWord = (ms: number, locale: Locale): string =>
  `${formatDate(civilDateOf(ms), locale, 'short')}${locale === 'fa' ? '، ' : ', '}${formatTime(ms, locale)}`;

type Change = { readonly atMs: number; readonly action: string; readonly actorName: string | null };

/** The changes of a record as its history shows them. */
export const entriesOf = (changes: readonly Change[], locale: Locale) =>
  changes.map(({ atMs, action, actorName }, index) => ({
    id: `${atMs}-${index}`,
    title: actWord(action),
    detail: `${whenWord(atMs, locale)} · ${actorName ?? m.acts_system()}`,
  }));
