import { defineCount, defineRatio, type DirtyMark, type Owner } from '@mahalleh/metric';

const source = {
  fa: 'هدف‌های استانی پایگاه‌ها، برای نمونه قزوین: فعال‌سازی ۲۶۳ مسجد به عنوان پایگاه محله (۱۴۰۴)',
  en: 'Provincial targets for bases, e.g. Qazvin: 263 mosques to be activated as neighbourhood bases (1404)',
};
const owner: Owner = { key: 'agencies', title: { fa: 'دستگاه‌ها و پایگاه‌ها', en: 'Agencies and bases' } };
const stock = {
  version: 1,
  unit: 'base',
  nature: 'stock',
  population: 'things',
  per: 'neighbourhood',
  feature: 'agencies',
  owner,
  sensitivity: 'open',
  source,
} as const;

/** How many bases work for their neighbourhoods now. */
export const activeBases = defineCount({
  ...stock,
  key: 'base.active',
  by: ['kind'],
  title: { fa: 'پایگاه‌های فعال', en: 'Active bases' },
  definition: {
    fa: 'شمار پایگاه‌هایی (مسجد و جز آن) که وضعیتشان «فعال» است.',
    en: 'The number of bases (mosques and others) whose state is "active".',
  },
  from: "select b.unit_id, b.kind, 1 as amount from bases b where b.activation = 'active' and b.retired_at_ms is null and b.unit_id in (:units)",
});

/** How many bases there are, by how far they are. */
export const baseCount = defineCount({
  ...stock,
  key: 'base.count',
  by: ['activation'],
  title: { fa: 'پایگاه‌ها', en: 'Bases' },
  definition: {
    fa: 'شمار همه پایگاه‌های ثبت‌شده، به تفکیک وضعیت فعال‌سازی.',
    en: 'The number of all registered bases, by state of activation.',
  },
  from: 'select b.unit_id, b.activation, 1 as amount from bases b where b.retired_at_ms is null and b.unit_id in (:units)',
});

/** Which share of the bases is active. */
export const activeShare = defineRatio({
  key: 'base.active_share',
  version: 1,
  title: { fa: 'سهم پایگاه‌های فعال', en: 'Share of bases that are active' },
  definition: {
    fa: 'پایگاه‌های فعال تقسیم بر همه پایگاه‌های ثبت‌شده.',
    en: 'Active bases divided by all registered bases.',
  },
  owner,
  sensitivity: 'open',
  source,
  of: { metric: baseCount, where: { activation: ['active'] } },
  over: { metric: baseCount },
});

/** The metrics of bases. */
export const metrics = [activeBases, baseCount, activeShare] as const;

/** What makes units dirty for them. */
export const marks: readonly DirtyMark[] = [{ table: 'bases', feature: 'agencies' }];
