import type { Reasons } from '@mahalleh/kernel';

/** The texts of every reason that operations, tasks and contributions raise. */
export const operationsReasons = {
  operation_unknown: {
    fa: 'چنین عملیاتی نیست، یا در محدوده شما نیست.',
    en: 'There is no such operation, or it is not within your area.',
  },
  task_unknown: {
    fa: 'چنین کاری نیست، یا در محدوده شما نیست.',
    en: 'There is no such task, or it is not within your area.',
  },
  contribution_unknown: {
    fa: 'چنین آورده‌ای نیست، یا پیش‌تر حذف شده است.',
    en: 'There is no such contribution, or it was removed before.',
  },
  unit_unknown: {
    fa: 'چنین واحدی نیست، یا در محدوده شما نیست.',
    en: 'There is no such unit, or it is not within your area.',
  },
  problem_unknown: {
    fa: 'چنین مسئله‌ای نیست، یا در محدوده شما نیست.',
    en: 'There is no such problem, or it is not within your area.',
  },
  domain_unknown: { fa: 'چنین حوزه‌ای نیست.', en: 'There is no such domain.' },
  agency_unknown: {
    fa: 'چنین دستگاهی نیست، یا کنار گذاشته شده است.',
    en: 'There is no such agency, or it was retired.',
  },
  person_unknown: {
    fa: 'چنین کسی در فهرست افراد نیست، یا کنار گذاشته شده است.',
    en: 'There is no such person, or they were retired.',
  },
  capacity_out_of_reach: {
    fa: 'چنین ظرفیتی در دسترس این محله نیست، یا از بانک ظرفیت‌ها برداشته شده است.',
    en: 'This capacity is not within reach of the neighbourhood, or it was withdrawn.',
  },
  operation_code_taken: {
    fa: 'کد رهگیری تکراری شد؛ دوباره بفرستید.',
    en: 'The tracking code was taken; send it again.',
  },
  operation_without_task: {
    fa: 'دست‌کم یک کار با مسئول و زمان لازم است.',
    en: 'At least one task with a responsible person and dates is needed.',
  },
  operation_without_domain: {
    fa: 'مسئله یا حوزه عملیات را مشخص کنید.',
    en: 'Say which problem or which domain the operation is for.',
  },
  operation_domain_differs: {
    fa: 'حوزه عملیات باید همان حوزه مسئله باشد: {domain}',
    en: 'The domain of the operation must be that of its problem: {domain}',
  },
  operation_outside_neighbourhood: {
    fa: 'عملیات در محله یا روستا برنامه‌ریزی می‌شود.',
    en: 'An operation is planned in a neighbourhood or a village.',
  },
  operation_unit_ended: { fa: 'این محله دیگر برقرار نیست.', en: 'This neighbourhood no longer exists.' },
  problem_is_merged: {
    fa: 'این مسئله در مسئله دیگری ادغام شده است؛ عملیات را برای آن ثبت کنید.',
    en: 'This problem was merged into another; plan for that one.',
  },
  problem_is_split: {
    fa: 'این مسئله به چند مسئله تفکیک شده است؛ عملیات را برای یکی از آن‌ها ثبت کنید.',
    en: 'This problem was split into others; plan for one of those.',
  },
  problem_is_closed: {
    fa: 'این مسئله بسته شده است؛ نخست آن را باز کنید.',
    en: 'This problem is closed; reopen it first.',
  },
  problem_of_other_unit: { fa: 'این مسئله از محله دیگری است.', en: 'This problem belongs to another neighbourhood.' },
  operation_ends_before_start: {
    fa: 'پایان عملیات ({endsOn}) پیش از آغاز آن ({startsOn}) است.',
    en: 'The operation ends ({endsOn}) before it starts ({startsOn}).',
  },
  task_due_before_start: {
    fa: 'مهلت کار ({dueOn}) پیش از آغاز آن ({startsOn}) است.',
    en: 'The task is due ({dueOn}) before it starts ({startsOn}).',
  },
  task_outside_operation: {
    fa: 'زمان کار باید میان آغاز ({startsOn}) و پایان ({endsOn}) عملیات باشد.',
    en: 'The task must lie between the start ({startsOn}) and the end ({endsOn}) of its operation.',
  },
  tasks_outside_operation: {
    fa: 'با این تاریخ‌ها {tasks} کار بیرون از عملیات می‌ماند؛ نخست زمان آن‌ها را تغییر دهید.',
    en: 'With these dates {tasks} tasks would lie outside the operation; move them first.',
  },
  operation_not_started: {
    fa: 'عملیات هنوز آغاز نشده است؛ نخست آن را آغاز کنید.',
    en: 'The operation has not been started; start it first.',
  },
  operation_not_approved: {
    fa: 'عملیات هنوز تأیید نشده است؛ نخست هم‌پوشانی‌ها را ببینید و آن را تأیید کنید.',
    en: 'The operation has not been approved; look at its overlaps and approve it first.',
  },
  operation_approved_before: { fa: 'عملیات پیش‌تر تأیید شده است.', en: 'The operation was approved before.' },
  operation_overlaps_unnoted: {
    fa: 'این عملیات با {count} عملیات دیگر هم‌پوشانی قوی دارد که هنوز نشان نکرده‌اید: {codes}',
    en: 'This operation strongly overlaps with others that you have not marked as seen ({count}): {codes}',
  },
  operation_started: { fa: 'عملیات پیش‌تر آغاز شده است.', en: 'The operation was started before.' },
  operation_ended: {
    fa: 'عملیات پایان یافته است و دیگر تغییر نمی‌کند.',
    en: 'The operation has ended and no longer changes.',
  },
  operation_has_open_tasks: {
    fa: '{open} کار هنوز باز است؛ نخست آن‌ها را انجام دهید یا لغو کنید.',
    en: '{open} tasks are still open; finish or cancel them first.',
  },
  operation_without_done_task: {
    fa: 'هیچ کاری انجام نشده است؛ عملیات را لغو کنید و دلیل آن را بنویسید.',
    en: 'No task was done; cancel the operation and say why.',
  },
  task_not_open: { fa: 'این کار باز نیست.', en: 'This task is not open.' },
  task_is_open: { fa: 'این کار باز است.', en: 'This task is open.' },
  task_of_other_agency: { fa: 'این کار با دستگاه شما نیست.', en: 'This task is not your agency’s.' },
  task_without_evidence: {
    fa: 'انجام کار مستند می‌خواهد: بنویسید چه شد، یا پیش از آن عکسی پیوست کنید.',
    en: 'A finished task needs evidence: write what was done, or attach a photo first.',
  },
  task_later_is_postponed: {
    fa: 'مهلت کار {dueOn} است؛ برای دیرتر کردن آن، کار را با دلیل به تعویق بیندازید.',
    en: 'The task is due on {dueOn}; to move it later, postpone it with a reason.',
  },
  task_waits_for_open: {
    fa: 'این کار پس از «{task}» است که هنوز باز است؛ نخست آن را انجام دهید، یا پیوند را بردارید.',
    en: 'This task comes after “{task}”, which is still open; finish that first, or take the link away.',
  },
  task_before_predecessor: {
    fa: 'این کار پس از «{task}» است و زودتر از {earliest} آغاز نمی‌شود.',
    en: 'This task comes after “{task}” and cannot begin before {earliest}.',
  },
  task_before_done: {
    fa: '«{task}» پس از این کار است و انجام شده است؛ نخست آن را بازگشایی کنید.',
    en: '“{task}” comes after this task and is done; reopen that first.',
  },
  reopening_breaks_order: {
    fa: 'با باز شدن این کار، ترتیب آن با «{task}» به هم می‌خورد؛ نخست آن را به {earliest} یا پس از آن ببرید، یا پیوند را بردارید.',
    en: 'Reopened, this task would break its order with “{task}”; move that to {earliest} or later first, or take the link away.',
  },
  task_moved_meanwhile: {
    fa: 'دیگری همین کار را جابه‌جا کرده است: اکنون از {startsOn} تا {dueOn} است. برنامه را با زمان تازه ببینید و دوباره تصمیم بگیرید.',
    en: 'Somebody else has moved this task: it now runs from {startsOn} to {dueOn}. Look at the plan again and decide anew.',
  },
  schedule_pushes_tasks: {
    fa: 'این تغییر {tasks} کار دیگر را هم دیرتر می‌کند؛ جابه‌جایی آن‌ها را هم بپذیرید.',
    en: 'This change moves {tasks} more tasks later; accept that they move too.',
  },
  schedule_changed_meanwhile: {
    fa: 'برنامه در همین فاصله تغییر کرده و آنچه جابه‌جا می‌شود دیگر همان نیست؛ دوباره ببینید و بپذیرید.',
    en: 'The plan has changed in the meantime and pushes other tasks now; look again and accept.',
  },
  operation_must_grow: {
    fa: 'عملیات «{operation}» باید از {startsOn} تا {endsOn} باشد تا این کارها در آن جا بگیرند.',
    en: 'The operation “{operation}” would have to run from {startsOn} to {endsOn} to hold these tasks.',
  },
  later_needs_reason: {
    fa: 'دلیل دیرتر شدن را بنویسید.',
    en: 'Write why it becomes later.',
  },
  milestone_is_one_day: {
    fa: 'نقطه عطف یک روز است: آغاز و مهلت آن باید یکی باشد.',
    en: 'A milestone is one day: it begins and is due on the same day.',
  },
  link_closes_loop: {
    fa: 'این پیوند حلقه می‌سازد و هیچ‌کدام نمی‌تواند آغاز شود: {loop}',
    en: 'This link closes a loop in which nothing can begin: {loop}',
  },
  link_across_units: {
    fa: 'فقط کارهای یک محله به هم پیوند می‌خورند.',
    en: 'Only tasks of one neighbourhood are linked.',
  },
  link_is_there: { fa: 'این پیوند پیش‌تر برقرار شده است.', en: 'This link is there already.' },
  link_unknown: { fa: 'چنین پیوندی نیست.', en: 'There is no such link.' },
  task_not_blocked: { fa: 'مانعی برای این کار ثبت نشده است.', en: 'No blocker is on record for this task.' },
  postponed_to_no_later: {
    fa: 'تاریخ تازه باید پس از مهلت کنونی ({dueOn}) باشد.',
    en: 'The new day must be after the present one ({dueOn}).',
  },
  contribution_without_value: {
    fa: 'مبلغ آورده نقدی را به ریال بنویسید.',
    en: 'Write the amount of the money in rials.',
  },
  contribution_hours_of_no_work: {
    fa: 'ساعت فقط برای آورده کار نوشته می‌شود.',
    en: 'Hours belong to contributions of work only.',
  },
  contribution_of_other_agency: {
    fa: 'فقط آورده دستگاه خودتان را می‌توانید ثبت کنید.',
    en: 'You can record the contributions of your own agency only.',
  },
} as const satisfies Reasons;
