/** What people type: beginnings of words, words, several words, slips of the fingers, other letters, places, codes. */
export const TYPED = [
  'رو',
  'روش',
  'روشنایی',
  'کوچه',
  'کوچه تاریک',
  'زمین بازی',
  'زمین خاکی',
  'مدرسه',
  'مدرسه شلوغ',
  'بیکاری جوانان',
  'فاضلاب',
  'زباله',
  'آب',
  'كتابخانه',
  'پارک',
  'روشنایئ',
  'فاظلاب',
  'مدرسع',
  'کتابخانع',
  'شیخ',
  'پردیسان ۳',
  'مسجد',
  'درمانگاه',
  'ورزش',
  'معتادان',
];

/** The same words as an FTS5 index is asked for them: words that begin so, all of them. */
export const matchOf = (folded: string): string =>
  folded
    .split(' ')
    .map((word) => `text : "${word}"*`)
    .join(' AND ');

/** A raw search: the 25 that match best, by the index's own rank. */
export const RANKED_SQL =
  'select d.kind, d.ref, d.text from search_index i join search_docs d on d.n = i.rowid where i.search_index match ? order by rank limit 25';

/** The least that a search can be: the first 25 that match. */
export const UNRANKED_SQL =
  'select d.kind, d.ref, d.text from search_index i join search_docs d on d.n = i.rowid where i.search_index match ? limit 25';
