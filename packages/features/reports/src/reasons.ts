import type { Reasons } from '@mahalleh/kernel';

/** Why a period report can refuse. */
export const reportsReasons = {
  period_malformed: {
    fa: 'دوره را به شکل 1405-08 یا 1405-q3 بنویسید.',
    en: 'Write the period as 1405-08 or 1405-q3.',
  },
  figure_unknown: { fa: 'گزارش چنین رقمی ندارد.', en: 'The report has no such figure.' },
  county_malformed: { fa: 'کد شهرستان چهار رقم است.', en: 'The code of a county has four digits.' },
  county_unknown: { fa: 'استان شهرستانی با این کد ندارد.', en: 'The province has no county with this code.' },
  report_unknown: { fa: 'چنین گزارشی نیست.', en: 'There is no such report.' },
  report_not_a_draft: {
    fa: 'این گزارش دیگر پیش‌نویس نیست؛ برای تغییر، امضا را پس بگیرید یا نسخه تازه بسازید.',
    en: 'This report is no longer a draft: take the signature back, or make a new version.',
  },
  report_not_signed: { fa: 'این گزارش امضا نشده است.', en: 'This report is not signed.' },
  report_not_submitted: { fa: 'این گزارش هنوز فرستاده نشده است.', en: 'This report has not been submitted yet.' },
  report_superseded: { fa: 'نسخه تازه‌تری از این گزارش هست.', en: 'There is a newer version of this report.' },
  report_decided: {
    fa: 'درباره این نسخه پیش‌تر تصمیم گرفته شده است.',
    en: 'This version has been decided on already.',
  },
  signature_is_the_governors: {
    fa: 'امضای گزارش با استاندار است، یا کسی که استاندار امضا را در این روزها به او سپرده است.',
    en: 'The governor signs the report, or somebody to whom the governor has delegated it for these days.',
  },
  summary_missing: { fa: 'چکیده گزارش نوشته نشده است.', en: 'The summary of the report is not written.' },
  findings_unexplained: {
    fa: '{count} رقم پرسش‌برانگیز هنوز یادداشتی ندارد؛ پیش از امضا درباره هر یک بنویسید.',
    en: '{count} questionable figures have no note yet: write one to each before signing.',
  },
  seal_key_missing: { fa: 'این استان کلید مهر ندارد.', en: 'This province has no seal key.' },
  person_unknown: { fa: 'چنین کسی نیست.', en: 'There is no such person.' },
  delegation_unknown: { fa: 'چنین واگذاری‌ای نیست.', en: 'There is no such delegation.' },
  delegation_ended: { fa: 'این واگذاری پایان یافته است.', en: 'This delegation has ended.' },
  delegation_to_oneself: { fa: 'امضا را نمی‌توان به خود سپرد.', en: 'The signature cannot be delegated to oneself.' },
  delegation_needs_director: {
    fa: 'امضا را تنها می‌توان به مدیرکل سپرد.',
    en: 'The signature can be delegated to a director-general only.',
  },
  delegation_past: { fa: 'این روزها گذشته‌اند.', en: 'These days have passed.' },
  delegation_ends_first: { fa: 'پایان واگذاری پیش از آغاز آن است.', en: 'The delegation ends before it begins.' },
  delegation_too_long: {
    fa: 'امضا بیش از {days} روز سپرده نمی‌شود.',
    en: 'The signature is delegated for {days} days at most.',
  },
  lines_missing: { fa: 'دست‌کم یک رقم را برای برگرداندن برگزینید.', en: 'Choose at least one figure to return.' },
  deadlines_changed: {
    fa: 'در این میان کس دیگری مهلت‌ها را تغییر داده است؛ آنچه اکنون برقرار است نشان داده می‌شود.',
    en: 'Somebody else has changed the deadlines meanwhile; those that hold now are shown.',
  },
  provinces_missing: { fa: 'دست‌کم یک استان را برگزینید.', en: 'Choose at least one province.' },
  report_not_waited_for: {
    fa: 'گزارش یکی از این استان‌ها رسیده است، یا ارقام این دوره در آن هنوز بسته نشده است.',
    en: 'The report of one of these provinces has come, or its figures of this period are not closed yet.',
  },
  reminded_today: {
    fa: 'به یکی از این استان‌ها امروز یادآوری شده است؛ یادآوری روزی یک بار است.',
    en: 'One of these provinces has been reminded today: a reminder is sent once a day.',
  },
  list_too_long: { fa: 'فهرست بیش از اندازه بلند است.', en: 'The list is too long.' },
} as const satisfies Reasons;
