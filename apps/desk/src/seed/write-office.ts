import { foldText, newId } from '@mahalleh/kernel';
import type { Author, Ground } from './author.ts';
import { writeCouncil, type CouncilPlan } from './write-councils.ts';

/** The people and bodies of a province's office. */
export type Office = { readonly mosques: string; readonly acts: readonly string[]; readonly secretary: string };

/** How the steering council of a county stands. */
export type CountyPlan = Pick<CouncilPlan, 'vacant' | 'unsworn' | 'hasMet' | 'daysAgo'>;

const BODIES = [
  { kind: 'municipality', name: 'شهرداری' },
  { kind: 'school_authority', name: 'آموزش و پرورش' },
  { kind: 'relief_committee', name: 'کمیته امداد' },
  { kind: 'health', name: 'شبکه بهداشت' },
  { kind: 'red_crescent', name: 'هلال احمر' },
  { kind: 'jihadi_group', name: 'گروه‌های جهادی' },
] as const;

/** Writes the office of a province: its agencies, administrator, director-general, governor, secretary, agency officer and observer, and its steering council. */
export const writeOffice = (author: Author, county: Ground): Office => {
  const { sheet, calendar, province } = author;
  const agency = (kind: (typeof BODIES)[number]['kind'] | 'mosque_affairs', name: string, unitId: string): string => {
    const id = newId();
    sheet.agencies.push({
      id,
      name,
      nameFolded: foldText(name),
      kind,
      unitId,
      isSample: true,
      registeredAtMs: calendar.at(-240),
    });
    return id;
  };
  const mosques = agency('mosque_affairs', `امور مساجد ${province.nameFa} (نمونه)`, province.id);
  const acts = BODIES.map(({ kind, name }) => agency(kind, `${name} ${county.nameFa} (نمونه)`, county.id));
  const administrator = author.person('مدیر سامانه استان');
  const director = author.person('مدیرکل امور اجتماعی و فرهنگی');
  const governor = author.person('استاندار');
  const secretary = author.person('شهردار و دبیر شورای راهبری');
  const officer = author.person('کارشناس شهرداری');
  const observer = author.person('ناظر');
  author.account(administrator, 'admin', 'province_admin', province.id);
  author.account(director, 'dg', 'director_general', province.id);
  author.account(governor, 'governor', 'governor', province.id);
  author.account(secretary, 'secretary', 'county_secretary', county.id);
  author.account(officer, 'agency', 'agency_officer', county.id, acts[0] ?? null);
  author.account(observer, 'observer', 'observer', province.id);
  writeCouncil(author, {
    kind: 'province_steering',
    unitId: province.id,
    daysAgo: 230,
    holders: { governor, social_affairs_head: director },
  });
  return { mosques, acts, secretary };
};

/** Writes the steering council of a county. */
export const writeCounty = (author: Author, county: Ground, plan: CountyPlan, mayor?: string): void => {
  writeCouncil(author, {
    ...plan,
    kind: 'county_steering',
    unitId: county.id,
    ...(mayor ? { holders: { mayor } } : {}),
  });
};

/** Gives the neighbourhood's manager and a facilitator their accounts. */
export const writeNeighbourhoodAccounts = (
  author: Author,
  of: { readonly unitId: string; readonly manager: string },
): void => {
  author.account(of.manager, 'manager', 'neighbourhood_manager', of.unitId);
  author.account(author.person('تسهیلگر محله'), 'facilitator', 'facilitator', of.unitId);
};
