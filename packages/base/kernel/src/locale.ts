/** The languages of the interface: Persian and English. */
export type Locale = 'fa' | 'en';

/** A text in both languages of the interface. */
export type Bilingual = { readonly fa: string; readonly en: string };
