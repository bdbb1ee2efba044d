import type { Bilingual } from '@mahalleh/kernel';

/** How consent was given. */
export const CONSENT_CHANNELS = ['paper', 'spoken', 'sms', 'web'] as const;
/** How consent was given. */
export type ConsentChannel = (typeof CONSENT_CHANNELS)[number];

/** What the channels are called. */
export const CONSENT_CHANNEL_TITLES: Readonly<Record<ConsentChannel, Bilingual>> = {
  paper: { fa: 'برگه امضاشده', en: 'Signed sheet' },
  spoken: { fa: 'شفاهی، در خانه محله', en: 'Spoken, at the neighbourhood house' },
  sms: { fa: 'پیامک', en: 'Text message' },
  web: { fa: 'از راه وب', en: 'On the web' },
};

type Skill = { readonly title: Bilingual; readonly domain: string | null };

/** What volunteers can do: a list for the whole country, each with the domain it serves first. Never free text, so that nothing of a person slips in. */
export const VOLUNTEER_SKILLS = {
  sewing: { title: { fa: 'خیاطی', en: 'Sewing' }, domain: 'employment' },
  handicrafts: { title: { fa: 'صنایع دستی', en: 'Handicrafts' }, domain: 'employment' },
  cooking: { title: { fa: 'آشپزی', en: 'Cooking' }, domain: 'livelihood' },
  distribution: { title: { fa: 'بسته‌بندی و پخش کالا', en: 'Packing and distribution' }, domain: 'livelihood' },
  tutoring: { title: { fa: 'آموزش درسی', en: 'Tutoring' }, domain: 'education' },
  literacy: { title: { fa: 'سوادآموزی', en: 'Literacy teaching' }, domain: 'education' },
  languages: { title: { fa: 'زبان خارجی', en: 'Foreign languages' }, domain: 'education' },
  computing: { title: { fa: 'رایانه و تلفن همراه', en: 'Computers and phones' }, domain: 'education' },
  first_aid: { title: { fa: 'کمک‌های اولیه', en: 'First aid' }, domain: 'crisis_management' },
  rescue: { title: { fa: 'امداد و نجات', en: 'Rescue' }, domain: 'crisis_management' },
  health_care: { title: { fa: 'پرستاری و بهداشت', en: 'Nursing and health' }, domain: 'health' },
  counselling: { title: { fa: 'مشاوره', en: 'Counselling' }, domain: 'health' },
  legal_advice: { title: { fa: 'راهنمایی حقوقی', en: 'Legal advice' }, domain: 'women_heads_support' },
  electrical_work: { title: { fa: 'برق‌کاری', en: 'Electrical work' }, domain: 'civil_works' },
  plumbing: { title: { fa: 'لوله‌کشی', en: 'Plumbing' }, domain: 'civil_works' },
  building: { title: { fa: 'بنایی و نقاشی ساختمان', en: 'Building and painting' }, domain: 'civil_works' },
  carpentry: { title: { fa: 'نجاری و جوشکاری', en: 'Carpentry and welding' }, domain: 'civil_works' },
  gardening: { title: { fa: 'باغبانی و درخت‌کاری', en: 'Gardening and tree planting' }, domain: 'environment' },
  cleaning: { title: { fa: 'پاکسازی و تفکیک پسماند', en: 'Cleaning and recycling' }, domain: 'environment' },
  sports_coaching: { title: { fa: 'مربی‌گری ورزش', en: 'Sports coaching' }, domain: 'sport' },
  arts: { title: { fa: 'هنر و موسیقی', en: 'Arts and music' }, domain: 'culture' },
  events: { title: { fa: 'برگزاری مراسم و اردو', en: 'Events and outings' }, domain: 'culture' },
  photography: { title: { fa: 'عکس و فیلم', en: 'Photography and film' }, domain: 'culture' },
  driving: { title: { fa: 'رانندگی و جابه‌جایی', en: 'Driving and transport' }, domain: null },
  office_work: { title: { fa: 'کار دفتری', en: 'Office work' }, domain: null },
} as const satisfies Readonly<Record<string, Skill>>;

/** What a volunteer can do. */
export type VolunteerSkill = keyof typeof VOLUNTEER_SKILLS;

/** The skills in their order; the cast is safe because an object literal has no other keys. */
export const SKILL_KEYS = Object.keys(VOLUNTEER_SKILLS) as [VolunteerSkill, ...VolunteerSkill[]];
