/** A domain of work as the nation names it: what a province's own domains map to. */
export type NationalDomain = {
  readonly key: string;
  readonly titleFa: string;
  readonly titleEn: string;
  /** No point on a map, no photo, never public. */
  readonly isSensitive: boolean;
};

/** The thirteen domains of the programme, in their order. Source: the Interior Ministry's action plan of Mehr 1404. */
export const NATIONAL_DOMAINS = [
  { key: 'education', titleFa: 'آموزش', titleEn: 'Education', isSensitive: false },
  { key: 'sport', titleFa: 'ورزش', titleEn: 'Sport', isSensitive: false },
  { key: 'health', titleFa: 'سلامت', titleEn: 'Health', isSensitive: true },
  { key: 'culture', titleFa: 'فرهنگ', titleEn: 'Culture', isSensitive: false },
  { key: 'employment', titleFa: 'اشتغال', titleEn: 'Employment', isSensitive: false },
  {
    key: 'women_heads_support',
    titleFa: 'حمایت از زنان سرپرست خانوار',
    titleEn: 'Support of women heads of households',
    isSensitive: true,
  },
  { key: 'social_harms', titleFa: 'آسیب‌های اجتماعی', titleEn: 'Social harms', isSensitive: true },
  { key: 'livelihood', titleFa: 'معیشت', titleEn: 'Livelihood', isSensitive: false },
  { key: 'civil_works', titleFa: 'عمران و زیرساخت', titleEn: 'Civil works and infrastructure', isSensitive: false },
  { key: 'environment', titleFa: 'محیط زیست', titleEn: 'Environment', isSensitive: false },
  { key: 'public_security', titleFa: 'امنیت عمومی', titleEn: 'Public security', isSensitive: false },
  { key: 'health_monitoring', titleFa: 'پایش سلامت', titleEn: 'Health monitoring', isSensitive: true },
  { key: 'crisis_management', titleFa: 'مدیریت بحران', titleEn: 'Crisis management', isSensitive: false },
] as const satisfies readonly NationalDomain[];

/** The national name of a domain. */
export type NationalDomainKey = (typeof NATIONAL_DOMAINS)[number]['key'];

/** The rows of `domains` for a province that keeps the national list as it is: what the seed writes. */
export const nationalDomainRows = NATIONAL_DOMAINS.map(({ key, ...rest }, i) => ({
  key,
  nationalKey: key,
  ...rest,
  parentKey: null,
  ord: i + 1,
}));
