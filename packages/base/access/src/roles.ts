import * as may from './bundles.ts';
import type { Permission } from './permissions.ts';

/** Who may do what in a province. Each role holds for a unit and all below it. */
export const PROVINCE_ROLES = {
  province_admin: [
    ...may.STAFF,
    ...may.CONTENT_READS,
    ...may.OFFICE_READS,
    ...may.AGENCY_WORK,
    ...may.BASE_WORK,
    ...may.PEOPLE_WORK,
    ...may.ACCOUNT_WORK,
    'report.read',
    'lookin.grant',
    'lookin.end',
    'person.retire',
    'unit.register',
    'unit.amend',
    'unit.move',
    'unit.split',
    'unit.merge',
    'unit.retire',
    'passport.amend',
    'charter.adopt',
    'problem.redact',
    'template.import',
    'import.run',
    ...may.DOMAIN_WORK,
    ...may.INDICATOR_WORK,
    'match.tune',
    'work.value',
    'view.share',
  ],
  director_general: [
    ...may.STAFF,
    ...may.CONTENT_READS,
    ...may.OFFICE_READS,
    ...may.COUNCIL_WORK,
    ...may.PROBLEM_WORK,
    ...may.CAPACITY_WORK,
    ...may.OPERATION_WORK,
    ...may.BASE_WORK,
    ...may.AGENCY_WORK,
    ...may.PEOPLE_WORK,
    ...may.REPORT_WORK,
    ...may.EXPERIENCE_WORK,
    ...may.TEMPLATE_WORK,
    ...may.ADOPTION_WORK,
    'passport.amend',
    'charter.adopt',
    'problem.redact',
    'target.set',
    'target.amend',
    'target.report',
    'target.drop',
    ...may.DOMAIN_WORK,
    ...may.INDICATOR_WORK,
    ...may.MEASUREMENT_WORK,
    ...may.RESPONSIBILITY_WORK,
    'target.cascade',
    'match.tune',
    'work.value',
    'view.share',
  ],
  governor: [
    ...may.STAFF,
    ...may.CONTENT_READS,
    ...may.OFFICE_READS,
    ...may.REPORT_WORK,
    ...may.EXPERIENCE_WORK,
    'report.delegate',
    'report.undelegate',
    'person.read',
  ],
  county_governor: [
    ...may.STAFF,
    ...may.CONTENT_READS,
    ...may.COUNCIL_WORK,
    ...may.PROBLEM_WORK,
    ...may.CAPACITY_WORK,
    ...may.OPERATION_WORK,
    ...may.PEOPLE_WORK,
    ...may.ADOPTION_WORK,
    'passport.amend',
    'problem.redact',
    'target.report',
    ...may.MEASUREMENT_WORK,
    ...may.RESPONSIBILITY_WORK,
    'view.share',
  ],
  county_secretary: [
    ...may.STAFF,
    ...may.CONTENT_READS,
    ...may.COUNCIL_WORK,
    ...may.PROBLEM_WORK,
    ...may.CAPACITY_WORK,
    ...may.OPERATION_WORK,
    ...may.PEOPLE_WORK,
    ...may.BASE_WORK,
    ...may.ADOPTION_WORK,
    'passport.amend',
    'problem.redact',
    'target.report',
    ...may.MEASUREMENT_WORK,
    ...may.RESPONSIBILITY_WORK,
    'view.share',
  ],
  neighbourhood_manager: [
    ...may.STAFF,
    ...may.CONTENT_READS,
    ...may.COUNCIL_WORK,
    ...may.PROBLEM_WORK,
    ...may.CAPACITY_WORK,
    ...may.OPERATION_WORK,
    ...may.PEOPLE_WORK,
    ...may.BASE_WORK,
    'adoption.reword',
    'passport.amend',
    'problem.redact',
    'target.report',
    ...may.MEASUREMENT_WORK,
    ...may.RESPONSIBILITY_WORK,
    ...may.VOLUNTEER_WORK,
    'view.share',
  ],
  council_member: [
    ...may.STAFF,
    ...may.CONTENT_READS,
    'problem.register',
    'problem.reprioritise',
    'problem.solve',
    'problem.reopen',
    'problem.score',
    'problem.confirm',
  ],
  facilitator: [
    ...may.STAFF,
    ...may.CONTENT_READS,
    'person.read',
    'problem.register',
    'problem.amend',
    'evidence.attach',
    'capacity.register',
    'capacity.amend',
    'task.assign',
    'task.amend',
    'task.finish',
    'task.postpone',
    'contribution.record',
    'problem.relate',
    'problem.unrelate',
    'problem.score',
    'problem.escalate',
    // What they reported themselves, and nothing else.
    'problem.confirm',
    'booking.make',
    'booking.cancel',
    'task.reschedule',
    'task.link',
    'task.unlink',
    'task.block',
    'task.unblock',
    'indicator.measure',
  ],
  agency_officer: [
    ...may.STAFF,
    ...may.CONTENT_READS,
    ...may.BASE_WORK,
    'task.finish',
    'task.postpone',
    'evidence.attach',
    'contribution.record',
    'problem.answer',
    'booking.make',
    'booking.cancel',
    'task.reschedule',
    'task.block',
    'task.unblock',
  ],
  observer: [...may.STAFF, ...may.CONTENT_READS],
} as const satisfies Record<string, readonly Permission[]>;

/** Who may do what at the ministry; none of it opens a record of a province. */
export const NATION_ROLES = {
  ministry_admin: [
    ...may.STAFF,
    'lookin.accept',
    ...may.ACCOUNT_WORK,
    ...may.PEOPLE_WORK,
    'person.retire',
    'audit.read',
    'border.read',
    'metric.read',
    'board.share',
    'moment.pin',
    'province.read',
    'report.read',
    'template.read',
    'experience.read',
    'deadline.set',
  ],
  ministry_analyst: [
    ...may.STAFF,
    'lookin.accept',
    'border.read',
    'metric.read',
    'board.share',
    'moment.pin',
    'province.read',
    'report.read',
    'template.read',
    'experience.read',
  ],
  ministry_reviewer: [
    ...may.STAFF,
    'lookin.accept',
    'metric.read',
    'province.read',
    'report.read',
    'report.accept',
    'report.return',
    'report.answer',
    'template.read',
    'experience.read',
    'experience.answer',
    'template.comment',
    'template.return',
    'template.sign',
    'template.revoke',
    'experience.hide',
    'report.remind',
  ],
} as const satisfies Record<string, readonly Permission[]>;

/**
 * What somebody from outside reads who looks in by a grant, part by part. None of it changes anything, and none of it opens
 * people, volunteers, capacities, photos, searches, exports or the audit.
 */
export const GUEST_ROLES = {
  guest_places: ['unit.read', 'step.read', 'figure.read'],
  guest_councils: ['council.read', 'charter.read'],
  guest_problems: ['problem.read'],
  guest_operations: ['operation.read'],
  guest_targets: ['target.read', 'indicator.read'],
} as const satisfies Record<string, readonly Permission[]>;

/** Who may do what. Read this table, or its snapshot in tests/access, to answer any question about access. */
export const ROLES = { ...PROVINCE_ROLES, ...NATION_ROLES, ...GUEST_ROLES } as const;

/** A role of a province. */
export type ProvinceRole = keyof typeof PROVINCE_ROLES;

/** A role of the ministry. */
export type NationRole = keyof typeof NATION_ROLES;

/** A part of a province that somebody from outside may be let look at. */
export type GuestRole = keyof typeof GUEST_ROLES;

/** A role that a person can be granted. */
export type Role = keyof typeof ROLES;

/** Every role; the cast is safe because an object literal has no other keys. */
export const ROLE_NAMES = Object.keys(ROLES) as readonly Role[];

const table: ReadonlyMap<string, ReadonlySet<Permission>> = new Map(
  Object.entries(ROLES).map(([role, permissions]) => [role, new Set<Permission>(permissions)]),
);

/** Whether the text is a role. */
export const isRole = (text: string): text is Role => table.has(text);

/** Whether the role is one of a province. */
export const isProvinceRole = (text: string): text is ProvinceRole => Object.hasOwn(PROVINCE_ROLES, text);

/** Whether the role is one of the ministry. */
export const isNationRole = (text: string): text is NationRole => Object.hasOwn(NATION_ROLES, text);

/** Whether the role is that of somebody who looks in. */
export const isGuestRole = (text: string): text is GuestRole => Object.hasOwn(GUEST_ROLES, text);

/** Whether the role allows it. */
export const grants = (role: Role, permission: Permission): boolean => table.get(role)?.has(permission) ?? false;

/** Every role that allows it, in the order of the table. */
export const rolesGranting = (permission: Permission): Role[] => ROLE_NAMES.filter((role) => grants(role, permission));
