import type { Locale } from '@mahalleh/kernel';

type FigureTexts = {
  readonly missing: string;
  readonly suppressed: string;
  readonly reported: (reported: string, of: string) => string;
  readonly asOf: (when: string) => string;
  readonly definition: string;
  readonly table: string;
  readonly noData: string;
  readonly of: (part: string, whole: string) => string;
  /** What is to come down to a goal. */
  readonly down: (have: string, goal: string) => string;
  readonly bullet: (of: string, needed: string) => string;
  readonly seats: (filled: string, of: string) => string;
  readonly vacant: string;
  readonly ofSeats: (of: string) => string;
  readonly below: (bound: string) => string;
  readonly andMore: (bound: string) => string;
  readonly today: string;
};

/** The words of figures and charts. */
export const FIGURE_TEXTS: Readonly<Record<Locale, FigureTexts>> = {
  fa: {
    missing: 'داده‌ای نرسیده',
    suppressed: 'کمتر از ۵',
    reported: (reported, of) => `از ${reported} استان؛ ${of} استان نرسیده`,
    asOf: (when) => `تا ${when}`,
    definition: 'تعریف',
    table: 'جدول',
    noData: 'بی‌داده',
    of: (part, whole) => `${part} از ${whole}`,
    down: (have, goal) => `${have}، هدف ${goal}`,
    bullet: (of, needed) => `${of}؛ تا امروز ${needed} لازم بود`,
    seats: (filled, of) => `${filled} کرسی از ${of} پر است`,
    vacant: 'خالی',
    ofSeats: (of) => `از ${of} کرسی`,
    below: (bound) => `زیر ${bound}`,
    andMore: (bound) => `${bound} و بیشتر`,
    today: 'امروز',
  },
  en: {
    missing: 'No data received',
    suppressed: 'fewer than 5',
    reported: (reported, of) => `from ${reported} provinces; ${of} not received`,
    asOf: (when) => `As of ${when}`,
    definition: 'Definition',
    table: 'Table',
    noData: 'No data',
    of: (part, whole) => `${part} of ${whole}`,
    down: (have, goal) => `${have}, goal ${goal}`,
    bullet: (of, needed) => `${of}; ${needed} needed by today`,
    seats: (filled, of) => `${filled} of ${of} seats filled`,
    vacant: 'vacant',
    ofSeats: (of) => `of ${of} seats`,
    below: (bound) => `under ${bound}`,
    andMore: (bound) => `${bound} or more`,
    today: 'Today',
  },
};
