import type { Bilingual, CivilDate } from '@mahalleh/kernel';

/** A text of consent as it was shown. A changed text is a new version: what people agreed to stays readable. */
export type ConsentText = {
  readonly version: string;
  /** The day from which it is shown. */
  readonly from: CivilDate;
  readonly title: Bilingual;
  readonly paragraphs: readonly Bilingual[];
};

/** Every text of consent that was ever shown, the present one last. */
export const CONSENT_TEXTS: readonly [ConsentText, ...ConsentText[]] = [
  {
    version: '1405-1',
    from: '2026-03-21',
    title: { fa: 'رضایت‌نامه داوطلب محله', en: 'Consent of a neighbourhood volunteer' },
    paragraphs: [
      {
        fa: 'به خواست خودم می‌پذیرم که نام، شماره تلفن همراه، مهارت‌ها و زمان‌های آزادم در بانک ظرفیت‌های محله نگه داشته شود تا مدیر محله برای کارهای محله با من تماس بگیرد.',
        en: 'Of my own will I agree that my name, mobile number, skills and free times are kept in the capacity bank of the neighbourhood, so that its manager may call on me for the work of the neighbourhood.',
      },
      {
        fa: 'نام، شماره و یادداشت مربوط به من رمزگذاری‌شده نگه داشته می‌شود و تنها مدیر همین محله آن‌ها را می‌بیند. هیچ دستگاهی، از جمله بسیج و انتظامی، و نیز استان و وزارت کشور آن‌ها را نمی‌بینند؛ در آن‌ها جست‌وجو نمی‌شود و از آن‌ها خروجی گرفته نمی‌شود.',
        en: 'My name, my number and any note about me are kept encrypted and seen by the manager of this neighbourhood alone. No agency, Basij and police among them, and neither the province nor the ministry sees them; they are not searched and not exported.',
      },
      {
        fa: 'دیگران تنها شمار داوطلبان هر مهارت را می‌بینند؛ اگر کمتر از پنج نفر باشند، همین شمار هم گفته نمی‌شود.',
        en: 'Others see only how many volunteers have a skill; when they are fewer than five, not even that.',
      },
      {
        fa: 'درباره رفتار، باورها، خانواده و وضع زندگی من چیزی ثبت نمی‌شود.',
        en: 'Nothing is recorded about my conduct, my beliefs, my family or my circumstances.',
      },
      {
        fa: 'هر زمان بخواهم، حضوری در خانه محله یا با تماس با مدیر محله، رضایتم را پس می‌گیرم. همان دم نام، شماره و یادداشت من برای همیشه از میان می‌رود و هیچ‌کس نمی‌تواند آن‌ها را بازگرداند. تنها این می‌ماند که کسی داوطلب بوده و رضایتش را پس گرفته است.',
        en: 'Whenever I wish, at the neighbourhood house or by calling its manager, I withdraw this consent. At that moment my name, number and note are gone for good, and nobody can bring them back. What remains is only that somebody had volunteered and has withdrawn.',
      },
    ],
  },
];

/** The text that is shown now. */
export const CURRENT_CONSENT: ConsentText = CONSENT_TEXTS.at(-1) ?? CONSENT_TEXTS[0];

/** The text of a version, when there was one. */
export const consentText = (version: string): ConsentText | undefined =>
  CONSENT_TEXTS.find((text) => text.version === version);
