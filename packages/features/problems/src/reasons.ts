import type { Reasons } from '@mahalleh/kernel';
import { domainReasons } from './domain-reasons.ts';

/** The texts of every reason that problems raise. */
export const problemsReasons = {
  ...domainReasons,
  problem_unknown: { fa: 'چنین مسئله‌ای نیست.', en: 'There is no such problem.' },
  unit_unknown: {
    fa: 'چنین واحدی نیست یا در محدوده شما نیست.',
    en: 'There is no such unit, or it is not in your area.',
  },
  unit_has_ended: { fa: 'این واحد دیگر برقرار نیست.', en: 'This unit no longer exists.' },
  unit_not_neighbourhood: {
    fa: 'مسئله در یک محله یا روستا ثبت می‌شود.',
    en: 'A problem is registered in a neighbourhood or village.',
  },
  code_taken: { fa: 'کد پیگیری ساخته نشد؛ دوباره بفرستید.', en: 'No tracking code could be made; send it again.' },
  problem_already_merged: {
    fa: 'این مسئله در مسئله دیگری ادغام شده است؛ همان را باز کنید.',
    en: 'This problem was merged into another; open that one.',
  },
  problem_is_open: { fa: 'این مسئله باز است.', en: 'This problem is open.' },
  problem_not_open: {
    fa: 'این مسئله بسته است؛ پیش از این کار آن را بازگشایی کنید.',
    en: 'This problem is not open; reopen it first.',
  },
  problem_not_triaged: {
    fa: 'این مسئله هنوز بررسی نشده است؛ نخست شدت و اولویت آن را بررسی کنید.',
    en: 'This problem has not been triaged yet; triage it first.',
  },
  problem_already_triaged: {
    fa: 'این مسئله پیش از این بررسی شده است؛ برای تغییر، اولویت آن را عوض کنید.',
    en: 'This problem has been triaged; change its priority instead.',
  },
  problem_already_started: { fa: 'کار روی این مسئله آغاز شده است.', en: 'Work on this problem has begun.' },
  problem_not_started: {
    fa: 'کار روی این مسئله آغاز نشده است؛ نخست آغاز آن را ثبت کنید.',
    en: 'Work on this problem has not begun; start it first.',
  },
  problem_already_solved: { fa: 'این مسئله حل شده است.', en: 'This problem is solved.' },
  solving_needs_evidence: {
    fa: 'برای حل‌شده شمردن، دست‌کم یک مستند (عکس یا یادداشت) بیفزایید.',
    en: 'Attach at least one piece of evidence (a photo or a note) before calling it solved.',
  },
  nothing_said: { fa: 'اولویت یا شدت تازه را بنویسید.', en: 'Give the new rank or severity.' },
  severity_is_triaged: {
    fa: 'شدت پس از بررسی با «تغییر اولویت» عوض می‌شود.',
    en: 'After triage the severity is changed by reprioritising.',
  },
  merge_into_itself: { fa: 'مسئله در خودش ادغام نمی‌شود.', en: 'A problem cannot be merged into itself.' },
  merge_target_unknown: { fa: 'چنین مسئله‌ای نیست.', en: 'There is no such problem.' },
  merge_target_not_open: {
    fa: 'ادغام تنها در مسئله‌ای باز شدنی است.',
    en: 'A problem can only be merged into an open one.',
  },
  merge_across_sensitivity: {
    fa: 'مسئله حوزه حساس با مسئله حوزه دیگر ادغام نمی‌شود؛ نخست حوزه یکی را اصلاح کنید.',
    en: 'A problem of a sensitive domain is not merged with another; correct the domain of one first.',
  },
  sensitive_has_no_point: {
    fa: 'در حوزه‌های حساس جای مسئله ریزتر از محله نگه داشته نمی‌شود. نقطه را بردارید.',
    en: 'In a sensitive domain no place finer than the neighbourhood is kept. Remove the point.',
  },
  sensitive_has_no_place_note: {
    fa: 'در حوزه‌های حساس جای مسئله ریزتر از محله نگه داشته نمی‌شود. توضیح جا را بردارید.',
    en: 'In a sensitive domain no place finer than the neighbourhood is kept. Remove the description of the place.',
  },
  sensitive_keeps_no_photo: {
    fa: 'در حوزه‌های حساس عکس نگه داشته نمی‌شود. برداشتن عکس‌ها را بپذیرید یا حوزه را تغییر ندهید.',
    en: 'No photo is kept in a sensitive domain. Accept their removal, or leave the domain as it is.',
  },
  whole_has_no_point: {
    fa: 'مسئله کل محله نقطه ندارد؛ جا را «نقطه» بگذارید یا مختصات را بردارید.',
    en: 'A problem of the whole neighbourhood has no point; choose a point, or remove the coordinates.',
  },
  point_needs_coordinates: {
    fa: 'برای یک نقطه هر دو عرض و طول جغرافیایی لازم است.',
    en: 'A point needs both latitude and longitude.',
  },
  too_many_whys: { fa: 'زنجیره علت حداکثر پنج حلقه دارد.', en: 'A chain of causes has at most five links.' },
  problem_already_split: {
    fa: 'این مسئله به چند مسئله تفکیک شده است؛ یکی از آن‌ها را باز کنید.',
    en: 'This problem was split into others; open one of those.',
  },
  problem_not_solved: {
    fa: 'این مسئله حل‌شده شمرده نشده است.',
    en: 'This problem has not been called solved.',
  },
  problem_already_confirmed: { fa: 'حل این مسئله تأیید شده است.', en: 'The solution of this problem is confirmed.' },
  problem_past_discarding: {
    fa: 'تنها مسئله تازه را می‌توان کنار گذاشت؛ این را ببندید و دلیل آن را بگویید.',
    en: 'Only a new problem can be discarded; close this one and say why.',
  },
  discard_with_operations: {
    fa: 'برای این مسئله عملیات برنامه‌ریزی شده است.',
    en: 'Operations are planned for this problem.',
  },
  confirming_own_solution: {
    fa: 'کسی که مسئله را حل‌شده شمرده است خود آن را تأیید نمی‌کند.',
    en: 'Whoever called it solved does not confirm it.',
  },
  split_into_few: { fa: 'دست‌کم دو بخش لازم است.', en: 'At least two parts are needed.' },
  split_into_many: { fa: 'حداکثر شش بخش.', en: 'Six parts at most.' },
  relate_to_itself: { fa: 'مسئله با خودش مرتبط نمی‌شود.', en: 'A problem is not related to itself.' },
  relation_target_unknown: { fa: 'چنین مسئله‌ای نیست.', en: 'There is no such problem.' },
  relation_exists: { fa: 'این ارتباط پیش‌تر ثبت شده است.', en: 'This relation is there already.' },
  relation_turns_around: {
    fa: 'وارونه این رابطه ثبت شده است؛ نخست آن را بردارید.',
    en: 'The reverse of it is on record; remove that first.',
  },
  relation_unknown: { fa: 'چنین ارتباطی ثبت نشده است.', en: 'There is no such relation.' },
  score_sum_impossible: {
    fa: 'جمع امتیاز باید میان {least} و {most} باشد.',
    en: 'The sum of the points must lie between {least} and {most}.',
  },
  score_of_nobody: { fa: 'شمار رأی‌دهندگان یا پشتیبانان را بنویسید.', en: 'Give the number of voters or supporters.' },
  points_outside: { fa: 'امتیاز از {least} تا {most} است.', en: 'Points run from {least} to {most}.' },
  scored_in_future: { fa: 'روز رأی‌گیری پس از امروز نیست.', en: 'The day of the vote is not after today.' },
  confirming_not_yours: {
    fa: 'حل مسئله را شورا یا دفتر آن تأیید می‌کند، یا کسی که آن را گزارش کرده است.',
    en: 'A solution is confirmed by the council or its office, or by whoever reported the problem.',
  },
  escalation_clock_runs: {
    fa: 'این سطح تا {dueOn} مهلت پاسخ دارد؛ پیش از آن تنها خود آن سطح ارجاع می‌دهد.',
    en: 'This level has until {dueOn} to answer; before that only it can take the problem further.',
  },
  escalation_at_top: { fa: 'بالاتر از استان سطحی نیست.', en: 'There is no level above the province.' },
  escalation_without_clock: {
    fa: 'برای سطح بالاتر مهلتی تعیین نشده است.',
    en: 'No time to answer is set for the level above.',
  },
  escalation_not_open: { fa: 'ارجاع بازی در کار نیست.', en: 'Nothing waits for an answer.' },
  escalation_of_other_level: {
    fa: 'پاسخ این ارجاع با سطح بالاتر است.',
    en: 'The answer is for the level it was taken to.',
  },
  bulk_too_large: { fa: 'هر بار حداکثر ۲۰۰ مسئله.', en: 'At most 200 problems at a time.' },
  bulk_names_twice: { fa: 'یک مسئله دو بار آمده است.', en: 'One problem is named twice.' },
  bulk_overtaken: {
    fa: 'مسئله {code} در این میان تغییر کرده است؛ فهرست را تازه کنید.',
    en: 'Problem {code} was changed in the meantime; refresh the list.',
  },
} as const satisfies Reasons;
