import type { ProvinceSlug } from '@mahalleh/kernel';
import { divisionsOf } from '@mahalleh/units/divisions';
import { Author, type Ground } from '../src/seed/author.ts';
import { calendarOf } from '../src/seed/calendar.ts';
import { tell } from '../src/seed/tell.ts';
import { rootTree } from '../src/found-province.ts';

/** The ground of a province as provisioning makes it, without a database. */
export const groundOf = (slug: ProvinceSlug): Ground[] => {
  const tree = rootTree(divisionsOf(slug));
  const byId = new Map(tree.map((unit) => [unit.id, unit]));
  const countyOf = (id: string | null): string | null => {
    const unit = id === null ? undefined : byId.get(id);
    return unit === undefined ? null : unit.kind === 'county' ? unit.id : countyOf(unit.parentId);
  };
  return tree.map(({ id, kind, nameFa, officialCode }) => ({
    id,
    kind,
    nameFa,
    code: officialCode ?? null,
    countyId: countyOf(id),
  }));
};

/** The sample of a province, told at an instant. */
export const toldOf = (slug: ProvinceSlug, nowMs: number): Author => {
  const author = new Author(slug, calendarOf(nowMs), groundOf(slug));
  tell(author);
  return author;
};
