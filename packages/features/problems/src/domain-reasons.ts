import type { Reasons } from '@mahalleh/kernel';

/** The texts of every reason that the tree of domains raises. */
export const domainReasons = {
  domain_unknown: {
    fa: 'چنین حوزه‌ای نیست، یا دیگر به کار نمی‌رود.',
    en: 'There is no such domain, or it is retired.',
  },
  domain_retired: { fa: 'این حوزه دیگر به کار نمی‌رود.', en: 'This domain is retired.' },
  domain_key_taken: {
    fa: 'حوزه‌ای با همین کد هست؛ عنوان انگلیسی یا کد را عوض کنید.',
    en: 'There is a domain of this key; change the English title or the key.',
  },
  domain_needs_key: {
    fa: 'عنوان انگلیسی را با حروف لاتین بنویسید؛ کد حوزه از آن ساخته می‌شود.',
    en: 'Write the English title in Latin letters; the key is made of it.',
  },
  domain_needs_national: {
    fa: 'حوزه کشوری را برگزینید تا رقم‌های این حوزه در آن شمرده شود.',
    en: 'Choose the national domain in which this one is counted.',
  },
  domain_parent_unknown: {
    fa: 'چنین حوزه بالادستی نیست، یا دیگر به کار نمی‌رود.',
    en: 'There is no such domain to put it below, or it is retired.',
  },
  domain_of_other_national: {
    fa: 'زیرحوزه از همان حوزه کشوری بالادست خود است.',
    en: 'A domain has the national domain of the one it lies below.',
  },
  domain_below_itself: { fa: 'حوزه زیر خودش یا زیرحوزه‌اش نمی‌رود.', en: 'A domain does not lie below itself.' },
  domain_of_core: {
    fa: 'این حوزه از هسته کشوری است: نامش عوض می‌شود، اما جابه‌جا یا برداشته نمی‌شود.',
    en: 'This domain is one of the nation’s: it can be renamed, not moved or retired.',
  },
  domain_is_sensitive: {
    fa: 'حساسیت تنها بالا می‌رود: این حوزه حساس است و حساس می‌ماند.',
    en: 'Sensitivity is only ever raised: this domain is sensitive and stays so.',
  },
  domain_has_living_below: {
    fa: '{count} زیرحوزه دارد؛ نخست آن‌ها را بردارید یا جابه‌جا کنید.',
    en: 'Domains below it: {count}. Retire or move those first.',
  },
  domain_has_places: {
    fa: '{places} مسئله و عملیات در این حوزه نقطه یا توضیح جا دارد. برداشتن آن‌ها را بپذیرید.',
    en: 'Problems and operations in it with a place of their own: {places}. Accept that those are dropped.',
  },
  domain_has_photos: {
    fa: 'در این حوزه {photos} عکس نگه داشته شده است؛ نخست آن‌ها را بردارید.',
    en: 'Photos kept in it: {photos}. Remove those first.',
  },
} as const satisfies Reasons;
