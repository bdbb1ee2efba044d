import type { Reasons } from '@mahalleh/kernel';

/** The reasons that the gate and the router raise themselves. */
export const edgeReasons = {
  broken: {
    fa: 'خطایی در سامانه رخ داد. چیزی ثبت نشد؛ دوباره تلاش کنید.',
    en: 'Something broke on our side. Nothing was saved; please try again.',
  },
  input_invalid: {
    fa: 'ورودی درست نیست؛ موردهای نام‌برده را اصلاح کنید.',
    en: 'The input is not right; correct the fields named.',
  },
  signed_out: {
    fa: 'وارد نشده‌اید یا نشست شما پایان یافته است.',
    en: 'You are not signed in, or your session has ended.',
  },
  not_permitted: { fa: 'نقش شما اجازه این کار را ندارد.', en: 'Your role does not allow this.' },
  origin_foreign: {
    fa: 'این درخواست از نشانی دیگری فرستاده شده و پذیرفته نشد.',
    en: 'This request came from another site and was refused.',
  },
  not_found: { fa: 'یافت نشد، یا در دسترس شما نیست.', en: 'Not found, or not yours to see.' },
  workspace_unknown: { fa: 'چنین فضای کاری یافت نشد.', en: 'There is no such workspace.' },
  workspace_outdated: {
    fa: 'پایگاه داده این استان هنوز به‌روز نشده است؛ به راهبر سامانه خبر دهید.',
    en: 'This province’s database has not been migrated yet; tell the operator.',
  },
  database_unavailable: {
    fa: 'پایگاه داده پاسخ نداد. چیزی گم نشده است؛ همان درخواست را دوباره بفرستید.',
    en: 'The database did not answer. Nothing is lost; send the same request again.',
  },
  storage_unavailable: {
    fa: 'مخزن پرونده‌ها پاسخ نداد؛ دوباره تلاش کنید.',
    en: 'The file store did not answer; try again.',
  },
  file_missing: { fa: 'پرونده در مخزن یافت نشد.', en: 'The file is not in the store.' },
  revision_conflict: {
    fa: 'در این میان کس دیگری این را تغییر داده است؛ صفحه را تازه کنید.',
    en: 'Somebody else changed this in the meantime; reload the page.',
  },
  keys_unavailable: {
    fa: 'مخزن کلیدها پاسخ نمی‌دهد؛ نام و شماره داوطلبان اکنون خوانده یا نوشته نمی‌شود. کمی بعد دوباره بکوشید.',
    en: 'The store of keys does not answer: names and numbers of volunteers cannot be read or written now. Try again shortly.',
  },
  key_exists: { fa: 'کلیدی با این شناسه هست یا بوده است.', en: 'A key of this id exists, or did.' },
  already_there: { fa: 'این مورد پیش‌تر ثبت شده است.', en: 'This is already there.' },
  reference_unknown: { fa: 'چیزی که به آن اشاره شده یافت نشد.', en: 'Something this refers to does not exist.' },
  command_id_reused: {
    fa: 'این شناسه درخواست پیش‌تر برای کار دیگری به کار رفته است.',
    en: 'This command id was already used for something else.',
  },
  path_expected: {
    fa: 'نشانی پرسش باید با / آغاز شود.',
    en: 'The address of a question begins with /.',
  },
  too_many_asks: { fa: 'حداکثر ۲۴ پرسش با هم فرستاده می‌شود.', en: 'At most 24 questions travel together.' },
  id_malformed: { fa: 'شناسه باید یک UUID با حروف کوچک باشد.', en: 'The id must be a lower-case UUID.' },
  body_too_large: {
    fa: 'بدنه درخواست بزرگ‌تر از {limit_kb} کیلوبایت است.',
    en: 'The request body is larger than {limit_kb} KB.',
  },
  body_not_json: { fa: 'بدنه درخواست JSON درست نیست.', en: 'The request body is not valid JSON.' },
  body_not_object: { fa: 'بدنه درخواست باید یک شیء JSON باشد.', en: 'The request body must be a JSON object.' },
  content_type_not_json: {
    fa: 'نوع محتوا باید application/json باشد.',
    en: 'The content type must be application/json.',
  },
  content_type_missing: { fa: 'نوع محتوا گفته نشده است.', en: 'The content type is missing.' },
} satisfies Reasons;
