import type { Reasons } from '@mahalleh/kernel';

/** What is asked about a value that looks odd. */
export const doubtReasons = {
  doubt_jump: {
    fa: '{value} از گذشته همین محله دور است؛ میانه {count} سنجش پیشین آن {median} است. چرا؟',
    en: '{value} is far from the past of this unit; the median of its {count} earlier values is {median}. Why?',
  },
  doubt_unlike_peers: {
    fa: '{value} از همتایان دور است؛ میانه {count} محله دیگر در همین دوره {median} است. چرا؟',
    en: '{value} is far from its peers; the median of {count} others in this period is {median}. Why?',
  },
  doubt_gap: {
    fa: '{count} دوره پیش از این، از {firstOn}، ثبت نشده است. چرا؟',
    en: '{count} periods before this one, from {firstOn}, are missing. Why?',
  },
} as const satisfies Reasons;
