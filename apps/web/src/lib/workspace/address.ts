import { isProvinceSlug, provinceOf } from '@mahalleh/kernel/province';
import type { Locale } from '@mahalleh/ui';
import { m } from '$lib/paraglide/messages';

/** A workspace: the ministry, or one of the 31 provinces. */
export type Workspace = {
  /** The first part of its addresses. */
  readonly slug: string;
  readonly kind: 'province' | 'ministry';
  /** `/qom` */
  readonly path: string;
  /** `/api/v1/provinces/qom` */
  readonly api: string;
};

/** The workspace of an address; the parameter is missing in the ministry's. */
export const workspaceOf = (province: string | undefined): Workspace =>
  province !== undefined && isProvinceSlug(province)
    ? { slug: province, kind: 'province', path: `/${province}`, api: `/api/v1/provinces/${province}` }
    : { slug: 'ministry', kind: 'ministry', path: '/ministry', api: '/api/v1/nation' };

/** The bare name: «قم», "Qom", or the ministry's. */
export const placeName = ({ slug }: Pick<Workspace, 'slug'>, locale: Locale): string => {
  if (!isProvinceSlug(slug)) return m.shell_ministry();
  const { nameFa, nameEn } = provinceOf(slug);
  return locale === 'fa' ? nameFa : nameEn;
};

/** The full name: «استان قم», "Qom Province", or the ministry's. */
export const workspaceName = (workspace: Pick<Workspace, 'slug'>, locale: Locale): string =>
  isProvinceSlug(workspace.slug) ? m.shell_province({ name: placeName(workspace, locale) }) : m.shell_ministry();
