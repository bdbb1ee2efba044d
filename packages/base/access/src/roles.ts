import * as may from './bundles.ts';
import type { Permission } from './permissions.ts';

/** Who may do what in a province. Each role holds for a unit and all below it. */
export const PROVINCE_ROLES = {
  province_admin: [
    ...may.ANYONE,
    ...may.CONTENT_READS,
    ...may.OFFICE_READS,
    ...may.AGENCY_WORK,
    ...may.BASE_WORK,
    ...may.PEOPLE_WORK,
    ...may.ACCOUNT_WORK,
    'report.read',
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
    'import.run',
    ...may.DOMAIN_WORK,
    ...may.INDICATOR_WORK,
    'match.tune',
    'work.value',
    'view.share',
  ],
  director_general: [
    ...may.ANYONE,
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
    ...may.ANYONE,
    ...may.CONTENT_READS,
    ...may.OFFICE_READS,
    ...may.REPORT_WORK,
    ...may.EXPERIENCE_WORK,
    'report.delegate',
    'report.undelegate',
    'person.read',
  ],
  county_governor: [
    ...may.ANYONE,
    ...may.CONTENT_READS,
    ...may.COUNCIL_WORK,
    ...may.PROBLEM_WORK,
    ...may.CAPACITY_WORK,
    ...may.OPERATION_WORK,
    ...may.PEOPLE_WORK,
    'passport.amend',
    'problem.redact',
    'target.report',
    ...may.MEASUREMENT_WORK,
    ...may.RESPONSIBILITY_WORK,
    'view.share',
  ],
  county_secretary: [
    ...may.ANYONE,
    ...may.CONTENT_READS,
    ...may.COUNCIL_WORK,
    ...may.PROBLEM_WORK,
    ...may.CAPACITY_WORK,
    ...may.OPERATION_WORK,
    ...may.PEOPLE_WORK,
    ...may.BASE_WORK,
    'passport.amend',
    'problem.redact',
    'target.report',
    ...may.MEASUREMENT_WORK,
    ...may.RESPONSIBILITY_WORK,
    'view.share',
  ],
  neighbourhood_manager: [
    ...may.ANYONE,
    ...may.CONTENT_READS,
    ...may.COUNCIL_WORK,
    ...may.PROBLEM_WORK,
    ...may.CAPACITY_WORK,
    ...may.OPERATION_WORK,
    ...may.PEOPLE_WORK,
    ...may.BASE_WORK,
    'passport.amend',
    'problem.redact',
    'target.report',
    ...may.MEASUREMENT_WORK,
    ...may.RESPONSIBILITY_WORK,
    ...may.VOLUNTEER_WORK,
    'view.share',
  ],
  council_member: [
    ...may.ANYONE,
    ...may.CONTENT_READS,
    'problem.register',
    'problem.reprioritise',
    'problem.solve',
    'problem.reopen',
    'problem.score',
    'problem.confirm',
  ],
  facilitator: [
    ...may.ANYONE,
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
    ...may.ANYONE,
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
  observer: [...may.ANYONE, ...may.CONTENT_READS],
} as const satisfies Record<string, readonly Permission[]>;

/** Who may do what at the ministry; none of it opens a record of a province. */
export const NATION_ROLES = {
  ministry_admin: [
    ...may.ANYONE,
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
    'experience.read',
  ],
  ministry_analyst: [
    ...may.ANYONE,
    'border.read',
    'metric.read',
    'board.share',
    'moment.pin',
    'province.read',
    'report.read',
    'experience.read',
  ],
  ministry_reviewer: [
    ...may.ANYONE,
    'metric.read',
    'province.read',
    'report.read',
    'report.accept',
    'report.return',
    'report.answer',
    'experience.read',
    'experience.answer',
    'experience.hide',
  ],
} as const satisfies Record<string, readonly Permission[]>;

/** Who may do what. Read this table, or its snapshot in tests/access, to answer any question about access. */
export const ROLES = { ...PROVINCE_ROLES, ...NATION_ROLES } as const;

/** A role of a province. */
export type ProvinceRole = keyof typeof PROVINCE_ROLES;

/** A role of the ministry. */
export type NationRole = keyof typeof NATION_ROLES;

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

/** Whether the role allows it. */
export const grants = (role: Role, permission: Permission): boolean => table.get(role)?.has(permission) ?? false;

/** Every role that allows it, in the order of the table. */
export const rolesGranting = (permission: Permission): Role[] => ROLE_NAMES.filter((role) => grants(role, permission));
