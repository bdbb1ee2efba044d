import { DAY_MINUTES, formatClock, latinDigits, readClock, type Locale } from '@mahalleh/kernel';

/** A stretch of one day. Unit: minutes from midnight, the second not included. */
export type Span = readonly [fromMin: number, toMin: number];

const CLOSED = /^(?:بسته|تعطیل|closed|-|–)$/i;
const BETWEEN_SPANS = /\s*(?:[،,;؛]|\sو\s|\sand\s)\s*/;
const WITHIN_SPAN = /\s*(?:تا|to|-|–|—|‐|−)\s*/;

/** Spans in order, those that touch made one; undefined when two overlap or one does not end after it begins. */
export const inOrder = (spans: readonly Span[]): Span[] | undefined => {
  const sorted = spans.toSorted(([a], [b]) => a - b);
  const joined: [number, number][] = [];
  for (const [from, to] of sorted) {
    const last = joined.at(-1);
    if (from >= to || (last && from < last[1])) return undefined;
    if (last && last[1] === from) last[1] = to;
    else joined.push([from, to]);
  }
  return joined;
};

/** Why typed hours were not taken. */
export type HoursFault = 'hours_not_understood' | 'hours_overlap';

/** The hours of one day as a person typed them, in any digits: «۸ تا ۱۲، ۱۶ تا ۲۰», `08:00-12:00, 16:00-20:00`; nothing, or «بسته», is closed. */
export const readSpans = (text: string): readonly Span[] | HoursFault => {
  const plain = latinDigits(text).trim();
  if (plain === '' || CLOSED.test(plain)) return [];
  const spans: Span[] = [];
  for (const part of plain.split(BETWEEN_SPANS)) {
    const [from, to, ...more] = part.split(WITHIN_SPAN).map(readClock);
    if (from === undefined || to === undefined || more.length > 0) return 'hours_not_understood';
    spans.push([from, to === 0 ? DAY_MINUTES : to]);
  }
  return inOrder(spans) ?? 'hours_overlap';
};

/** The hours of a day for a reader: «۰۸:۰۰ تا ۱۲:۰۰، ۱۶:۰۰ تا ۲۰:۰۰»; empty when it is closed. What is shown can be typed. */
export const formatSpans = (spans: readonly Span[], locale: Locale): string =>
  spans
    .map(([from, to]) => [from, to].map((minutes) => formatClock(minutes, locale)).join(locale === 'fa' ? ' تا ' : '–'))
    .join(locale === 'fa' ? '، ' : ', ');
