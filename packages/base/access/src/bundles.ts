import type { Permission } from './permissions.ts';

/** What everyone who can sign in may do. */
export const ANYONE = ['session.read', 'session.revoke'] as const satisfies readonly Permission[];

/** What everyone who works here may do: that of anyone, and to see who looks in from outside (at the ministry: where one is invited). */
export const STAFF = [...ANYONE, 'lookin.read'] as const satisfies readonly Permission[];

/** The reading of a province's content, without its people, its audit and its border. */
export const CONTENT_READS = [
  'unit.read',
  'agency.read',
  'base.read',
  'council.read',
  'charter.read',
  'problem.read',
  'evidence.read',
  'capacity.read',
  'operation.read',
  'match.read',
  'responsibility.read',
  'target.read',
  'indicator.read',
  'step.read',
  'figure.read',
  'search.read',
  'trash.read',
  'experience.read',
  'template.read',
  'adoption.read',
] as const satisfies readonly Permission[];

/** The reading of how a province is run. */
export const OFFICE_READS = ['import.read', 'audit.read', 'border.read'] as const satisfies readonly Permission[];

/** The bodies of a place: councils, their seats, meetings and committees. */
export const COUNCIL_WORK = [
  'council.establish',
  'council.dissolve',
  'council.amend',
  'seat.appoint',
  'seat.swear',
  'seat.vacate',
  'meeting.hold',
  'committee.form',
] as const satisfies readonly Permission[];

/** The problem registry, but for redaction. */
export const PROBLEM_WORK = [
  'problem.register',
  'problem.amend',
  'problem.triage',
  'problem.reprioritise',
  'problem.merge',
  'problem.split',
  'problem.relate',
  'problem.unrelate',
  'problem.score',
  'problem.escalate',
  'problem.answer',
  'problem.start',
  'problem.solve',
  'problem.confirm',
  'problem.close',
  'problem.reopen',
  'problem.discard',
  'evidence.attach',
  'evidence.remove',
] as const satisfies readonly Permission[];

/** The capacity bank. */
export const CAPACITY_WORK = [
  'capacity.register',
  'capacity.amend',
  'capacity.withdraw',
  'booking.make',
  'booking.cancel',
] as const satisfies readonly Permission[];

/** Operations with their tasks and contributions. */
export const OPERATION_WORK = [
  'operation.plan',
  'operation.amend',
  'operation.approve',
  'operation.start',
  'operation.finish',
  'operation.cancel',
  'task.assign',
  'task.amend',
  'task.finish',
  'task.reopen',
  'task.cancel',
  'task.postpone',
  'task.reschedule',
  'task.link',
  'task.unlink',
  'task.block',
  'task.unblock',
  'contribution.record',
  'contribution.remove',
] as const satisfies readonly Permission[];

/** Which agency answers for which domain in a place. */
export const RESPONSIBILITY_WORK = [
  'responsibility.assign',
  'responsibility.release',
] as const satisfies readonly Permission[];

/** What is measured and where it is to be: the definitions of indicators, and their goals, which those who measure do not set themselves. */
export const INDICATOR_WORK = [
  'indicator.define',
  'indicator.amend',
  'indicator.retire',
  'indicator.aim',
] as const satisfies readonly Permission[];

/** The measurements themselves. */
export const MEASUREMENT_WORK = [
  'indicator.measure',
  'indicator.correct',
  'indicator.strike',
] as const satisfies readonly Permission[];

/** What a province sets for its registry: its own list of domains, and how long each level has to answer. */
export const DOMAIN_WORK = [
  'domain.register',
  'domain.amend',
  'domain.retire',
  'clock.set',
] as const satisfies readonly Permission[];

/** Volunteers, with what they said of themselves: for the neighbourhood manager alone. */
export const VOLUNTEER_WORK = [
  'volunteer.read',
  'volunteer.enrol',
  'volunteer.amend',
  'volunteer.withdraw',
] as const satisfies readonly Permission[];

/** Bases: mosques and other places that neighbourhoods work from. */
export const BASE_WORK = [
  'base.register',
  'base.activate',
  'base.amend',
  'base.deactivate',
] as const satisfies readonly Permission[];

/** The bodies that take part. */
export const AGENCY_WORK = [
  'agency.register',
  'agency.amend',
  'agency.retire',
] as const satisfies readonly Permission[];

/** The people who hold seats and tasks, as needed to appoint them. */
export const PEOPLE_WORK = ['person.read', 'person.register', 'person.amend'] as const satisfies readonly Permission[];

/** Accounts and roles. */
export const ACCOUNT_WORK = [
  'role.grant',
  'role.revoke',
  'account.invite',
  'account.reset',
  'account.suspend',
  'account.resume',
] as const satisfies readonly Permission[];

/** The period report: its words and its way to the ministry, without the governor's signature. */
export const REPORT_WORK = [
  'report.read',
  'report.draft',
  'report.annotate',
  'report.sign',
  'report.unsign',
  'report.submit',
  'report.supersede',
  'report.comment',
] as const satisfies readonly Permission[];

/** Experiences and suggestions for other provinces, written and answered in the name of the province. */
export const EXPERIENCE_WORK = [
  'experience.draft',
  'experience.amend',
  'experience.discard',
  'experience.publish',
  'experience.withdraw',
  'experience.answer',
  'experience.adopt',
  'experience.unadopt',
] as const satisfies readonly Permission[];

/** Templates of the province: taken from a neighbourhood, submitted, withdrawn, and improvements answered, in the name of the province. */
export const TEMPLATE_WORK = [
  'template.draft',
  'template.amend',
  'template.refresh',
  'template.discard',
  'template.submit',
  'template.withdraw',
  'template.import',
  'improvement.propose',
  'improvement.answer',
] as const satisfies readonly Permission[];

/** Templates in use in a place. */
export const ADOPTION_WORK = [
  'template.adopt',
  'adoption.reword',
  'adoption.upgrade',
  'adoption.decide',
  'adoption.finish',
  'adoption.leave',
  'adoption.end',
] as const satisfies readonly Permission[];
