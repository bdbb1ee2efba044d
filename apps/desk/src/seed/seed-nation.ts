import { NATION } from '@mahalleh/gate';
import { accountsSql } from '@mahalleh/identity';
import { newId, type ProvinceSlug } from '@mahalleh/kernel';
import { NATION_UNIT } from '@mahalleh/people/model';
import { peopleSql, rolesSql } from '@mahalleh/people/planting';
import { sealedVolunteer } from '@mahalleh/volunteers';
import type { Desk } from '../desk.ts';
import { Author, type Ground } from './author.ts';
import { calendarOf } from './calendar.ts';
import { Draw } from './draw.ts';
import { inventName } from './names.ts';
import { sheetSql } from './sheet-sql.ts';
import { tell } from './tell.ts';

const MINISTRY = [
  { name: 'admin', role: 'ministry_admin', jobTitle: 'مدیر سامانه وزارت' },
  { name: 'analyst', role: 'ministry_analyst', jobTitle: 'تحلیلگر سازمان امور اجتماعی' },
  { name: 'reviewer', role: 'ministry_reviewer', jobTitle: 'بازبین گزارش‌ها' },
] as const;

const isSeeded = async (desk: Desk, database: string): Promise<boolean> =>
  (await desk.rows(database, "select 1 from meta where key = 'sample'")).length > 0;

const SEEDED = { sql: "insert into meta (key, value) values ('sample', 'nation')", args: [] };

/** The units that a province has: what a sample stands on. */
export const groundOf = async (desk: Desk, slug: ProvinceSlug): Promise<Ground[]> =>
  (
    await desk.rows(
      slug,
      'select id, kind, name_fa, official_code, county_id from units where ended_on is null and is_sample = 0 order by official_code',
    )
  ).map(([id, kind, nameFa, code, countyId]) => ({
    id: String(id),
    kind: String(kind),
    nameFa: String(nameFa),
    code: code === null ? null : String(code),
    countyId: countyId === null ? null : String(countyId),
  }));

/** Fills in the ministry's sample people. Shape: whether it had to. */
export const seedMinistry = async (desk: Desk, passwordHash: string): Promise<boolean> => {
  if (await isSeeded(desk, NATION)) return false;
  const nowMs = Date.now();
  const draw = new Draw(NATION);
  const staff = MINISTRY.map((post) => ({ ...post, id: newId(), fullName: inventName(draw) }));
  await desk.write(NATION, { action: 'desk.seed', subject: NATION }, [
    ...peopleSql(
      staff.map(({ id, fullName, jobTitle }) => ({ id, fullName, jobTitle: `${jobTitle} (نمونه)`, isSample: true })),
      nowMs,
    ),
    ...rolesSql(
      staff.map(({ id, role }) => ({ personId: id, role, unitId: NATION_UNIT.id })),
      nowMs,
    ),
    accountsSql(
      staff.map(({ id, name }) => ({ personId: id, email: `${name}@ministry.sample` })),
      passwordHash,
      nowMs,
    ),
    SEEDED,
  ]);
  return true;
};

/** Fills in the sample of one province, all of it or nothing. Shape: whether it had to. */
export const seedProvince = async (desk: Desk, slug: ProvinceSlug, passwordHash: string): Promise<boolean> => {
  if (await isSeeded(desk, slug)) return false;
  const calendar = calendarOf(Date.now());
  const author = new Author(slug, calendar, await groundOf(desk, slug));
  tell(author);
  const sealed = await Promise.all(author.sheet.volunteers.map((one) => sealedVolunteer(desk.keys, slug, one)));
  // Files first: a row that names a file finds it.
  for (const file of author.sheet.files) await desk.store(file);
  await desk.write(slug, { action: 'desk.seed', subject: slug }, [
    ...sheetSql(author.sheet, sealed, passwordHash, calendar.nowMs),
    SEEDED,
  ]);
  return true;
};
