import type { Role } from '@mahalleh/access';
import type { Statement } from '@mahalleh/gate';
import { foldText, newId, normaliseText } from '@mahalleh/kernel';
import { NATION_UNIT } from './model.ts';

/** A person about to be, in bulk. */
export type NewPerson = {
  readonly id: string;
  readonly fullName: string;
  readonly mobile?: string | null;
  readonly jobTitle?: string | null;
  readonly isSample?: boolean;
};

/** A role about to be given, in bulk. */
export type NewRole = {
  readonly personId: string;
  readonly role: Role;
  readonly unitId: string;
  readonly agencyId?: string | null;
};

const pick = (name: string): string => `json_extract(j.value, '$.${name}')`;

/** The statement that registers these people, in any number, from one bound text. */
export const peopleSql = (people: readonly NewPerson[], nowMs: number): Statement[] => [
  {
    sql:
      'insert into people (id, full_name, name_folded, mobile, job_title, is_sample, registered_at_ms, revision)' +
      ` select ${['id', 'fullName', 'nameFolded', 'mobile', 'jobTitle', 'isSample'].map(pick).join(', ')}, ?, 1 from json_each(?) j`,
    args: [
      nowMs,
      JSON.stringify(
        people.map(({ fullName, isSample, ...person }) => ({
          ...person,
          fullName: normaliseText(fullName),
          nameFolded: foldText(fullName),
          isSample: Number(isSample ?? false),
        })),
      ),
    ],
  },
];

/** The statements that give these roles, in any number; the ministry's one unit gets its place among the units. */
export const rolesSql = (roles: readonly NewRole[], nowMs: number): Statement[] => {
  const rows = JSON.stringify(roles.map((role) => ({ ...role, id: newId() })));
  return [
    {
      sql: `insert or ignore into unit_closure (ancestor_id, unit_id) select ?, ? from json_each(?) j where ${pick('unitId')} = ?`,
      args: [NATION_UNIT.id, NATION_UNIT.id, rows, NATION_UNIT.id],
    },
    {
      sql:
        'insert into role_grants (id, person_id, role, unit_id, agency_id, granted_at_ms)' +
        ` select ${['id', 'personId', 'role', 'unitId', 'agencyId'].map(pick).join(', ')}, ? from json_each(?) j`,
      args: [nowMs, rows],
    },
  ];
};
