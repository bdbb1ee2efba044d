import { ROLE_TITLES, type Role } from '@mahalleh/access';
import { OFFICES, type Office } from '@mahalleh/councils/model';
import type { Bilingual } from '@mahalleh/kernel';
import type { Living, LivingOffice } from './living.ts';

/** A role that tasks are given to: what names it here, its title, and the office that is asked for, if one is. */
export type RoleOf = { readonly rowKey: string; readonly title: Bilingual; readonly office: Office | null };

/** Roles of the workspace that are offices of a council too. */
const OFFICE_OF: Partial<Record<Role, Office>> = {
  neighbourhood_manager: 'neighbourhood_manager',
  county_governor: 'county_governor',
  governor: 'governor',
  council_member: 'member',
};

const WITHOUT: RoleOf = { rowKey: 'member', title: { fa: 'همکار محله', en: 'Member of the team' }, office: null };

/**
 * What somebody is in the neighbourhood, as an office and never as a person: the seat held, its manager, the lead of a committee, or
 * the role in the workspace. A job title is in words of its own and stays here.
 */
export const roleOf = (
  person: LivingOffice | undefined,
  { seats, committeeKinds }: Pick<Living, 'seats' | 'committeeKinds'>,
): RoleOf => {
  if (!person) return WITHOUT;
  const seat = seats.find(({ key }) => key === person.seat);
  if (seat)
    return {
      rowKey: `seat:${seat.key}`,
      title: { fa: seat.titleFa, en: seat.titleEn },
      office: OFFICES.includes(seat.office) ? seat.office : null,
    };
  if (person.isManager)
    return {
      rowKey: 'role:neighbourhood_manager',
      title: ROLE_TITLES.neighbourhood_manager,
      office: 'neighbourhood_manager',
    };
  const committee = committeeKinds.find(({ key }) => key === person.committee);
  if (committee)
    return {
      rowKey: `lead:${committee.key}`,
      title: { fa: `مسئول کمیته ${committee.titleFa}`, en: `Lead of the committee: ${committee.titleEn}` },
      office: null,
    };
  if (person.role)
    return {
      rowKey: `role:${person.role}`,
      title: ROLE_TITLES[person.role],
      office: OFFICE_OF[person.role] ?? null,
    };
  return WITHOUT;
};
