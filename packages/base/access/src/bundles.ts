import type { Permission } from './permissions.ts';

/** What everyone who can sign in may do. */
export const ANYONE = ['session.read', 'session.revoke'] as const satisfies readonly Permission[];

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
  'target.read',
  'step.read',
  'figure.read',
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
  'problem.start',
  'problem.solve',
  'problem.close',
  'problem.reopen',
  'evidence.attach',
  'evidence.remove',
] as const satisfies readonly Permission[];

/** The capacity bank. */
export const CAPACITY_WORK = [
  'capacity.register',
  'capacity.amend',
  'capacity.withdraw',
] as const satisfies readonly Permission[];

/** Operations with their tasks and contributions. */
export const OPERATION_WORK = [
  'operation.plan',
  'operation.amend',
  'operation.start',
  'operation.finish',
  'operation.cancel',
  'task.assign',
  'task.amend',
  'task.finish',
  'task.reopen',
  'task.cancel',
  'task.postpone',
  'contribution.record',
  'contribution.remove',
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
